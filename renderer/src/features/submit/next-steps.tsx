import { FormattedMessage } from 'react-intl';
import { stageDrawing } from '#renderer/components/stage-drawing.tsx';

const steps = ['ready', 'sending', 'submitted', 'in-review', 'accepted'] as const;

/** The end column: what happens after the button, stage by stage. */
export const NextSteps = () => (
  <aside className="submit-next">
    <h2>
      <FormattedMessage id="submit.next" />
    </h2>
    <ol>
      {steps.map((step) => (
        <li key={step}>
          <span className="stage-mark" data-stage={step}>
            <svg viewBox="0 0 14 14" aria-hidden="true">
              {stageDrawing[step]}
            </svg>
          </span>
          <div>
            <strong>
              <FormattedMessage id={`submit.next.${step}`} />
            </strong>
            <p>
              <FormattedMessage id={`submit.next.${step}.text`} />
            </p>
          </div>
        </li>
      ))}
    </ol>
    <p className="submit-next-foot">
      <FormattedMessage id="submit.next.foot" />
    </p>
  </aside>
);
