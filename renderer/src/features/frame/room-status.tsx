import { Laptop, LaptopMinimalCheck, OctagonAlert, Stamp } from 'lucide-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { type Statement, StatusLine } from '#renderer/components/status-line.tsx';
import { failureText } from '#renderer/error-text.ts';
import { useDesk, useIsDeskComplete } from '#renderer/hooks/use-desk.ts';
import { useNow } from '#renderer/hooks/use-now.ts';
import { useSyncState } from '#renderer/hooks/use-sync-state.ts';
import { restingAfter } from './announcement.ts';
import { MomentWords } from './moment-words.tsx';
import { type StatusFacts, statusFactsOf } from './status-facts.ts';
import { SyncWords } from './sync-words.tsx';

const minuteMs = 60_000;

const savedStatement = (facts: StatusFacts, now: number): Statement | null =>
  facts.savedAt === null
    ? null
    : {
        icon: LaptopMinimalCheck,
        tone: 'ok',
        says: (
          <FormattedMessage
            id="frame.saved"
            values={{ moment: <MomentWords at={facts.savedAt} now={now} form="at" /> }}
          />
        ),
        rest: <FormattedMessage id="frame.saved.documents" values={{ count: facts.documents }} />,
      };

const receivedStatement = (facts: StatusFacts, hasNetwork: boolean, now: number): Statement | null => {
  if (facts.documents === 0) return null;
  if (!hasNetwork) return { icon: Laptop, says: <FormattedMessage id="frame.only-here" /> };
  if (facts.newestReceiptAt === null) {
    const says = facts.onTheWay > 0 ? 'frame.not-received' : 'frame.not-submitted.documents';
    return { icon: Stamp, says: <FormattedMessage id={says} /> };
  }
  return {
    icon: Stamp,
    says: <FormattedMessage id="frame.received.documents" values={{ count: facts.received }} />,
    rest: (
      <FormattedMessage
        id="frame.received.last"
        values={{ moment: <MomentWords at={facts.newestReceiptAt} now={now} form="day" /> }}
      />
    ),
  };
};

/** The foot of the rooms that show many documents. */
export const RoomStatus = () => {
  const intl = useIntl();
  const desk = useDesk();
  const isComplete = useIsDeskComplete();
  const sync = useSyncState();
  const now = useNow(minuteMs);
  const [resting, setResting] = useState(() => restingAfter(null, sync));
  const nextResting = restingAfter(resting, sync);
  if (nextResting !== resting) setResting(nextResting);

  // Until every document has been read nothing is counted: a number here is a promise.
  const facts = statusFactsOf(desk.state === 'ready' && isComplete ? desk.value : []);
  const trouble = desk.state === 'failed' ? failureText(intl, desk.failure) : null;
  const failed: Statement | null = trouble && {
    icon: OctagonAlert,
    tone: 'error',
    says: trouble.what,
    rest: ` ${trouble.next}`,
  };
  const spoken = [
    ...(trouble === null ? [] : [trouble.what]),
    ...(nextResting === null ? [] : [intl.formatMessage({ id: `frame.announce.${nextResting}` })]),
    ...(facts.received > 0
      ? [intl.formatMessage({ id: 'frame.received.documents' }, { count: facts.received })]
      : []),
  ];
  return (
    <StatusLine
      saved={failed ?? savedStatement(facts, now)}
      received={receivedStatement(facts, sync.state !== 'local-only', now)}
      sync={<SyncWords sync={sync} />}
      announcement={spoken.join(' ')}
    />
  );
};
