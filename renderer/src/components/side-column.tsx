import './side-column.css';
import type { ReactNode } from 'react';

type SideColumnProps = {
  readonly className: string;
  readonly title: ReactNode;
  /** Stands at the end of the column. */
  readonly foot?: ReactNode;
  readonly children: ReactNode;
};

/**
 * The end column of a room, in a `side-columns` with the `side-main` that the room is about; below that where it is
 * narrow. Its steps are a list, each with a mark.
 */
export const SideColumn = ({ className, title, foot, children }: SideColumnProps) => (
  <aside className={`side-column ${className}`}>
    <h2>{title}</h2>
    {children}
    {foot !== undefined && <p className="side-column-foot">{foot}</p>}
  </aside>
);
