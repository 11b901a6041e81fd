import { Info, OctagonAlert, TriangleAlert } from 'lucide-react';
import { Icon } from '#renderer/components/icon.tsx';
import type { Severity } from '#shared/domain/template.ts';

const drawings = { error: OctagonAlert, warning: TriangleAlert, hint: Info } as const;

/** The mark of a severity, always with a word beside it or a name for screen readers. */
export const FindingIcon = ({ severity }: { readonly severity: Severity }) => (
  <Icon of={drawings[severity]} size="small" tone={severity} />
);
