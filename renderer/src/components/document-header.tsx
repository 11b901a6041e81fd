import './document-header.css';
import { ChevronLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DocKind } from '#shared/domain/document.ts';
import { IconButton } from './icon-button.tsx';
import { KindIcon } from './kind-icon.tsx';

type DocumentHeaderProps = {
  readonly kind: DocKind;
  /** Above the title: the kind in words, and what else places the document. */
  readonly crumb: ReactNode;
  readonly title: ReactNode;
  readonly backLabel: string;
  readonly onBack: () => void;
  /** At the end. */
  readonly children?: ReactNode;
};

/** The head of a room about one document: the way back to it, and which one it is. */
export const DocumentHeader = ({ kind, crumb, title, backLabel, onBack, children }: DocumentHeaderProps) => (
  <header className="document-header">
    <IconButton label={backLabel} icon={ChevronLeft} mirrors onPress={onBack} />
    <div className="document-header-words">
      <p className="document-header-crumb">
        <KindIcon kind={kind} size="small" />
        <span>{crumb}</span>
      </p>
      <p className="document-header-title doc-text" dir="auto">
        {title}
      </p>
    </div>
    {children}
  </header>
);
