import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { Button } from '#renderer/components/button.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { hrefOf } from '#renderer/components/route.ts';
import { useNow } from '#renderer/hooks/use-now.ts';
import { useSafetyCopy } from '#renderer/hooks/use-safety-copy.ts';
import { MomentWords } from './moment-words.tsx';

const minuteMs = 60_000;

/** What came back from the safety copy (JO3), and whether the copy keeps up. */
export const SafetyNotes = () => {
  const { restored, standing } = useSafetyCopy();
  const now = useNow(minuteMs);
  const [isRead, setRead] = useState(false);
  return (
    <>
      {restored !== null && !isRead && (
        <div role="alert">
          <Note tone="warning">
            <p>
              <strong>
                <FormattedMessage id="frame.restored.what" values={{ count: restored.documents }} />
              </strong>{' '}
              {restored.newestAt !== null && (
                <FormattedMessage
                  id="frame.restored.newest"
                  values={{ moment: <MomentWords at={restored.newestAt} now={now} form="day" /> }}
                />
              )}{' '}
              {restored.damagedLines > 0 && (
                <FormattedMessage id="frame.restored.damaged" values={{ count: restored.damagedLines }} />
              )}{' '}
              <FormattedMessage id="frame.restored.next" />
            </p>
            <p>
              <Button variant="secondary" onPress={() => setRead(true)}>
                <FormattedMessage id="frame.restored.read" />
              </Button>
            </p>
          </Note>
        </div>
      )}
      {standing !== 'kept' && (
        <div role="status">
          <Note tone="warning">
            <p>
              <FormattedMessage id={`frame.safety.${standing}`} />
            </p>
            <p>
              <LinkButton variant="secondary" href={hrefOf({ room: 'settings' })}>
                <FormattedMessage id="frame.safety.export" />
              </LinkButton>
            </p>
          </Note>
        </div>
      )}
    </>
  );
};
