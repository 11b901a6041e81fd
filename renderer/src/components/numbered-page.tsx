import './numbered-page.css';
import type { LucideIcon } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Icon } from './icon.tsx';

/** A page with the numbered margin: parts one below the other along the rule. */
export const NumberedPage = ({ children }: { readonly children: ReactNode }) => (
  <div className="numbered-page margin-rule">
    <div className="numbered-page-parts">{children}</div>
  </div>
);

type NumberedPartProps = {
  /** Without a number the margin stays free. */
  readonly number?: number;
  readonly title?: ReactNode;
  /** In grey, after the title. */
  readonly aside?: ReactNode;
  readonly help?: ReactNode;
  /** Stands in the margin beside the number. */
  readonly mark?: { readonly icon: LucideIcon; readonly tone: 'warning' | 'error' };
  /** Wider than a text that is read: two of them stand side by side. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
};

/** One part of such a page: its number in the margin, its title, what it is about. */
export const NumberedPart = ({
  number,
  title,
  aside,
  help,
  mark,
  isWide = false,
  children,
}: NumberedPartProps) => {
  const titleId = useId();
  return (
    <section
      className="numbered-part"
      data-wide={isWide || undefined}
      {...(title !== undefined && { 'aria-labelledby': titleId })}
    >
      <div className="numbered-part-margin" aria-hidden="true">
        {mark !== undefined && <Icon of={mark.icon} size="small" tone={mark.tone} />}
        {number}
      </div>
      <div className="numbered-part-body">
        {title !== undefined && (
          <h2 className="numbered-part-title">
            <span id={titleId}>{title}</span>
            {aside !== undefined && <small>{aside}</small>}
          </h2>
        )}
        {help !== undefined && <p className="numbered-part-help">{help}</p>}
        {children}
      </div>
    </section>
  );
};
