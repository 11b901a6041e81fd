import { Laptop, LaptopMinimalCheck, OctagonAlert, Stamp } from 'lucide-react';
import { useState } from 'react';
import { FormattedMessage, type IntlShape, useIntl } from 'react-intl';
import type { DocumentSession, SaveState } from '#renderer/commands/document-session.ts';
import { type Statement, StatusLine } from '#renderer/components/status-line.tsx';
import { failureText } from '#renderer/error-text.ts';
import { useSession } from '#renderer/hooks/use-document.ts';
import { useNow } from '#renderer/hooks/use-now.ts';
import { useOpenSession } from '#renderer/hooks/use-open-session.ts';
import { useSyncState } from '#renderer/hooks/use-sync-state.ts';
import type { SyncState } from '#renderer/sync/sync-state.ts';
import type { DocId } from '#shared/domain/ids.ts';
import type { DocumentSummary } from '#shared/domain/summary.ts';
import { restingAfter } from './announcement.ts';
import { MomentWords } from './moment-words.tsx';
import { receivedWords } from './received-words.ts';
import { RoomStatus } from './room-status.tsx';
import { SyncWords } from './sync-words.tsx';
import { useLasting } from './use-lasting.ts';

const minuteMs = 60_000;
const savingShownAfterMs = 400;

const receivedStatement = (summary: DocumentSummary, sync: SyncState, now: number): Statement => {
  const { receipt, unsentFields } = summary;
  const words = receivedWords(summary, sync);
  if (receipt === null || words.says !== 'received') {
    return {
      icon: words.says === 'only-here' ? Laptop : Stamp,
      says: <FormattedMessage id={`frame.${words.says}`} />,
      ...(words.says === 'not-submitted' && { rest: <FormattedMessage id={`frame.draft.${words.draft}`} /> }),
    };
  }
  const values = {
    moment: <MomentWords at={Date.parse(receipt.receivedAt)} now={now} form="at" />,
    receiptNo: <span className="isolate">{receipt.receiptNo}</span>,
    count: unsentFields,
  };
  return {
    icon: Stamp,
    tone: 'ok',
    says: <FormattedMessage id="frame.received" values={values} />,
    rest: <FormattedMessage id={`frame.received.${words.since}`} values={values} />,
  };
};

const savedStatement = (
  save: SaveState,
  isSlow: boolean,
  savedAt: number,
  now: number,
  intl: IntlShape,
): Statement => {
  if (save.state === 'failed') {
    const { what, next } = failureText(intl, save.failure);
    return {
      icon: OctagonAlert,
      tone: 'error',
      says: <FormattedMessage id="frame.save.failed" />,
      rest: ` ${what} ${next}`,
    };
  }
  if (isSlow) return { icon: Laptop, says: <FormattedMessage id="frame.saving" /> };
  // While a save is under way, the last one still holds.
  const at = save.state === 'saved' ? save.at : savedAt;
  return {
    icon: LaptopMinimalCheck,
    tone: 'ok',
    says: (
      <FormattedMessage id="frame.saved" values={{ moment: <MomentWords at={at} now={now} form="at" /> }} />
    ),
  };
};

/** The foot of a document's room: its own save, its own receipt. */
const DocumentStatus = ({ session }: { readonly session: DocumentSession }) => {
  const intl = useIntl();
  const { save, summary } = useSession(session);
  const sync = useSyncState();
  const now = useNow(minuteMs);
  const isSlow = useLasting(save.state === 'saving', savingShownAfterMs);
  const [resting, setResting] = useState(() => restingAfter(null, sync));
  const nextResting = restingAfter(resting, sync);
  if (nextResting !== resting) setResting(nextResting);

  const spoken = [
    ...(save.state === 'failed'
      ? [`${intl.formatMessage({ id: 'frame.save.failed' })} ${failureText(intl, save.failure).what}`]
      : []),
    ...(nextResting === null ? [] : [intl.formatMessage({ id: `frame.announce.${nextResting}` })]),
    ...(summary.receipt === null
      ? []
      : [intl.formatMessage({ id: 'frame.announce.received' }, { receiptNo: summary.receipt.receiptNo })]),
  ];
  return (
    <StatusLine
      saved={savedStatement(save, isSlow, summary.savedAt, now, intl)}
      received={receivedStatement(summary, sync, now)}
      sync={<SyncWords sync={sync} />}
      isSaving={save.state !== 'saved'}
      announcement={spoken.join(' ')}
    />
  );
};

/** The document's statements as soon as a room has opened it; until then those of all documents. */
export const DocumentFoot = ({ id }: { readonly id: DocId }) => {
  const session = useOpenSession(id);
  return session === null ? <RoomStatus /> : <DocumentStatus key={session.id} session={session} />;
};
