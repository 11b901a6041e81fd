import './room-header.css';
import type { ReactNode } from 'react';

type RoomHeaderProps = {
  readonly title: ReactNode;
  /** Stands beside the name of the room: in which network one is. */
  readonly mark?: ReactNode;
  /** One line of figures after the name. */
  readonly figures?: ReactNode;
  /** Search and buttons, at the end. */
  readonly children?: ReactNode;
};

/** The head of a room: its name, what there is in it, what one can do. */
export const RoomHeader = ({ title, mark, figures, children }: RoomHeaderProps) => (
  <header className="room-header">
    <h1 className="room-title" tabIndex={-1}>
      {title}
    </h1>
    {mark}
    {figures !== undefined && <p className="room-figures">{figures}</p>}
    {children !== undefined && <div className="room-actions">{children}</div>}
  </header>
);
