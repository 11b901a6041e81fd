import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#renderer/components/button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { navigate } from '#renderer/components/route.ts';
import { failureText } from '#renderer/error-text.ts';
import type { DocId } from '#shared/domain/ids.ts';
import type { Outcome } from './use-bring-in.ts';

type OutcomeNoteProps = {
  readonly outcome: Outcome;
  readonly onTakeBack: (ids: readonly DocId[]) => void;
};

/** What became of a batch, and how to undo it. */
export const OutcomeNote = ({ outcome, onTakeBack }: OutcomeNoteProps) => {
  const intl = useIntl();
  if (outcome.what === 'failed') {
    const { what, next } = failureText(intl, outcome.failure);
    return (
      <Note tone="error">
        <strong>{what}</strong> {next}
      </Note>
    );
  }
  return (
    <div role="status">
      <Note tone="plain">
        {outcome.what === 'stopped' && <FormattedMessage id="bring-in.stopped" />}
        {outcome.what === 'taken-back' && (
          <FormattedMessage id="bring-in.taken-back" values={{ count: outcome.count }} />
        )}
        {outcome.what === 'made' && (
          <>
            <FormattedMessage id="bring-in.made" values={{ count: outcome.ids.length }} />{' '}
            <Button variant="secondary" onPress={() => navigate({ room: 'desk' })}>
              <FormattedMessage id="bring-in.to-desk" />
            </Button>{' '}
            <Button variant="quiet" onPress={() => onTakeBack(outcome.ids)}>
              <FormattedMessage id="bring-in.take-back" />
            </Button>
          </>
        )}
      </Note>
    </div>
  );
};
