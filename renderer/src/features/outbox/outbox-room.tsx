import './outbox.css';
import { Pause, Play, Send } from 'lucide-react';
import type { ReactNode } from 'react';
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
import { useOutbox } from '#renderer/hooks/use-outbox.ts';
import { useSyncState } from '#renderer/hooks/use-sync-state.ts';
import type { SyncState } from '#renderer/sync/sync-state.ts';
import { Connection } from './connection.tsx';
import { OutboxRow } from './outbox-row.tsx';

const groups = ['going', 'waiting', 'needs-attention', 'received'] as const;

const countIn = (items: readonly OutboxItem[], state: OutboxItem['state']): number =>
  items.filter((item) => item.state === state).length;

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
  };
  const hasNetwork = sync.state !== 'local-only';
  return (
    <>
      <RoomHeader
        title={<FormattedMessage id="outbox.title" />}
        mark={mark}
        figures={
          figures.going + figures.waiting + figures.attention > 0 && (
            <FormattedMessage id="outbox.figures" values={figures} />
          )
        }
      >
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
      <div className="outbox-columns">
        <div className="outbox-list">
          <Items outbox={outbox} sync={sync} />
        </div>
        <Connection sync={sync} />
      </div>
    </>
  );
};

type ItemsProps = {
  readonly outbox: ReturnType<typeof useOutbox>;
  readonly sync: SyncState;
};

const Items = ({ outbox, sync }: ItemsProps) => {
  const intl = useIntl();
  if (outbox.state === 'loading') return <Loading what={<FormattedMessage id="outbox.loading" />} />;
  if (outbox.state === 'failed') {
    const { what, next } = failureText(intl, outbox.failure);
    return (
      <Note tone="error">
        <strong>{what}</strong> {next}
      </Note>
    );
  }
  if (outbox.value.length === 0) {
    const isLocal = sync.state === 'local-only';
    return (
      <EmptyState
        title={<FormattedMessage id={isLocal ? 'outbox.local' : 'outbox.empty'} />}
        text={<FormattedMessage id={isLocal ? 'outbox.local.text' : 'outbox.empty.text'} />}
        action={
          <LinkButton variant="secondary" href={hrefOf({ room: isLocal ? 'settings' : 'desk' })}>
            <FormattedMessage id={isLocal ? 'outbox.connection.settings' : 'outbox.empty.desk'} />
          </LinkButton>
        }
      />
    );
  }
  return groups.map((group) => {
    const members = outbox.value.filter((item) => item.state === group);
    if (members.length === 0) return null;
    return (
      <section key={group}>
        <h2 className="outbox-group">
          <FormattedMessage id={`outbox.group.${group}`} />
          <small>{members.length}</small>
        </h2>
        <ul>
          {members.map((item) => (
            <OutboxRow key={`${item.doc} ${item.what} ${item.state}`} item={item} sync={sync} />
          ))}
        </ul>
      </section>
    );
  });
};
