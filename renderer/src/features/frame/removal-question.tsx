import { FormattedMessage } from 'react-intl';
import { Button } from '#renderer/components/button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { useCommands } from '#renderer/hooks/use-commands.ts';
import { useSyncState } from '#renderer/hooks/use-sync-state.ts';

/** Asks before a sync takes many documents away (CL4); until then, nothing of it is done. */
export const RemovalQuestion = () => {
  const sync = useSyncState();
  const commands = useCommands();
  if (sync.state !== 'asks') return null;
  return (
    <div role="alert">
      <Note tone="warning">
        <p>
          <strong>
            <FormattedMessage id="frame.removal.what" values={{ gone: sync.gone, total: sync.total }} />
          </strong>{' '}
          <FormattedMessage id="frame.removal.next" />
        </p>
        <p>
          <Button variant="secondary" onPress={() => commands.allowRemoval()}>
            <FormattedMessage id="frame.removal.allow" />
          </Button>
        </p>
      </Note>
    </div>
  );
};
