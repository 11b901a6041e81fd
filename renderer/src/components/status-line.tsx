import './status-line.css';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

/** One statement at the foot: a drawing, what holds in bold, and what else there is to say. */
export type Statement = {
  readonly icon: LucideIcon;
  readonly tone?: 'ok' | 'warning' | 'error';
  readonly says: ReactNode;
  readonly rest?: ReactNode;
};

type StatusLineProps = {
  /** Saved on this laptop; then received by the Network. Never in another order, never one icon. */
  readonly saved: Statement | null;
  readonly received: Statement | null;
  readonly sync: ReactNode;
  /** True while what is on the screen is not all on the disk; not shown, but there to be asked. */
  readonly isSaving?: boolean;
  /** Spoken once at each change: give a sentence without times, so that a mere save is not spoken. */
  readonly announcement: string;
};

const Part = ({ statement, name }: { statement: Statement; name: string }) => (
  <span className="status-part" data-part={name} data-tone={statement.tone}>
    <Icon of={statement.icon} {...(statement.tone !== undefined && { tone: statement.tone })} />
    <span>
      <strong>{statement.says}</strong>
      {statement.rest}
    </span>
  </span>
);

/** The foot of every room. */
export const StatusLine = ({ saved, received, sync, isSaving = false, announcement }: StatusLineProps) => (
  <footer className="status-line" data-saving={isSaving || undefined}>
    {saved !== null && <Part statement={saved} name="saved" />}
    {received !== null && <Part statement={received} name="received" />}
    <span className="status-sync">{sync}</span>
    <span className="unseen" role="status">
      {announcement}
    </span>
  </footer>
);
