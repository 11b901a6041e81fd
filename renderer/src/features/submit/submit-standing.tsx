import { FormattedDate, FormattedMessage } from 'react-intl';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { NumberedPart } from '#renderer/components/numbered-page.tsx';
import { hrefOf } from '#renderer/components/route.ts';
import { assertNever } from '#shared/assert.ts';
import type { Stage } from '#shared/domain/document.ts';
import type { DocumentSummary } from '#shared/domain/summary.ts';
import type { Standing } from './submission-facts.ts';

type SubmitStandingProps = { readonly gate: Standing; readonly summary: DocumentSummary };

/** The Network has said its last word on the document. */
export const isClosedStage = (stage: Stage): boolean =>
  stage === 'accepted' || stage === 'declined' || stage === 'published';

const WithNetwork = ({ summary }: { readonly summary: DocumentSummary }) => (
  <>
    {summary.receipt !== null && (
      <p>
        <FormattedMessage
          id="submit.stands.receipt"
          values={{
            moment: (
              <FormattedDate
                value={summary.receipt.receivedAt}
                day="numeric"
                month="long"
                year="numeric"
                hour="2-digit"
                minute="2-digit"
                hourCycle="h23"
              />
            ),
            receiptNo: <span className="isolate">{summary.receipt.receiptNo}</span>,
          }}
        />
      </p>
    )}
    {summary.changedSinceReceipt && (
      <p>
        <FormattedMessage id="submit.stands.changed" />
      </p>
    )}
    <p>
      <FormattedMessage
        id={isClosedStage(summary.stage) ? 'submit.stands.closed' : 'submit.stands.returned'}
      />
    </p>
  </>
);

/** From where there is nothing to submit to where something can be done. */
const WayOn = ({ gate, summary: { id, kind } }: SubmitStandingProps) => {
  switch (gate) {
    case 'no-network':
      return (
        <LinkButton variant="secondary" href={hrefOf({ room: 'settings' })}>
          <FormattedMessage id="submit.local.settings" />
        </LinkButton>
      );
    case 'on-its-way':
      return (
        <LinkButton variant="secondary" href={hrefOf({ room: 'outbox' })}>
          <FormattedMessage id="submit.gate.outbox" />
        </LinkButton>
      );
    case 'with-network':
    case 'reader':
      return (
        <LinkButton variant="secondary" href={hrefOf({ room: 'document', id })}>
          <FormattedMessage id={`submit.back.${kind}`} />
        </LinkButton>
      );
    default:
      return assertNever(gate);
  }
};

/** Why there is nothing to submit now: said first, in place of the questions and the button. */
export const SubmitStanding = (standing: SubmitStandingProps) => {
  const { gate, summary } = standing;
  return (
    <NumberedPart>
      <Note tone={gate === 'no-network' ? 'warning' : 'plain'}>
        <strong>
          <FormattedMessage id={`submit.stands.${gate}`} />
        </strong>
        {gate === 'with-network' ? (
          <WithNetwork summary={summary} />
        ) : (
          <p>
            <FormattedMessage id={`submit.stands.${gate}.text`} />
          </p>
        )}
        <p className="submit-local-way">
          <WayOn {...standing} />
        </p>
      </Note>
    </NumberedPart>
  );
};
