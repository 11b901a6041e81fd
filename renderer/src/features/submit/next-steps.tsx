import { FormattedMessage } from 'react-intl';
import { SideColumn } from '#renderer/components/side-column.tsx';
import { stageDrawing } from '#renderer/components/stage-drawing.tsx';

const steps = ['ready', 'sending', 'submitted', 'in-review', 'accepted'] as const;
const stepsAfterReceipt = ['in-review', 'accepted'] as const;

/** The end column: what happens after the button, stage by stage; of what was received, what is still to come. */
export const NextSteps = ({ isReceived }: { readonly isReceived: boolean }) => (
  <SideColumn
    className="submit-next"
    title={<FormattedMessage id="submit.next" />}
    foot={isReceived ? undefined : <FormattedMessage id="submit.next.foot" />}
  >
    <ol>
      {(isReceived ? stepsAfterReceipt : steps).map((step) => (
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
  </SideColumn>
);
