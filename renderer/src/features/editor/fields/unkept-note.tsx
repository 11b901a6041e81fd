import './date-field.css';
import type { ReactNode } from 'react';

type UnkeptNoteProps = {
  readonly isShown: boolean;
  /** That what stands in the control is not saved, and what it needs. */
  readonly children: ReactNode;
};

/** Below a control with something in it that the document cannot keep; quiet while the person is still writing there. */
export const UnkeptNote = ({ isShown, children }: UnkeptNoteProps) => (
  <p className="unkept-note" role="status">
    {isShown && children}
  </p>
);
