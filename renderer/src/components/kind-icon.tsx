import { BookOpenCheck, Handshake, NotebookText, RefreshCw } from 'lucide-react';
import type { DocKind } from '#shared/domain/document.ts';
import { Icon } from './icon.tsx';

const drawings = {
  pledge: Handshake,
  'pledge-update': RefreshCw,
  practice: BookOpenCheck,
  'concept-note': NotebookText,
} as const;

/** The drawing of a kind of document; always beside its word or its title. */
export const KindIcon = ({ kind, size }: { readonly kind: DocKind; readonly size?: 'small' }) => (
  <Icon of={drawings[kind]} {...(size !== undefined && { size })} />
);
