import './empty-state.css';
import type { ReactNode } from 'react';

type EmptyStateProps = {
  readonly title: ReactNode;
  readonly text: ReactNode;
  readonly action?: ReactNode;
};

/** One sentence that says what is not here, one that helps, one action. */
export const EmptyState = ({ title, text, action }: EmptyStateProps) => (
  <div className="empty-state">
    <p className="empty-state-title">{title}</p>
    <p className="empty-state-text">{text}</p>
    {action !== undefined && <div className="empty-state-action">{action}</div>}
  </div>
);
