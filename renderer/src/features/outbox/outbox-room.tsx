import './outbox.css';
import '#renderer/components/group-head.css';
import { Package, Pause, Play, Send, Undo2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { OutboxItem } from '#renderer/commands/outbox-item.ts';
import { Button } from '#renderer/components/button.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Loading } from '#renderer/components/loading.tsx';
import { Note } from '#renderer/components/note.tsx';
import { RoomHeader } from '#renderer/components/room-header.tsx';
import { hrefOf } from '#renderer/components/route.ts';
import { failureText } from '#renderer/error-text.ts';
import { useCommands } from '#renderer/hooks/use-commands.ts';
import { useDesk } from '#renderer/hooks/use-desk.ts';
import { useOutbox } from '#renderer/hooks/use-outbox.ts';
import { useSyncState } from '#renderer/hooks/use-sync-state.ts';
import type { SyncState } from '#renderer/sync/sync-state.ts';
import { Connection } from './connection.tsx';
import { countIn, groupOf, outboxGroups } from './outbox-groups.ts';
import { OutboxRow } from './outbox-row.tsx';

/** Everything that waits or travels, and what arrived today. */
export const OutboxRoom = ({ mark }: { readonly mark: ReactNode }) => {
  const commands = useCommands();
  const outbox = useOutbox();
  const sync = useSyncState();
  const items = outbox.state === 'ready' ? outbox.value : [];
  const figures = {
    going: countIn(items, 'going'),
    waiting: countIn(items, 'waiting'),
    attention: countIn(items, 'needs-attention'),
    drafts: countIn(items, 'drafts'),
  };
  const hasNetwork = sync.state !== 'local-only';
  return (
    <>
      <RoomHeader
        title={<FormattedMessage id="outbox.title" />}
        mark={mark}
        figures={
          items.some((item) => item.state !== 'received') && (
            <FormattedMessage id="outbox.figures" values={figures} />
          )
        }
      >
        <LinkButton variant="secondary" icon={Package} href={hrefOf({ room: 'hand-over' })}>
          <FormattedMessage id="bundle.out" />
        </LinkButton>
        {hasNetwork && (
          <>
            {sync.state === 'paused' ? (
              <Button variant="secondary" icon={Play} onPress={() => commands.resumeSync()}>
                <FormattedMessage id="outbox.resume" />
              </Button>
            ) : (
              <Button variant="secondary" icon={Pause} onPress={() => commands.pauseSync()}>
                <FormattedMessage id="outbox.pause" />
              </Button>
            )}
            <Button variant="primary" icon={Send} onPress={() => commands.sendNow()}>
              <FormattedMessage id="outbox.send-now" />
            </Button>
          </>
        )}
      </RoomHeader>
      <div className="side-columns outbox-columns">
        <div className="side-main outbox-list">
          <Items outbox={outbox} sync={sync} />
        </div>
        <Connection sync={sync} />
      </div>
    </>
  );
};

/** The same document was handed over once more, so that the notice of taking it back is out of date. */
const isAgain = (item: OutboxItem, before: OutboxItem): boolean =>
  item.doc === before.doc && item.what === 'submission' && item.state !== 'received';

type ItemsProps = {
  readonly outbox: ReturnType<typeof useOutbox>;
  readonly sync: SyncState;
};

const Items = ({ outbox, sync }: ItemsProps) => {
  const intl = useIntl();
  const desk = useDesk();
  const [takenBack, setTakenBack] = useState<OutboxItem | null>(null);
  if (outbox.state === 'loading') return <Loading what={<FormattedMessage id="outbox.loading" />} />;
  if (outbox.state === 'failed') {
    const { what, next } = failureText(intl, outbox.failure);
    return (
      <Note tone="error">
        <strong>{what}</strong> {next}
      </Note>
    );
  }
  const notice = takenBack !== null && !outbox.value.some((item) => isAgain(item, takenBack)) && (
    <div className="outbox-notice" role="status">
      <Note tone="plain" icon={Undo2}>
        <FormattedMessage
          id="outbox.taken-back"
          values={{
            title: (
              <bdi>
                {takenBack.title.trim() === ''
                  ? intl.formatMessage({ id: `outbox.untitled.${takenBack.kind}` })
                  : takenBack.title}
              </bdi>
            ),
          }}
        />
      </Note>
    </div>
  );
  if (outbox.value.length === 0) {
    const isLocal = sync.state === 'local-only';
    return (
      <>
        {notice}
        <EmptyState
          title={<FormattedMessage id={isLocal ? 'outbox.local' : 'outbox.empty'} />}
          text={<FormattedMessage id={isLocal ? 'outbox.local.text' : 'outbox.empty.text'} />}
          action={
            <LinkButton variant="secondary" href={hrefOf({ room: isLocal ? 'settings' : 'desk' })}>
              <FormattedMessage id={isLocal ? 'outbox.connection.settings' : 'outbox.empty.desk'} />
            </LinkButton>
          }
        />
      </>
    );
  }
  const changed = new Set(
    desk.state === 'ready'
      ? desk.value.filter((summary) => summary.changedSinceReceipt).map((summary) => summary.id)
      : [],
  );
  const sections = outboxGroups.map((group) => {
    const members = outbox.value.filter((item) => groupOf(item) === group);
    if (members.length === 0) return null;
    return (
      <section key={group}>
        <h2 className="group-head">
          <FormattedMessage id={`outbox.group.${group}`} />
          <small>{members.length}</small>
        </h2>
        <ul>
          {members.map((item) => (
            <OutboxRow
              key={`${item.doc} ${item.carried?.client ?? ''} ${item.what} ${item.state}`}
              item={item}
              sync={sync}
              isChanged={item.carried === null && changed.has(item.doc)}
              onTakenBack={setTakenBack}
            />
          ))}
        </ul>
      </section>
    );
  });
  return (
    <>
      {notice}
      {sections}
    </>
  );
};
