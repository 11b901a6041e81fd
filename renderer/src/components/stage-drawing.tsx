import type { ReactNode } from 'react';
import type { Stage } from '#shared/domain/document.ts';

const ring = <circle className="stage-line" cx="7" cy="7" r="5.6" />;

/** The shape fills as the document travels; every stage has a shape of its own, whatever its colour. */
export const stageDrawing: Readonly<Record<Stage, ReactNode>> = {
  draft: <circle className="stage-line" cx="7" cy="7" r="5.6" strokeDasharray="2.2 2.2" />,
  ready: (
    <>
      {ring}
      <circle className="stage-fill" cx="7" cy="7" r="2.2" />
    </>
  ),
  sending: (
    <>
      {ring}
      <path className="stage-line" d="M7 10V4.6M4.8 6.7 7 4.5l2.2 2.2" />
    </>
  ),
  submitted: (
    <>
      {ring}
      <path className="stage-fill" d="M7 3.2a3.8 3.8 0 0 1 0 7.6z" />
    </>
  ),
  'in-review': (
    <>
      {ring}
      <path className="stage-fill" d="M7 7V3.2A3.8 3.8 0 1 1 3.2 7z" />
    </>
  ),
  returned: (
    <>
      <circle className="stage-fill" cx="7" cy="7" r="6.4" />
      <path className="stage-cut" d="M9.7 9.3V7.8c0-1-.6-1.5-1.5-1.5H4.6M6.3 4.5 4.5 6.3l1.8 1.8" />
    </>
  ),
  accepted: (
    <>
      <circle className="stage-fill" cx="7" cy="7" r="6.4" />
      <path className="stage-cut" d="m4.2 7.2 2 2 3.7-4.1" />
    </>
  ),
  published: (
    <>
      <circle className="stage-fill" cx="7" cy="7" r="6.4" />
      <path className="stage-cut" d="M4 4.5h6M4 7h6M4 9.5h3.5" />
    </>
  ),
  declined: (
    <>
      <circle className="stage-fill" cx="7" cy="7" r="6.4" />
      <path className="stage-cut" d="m4.9 4.9 4.2 4.2m0-4.2L4.9 9.1" />
    </>
  ),
};
