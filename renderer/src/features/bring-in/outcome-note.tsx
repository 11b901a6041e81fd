import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#renderer/components/button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { navigate } from '#renderer/components/route.ts';
import { failureText } from '#renderer/error-text.ts';
import type { DocId } from '#shared/domain/ids.ts';
import type { BatchReport } from './batch-report.ts';

type OutcomeNoteProps = {
  readonly report: BatchReport;
  /** Whether no file is left to look at: the time to say what was made of all of them. */
  readonly isOver: boolean;
  readonly onTakeBack: (ids: readonly DocId[]) => void;
};

/** What became of the batches, and how to undo them. */
export const OutcomeNote = ({ report: { made, note }, isOver, onTakeBack }: OutcomeNoteProps) => {
  const intl = useIntl();
  const failed = note?.what === 'failed' ? failureText(intl, note.failure) : null;
  return (
    <div className="bring-in-outcome" role="status">
      {failed !== null && (
        <Note tone="error">
          <strong>{failed.what}</strong> {failed.next}
        </Note>
      )}
      {note?.what === 'stopped' && (
        <Note tone="plain">
          <FormattedMessage id="bring-in.stopped" />
        </Note>
      )}
      {note?.what === 'taken-back' && (
        <Note tone="plain">
          <FormattedMessage id="bring-in.taken-back" values={{ count: note.count }} />
        </Note>
      )}
      {isOver && made.length > 0 && (
        <Note tone="plain">
          <FormattedMessage id="bring-in.made" values={{ count: made.length }} />{' '}
          <Button variant="secondary" onPress={() => navigate({ room: 'desk' })}>
            <FormattedMessage id="bring-in.to-desk" />
          </Button>{' '}
          <Button variant="quiet" onPress={() => onTakeBack(made)}>
            <FormattedMessage id="bring-in.take-back" />
          </Button>
        </Note>
      )}
    </div>
  );
};
