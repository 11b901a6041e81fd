import './stage-mark.css';
import { FormattedMessage } from 'react-intl';
import type { Stage } from '#shared/domain/document.ts';
import { stageDrawing } from './stage-drawing.tsx';

type StageMarkProps = {
  readonly stage: Stage;
  /** With a hairline around it: only in the header of a document. */
  readonly chip?: boolean;
};

/** Where a document stands: a shape and its word. */
export const StageMark = ({ stage, chip = false }: StageMarkProps) => (
  <span className="stage-mark" data-stage={stage} data-chip={chip || undefined}>
    <svg viewBox="0 0 14 14" aria-hidden="true">
      {stageDrawing[stage]}
    </svg>
    <FormattedMessage id={`stage.${stage}`} />
  </span>
);
