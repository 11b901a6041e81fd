import './note.css';
import type { LucideIcon } from 'lucide-react';
import { Info, OctagonAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

type NoteProps = {
  readonly tone: 'plain' | 'warning' | 'error';
  readonly icon?: LucideIcon;
  readonly children: ReactNode;
};

const drawings = { plain: Info, warning: TriangleAlert, error: OctagonAlert } as const;

/** A remark that stands in the page where it belongs. */
export const Note = ({ tone, icon, children }: NoteProps) => (
  <div className="note" data-tone={tone}>
    <Icon of={icon ?? drawings[tone]} {...(tone !== 'plain' && { tone })} />
    <div className="note-words">{children}</div>
  </div>
);
