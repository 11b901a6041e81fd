import {
  Download,
  Ellipsis,
  FileText,
  OctagonAlert,
  Package,
  RotateCw,
  Stamp,
  TriangleAlert,
  Undo2,
  X,
} from 'lucide-react';
import { useState } from 'react';
import { FormattedMessage, FormattedTime, useIntl } from 'react-intl';
import type { OutboxItem } from '#renderer/commands/outbox-item.ts';
import { ActionMenu } from '#renderer/components/action-menu.tsx';
import { Button } from '#renderer/components/button.tsx';
import { Icon } from '#renderer/components/icon.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { KindIcon } from '#renderer/components/kind-icon.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { ProgressBar } from '#renderer/components/progress-bar.tsx';
import { hrefOf, navigate } from '#renderer/components/route.ts';
import { sizeText } from '#renderer/components/size-text.ts';
import { failureText } from '#renderer/error-text.ts';
import { useCommands } from '#renderer/hooks/use-commands.ts';
import type { SyncState } from '#renderer/sync/sync-state.ts';
import type { Failure } from '#shared/errors.ts';

type OutboxRowProps = {
  readonly item: OutboxItem;
  /** The document no longer says what its receipt is for. */
  readonly isChanged: boolean;
  readonly onTakenBack: (item: OutboxItem) => void;
  readonly sync: SyncState;
};

const Clock = ({ at }: { readonly at: number }) => (
  <FormattedTime value={at} hour="2-digit" minute="2-digit" hourCycle="h23" />
);

const State = ({ item, sync, isChanged }: Omit<OutboxRowProps, 'onTakenBack'>) => {
  const intl = useIntl();
  if (item.state === 'received' && item.receipt !== null) {
    return (
      <>
        <p className="outbox-line">
          <Icon of={Stamp} size="small" />
          <FormattedMessage
            id="outbox.received"
            values={{ time: <Clock at={Date.parse(item.receipt.receivedAt)} /> }}
          />
        </p>
        <p className="outbox-quiet">
          <FormattedMessage
            id="outbox.receipt"
            values={{ receiptNo: <span className="isolate">{item.receipt.receiptNo}</span> }}
          />
        </p>
        {item.carried !== null ? (
          <p className="outbox-quiet">
            <FormattedMessage id="outbox.carried.told" values={{ name: <bdi>{item.carried.name}</bdi> }} />
          </p>
        ) : (
          item.receipt.sentBy !== undefined && (
            <p className="outbox-quiet">
              <FormattedMessage
                id="outbox.sent-by"
                values={{ name: <bdi>{item.receipt.sentBy.name}</bdi> }}
              />
            </p>
          )
        )}
        {isChanged && (
          <p>
            <FormattedMessage id="outbox.changed" />
          </p>
        )}
      </>
    );
  }
  if (item.state === 'received') {
    return (
      <p className="outbox-line">
        <Icon of={Stamp} size="small" />
        <FormattedMessage id="outbox.carried.sent" />
      </p>
    );
  }
  if (item.failure !== null) {
    const { what, next } = failureText(intl, item.failure);
    const needsPerson = item.state === 'needs-attention';
    return (
      <>
        <p className="outbox-line" data-tone={needsPerson ? 'error' : 'warning'}>
          <Icon of={needsPerson ? OctagonAlert : TriangleAlert} size="small" />
          {what}
        </p>
        <p>{next}</p>
        {!needsPerson && sync.state === 'offline' && (
          <p className="outbox-quiet">
            <FormattedMessage id="outbox.next-try" values={{ time: <Clock at={sync.nextTryAt} /> }} />
          </p>
        )}
      </>
    );
  }
  if (item.state === 'going' && sync.state === 'sending') {
    const numbers = intl.formatMessage(
      { id: 'outbox.going.numbers' },
      { done: sync.done, total: sync.total },
    );
    return (
      <ProgressBar
        label={intl.formatMessage({ id: 'outbox.going' })}
        value={sync.done}
        max={sync.total}
        numbers={numbers}
      />
    );
  }
  return (
    <>
      <p>
        <FormattedMessage
          id={
            item.state === 'going'
              ? 'outbox.going'
              : sync.state === 'paused'
                ? 'outbox.waiting.paused'
                : item.isCancelling
                  ? 'outbox.waiting.cancelling'
                  : item.what === 'changes'
                    ? 'outbox.waiting.copy'
                    : 'outbox.waiting'
          }
        />
      </p>
      <p className="outbox-quiet">
        <FormattedMessage id={sync.state === 'paused' ? 'outbox.waiting.resume' : 'outbox.waiting.none'} />
      </p>
    </>
  );
};

/** One document on its way: what of it travels, how that stands, what one can do. */
export const OutboxRow = ({ item, sync, isChanged, onTakenBack }: OutboxRowProps) => {
  const intl = useIntl();
  const commands = useCommands();
  const [notice, setNotice] = useState<'none' | 'not-written' | Failure>('none');

  const takeBack = async () => {
    const taken = await commands.takeBack(item.doc);
    if (!taken.ok) setNotice(taken.error);
    else if (taken.value === 'taken') onTakenBack(item);
  };
  const exportCopy = async () => {
    const outcome = await commands.exportCopy(item.doc);
    setNotice(outcome === 'failed' ? 'not-written' : 'none');
  };

  const forget = async ({ client }: NonNullable<OutboxItem['carried']>) => {
    const forgotten = await commands.forgetCarried(item.doc, client);
    if (!forgotten.ok) setNotice(forgotten.error);
  };
  const retry = async ({ client }: NonNullable<OutboxItem['carried']>) => {
    const again = await commands.retryCarried(item.doc, client);
    if (!again.ok) setNotice(again.error);
  };
  const { carried } = item;

  return (
    <li className="outbox-row" data-state={item.state}>
      <span className="outbox-kind">
        <KindIcon kind={item.kind} />
        <span className="unseen">
          <FormattedMessage id={`kind.${item.kind}`} />
        </span>
      </span>
      <div className="outbox-what">
        <a className="outbox-title one-line" dir="auto" href={hrefOf({ room: 'document', id: item.doc })}>
          {item.title.trim() === '' ? <FormattedMessage id={`outbox.untitled.${item.kind}`} /> : item.title}
        </a>
        {item.carried !== null && (
          <p>
            <FormattedMessage id="outbox.carried" values={{ name: <bdi>{item.carried.name}</bdi> }} />
          </p>
        )}
        <p className="outbox-quiet">
          {item.isCancelling ? (
            <FormattedMessage id={item.isHandedOver ? 'outbox.cancelling.by-bundle' : 'outbox.cancelling'} />
          ) : item.what === 'submission' ? (
            <FormattedMessage id="outbox.submission" values={{ round: item.round }} />
          ) : (
            <FormattedMessage id="outbox.changes" />
          )}
          {item.sizeBytes > 0 && !item.isCancelling && (
            <FormattedMessage id="outbox.size" values={{ size: sizeText(intl, item.sizeBytes) }} />
          )}
        </p>
      </div>
      <div className="outbox-state">
        <State item={item} sync={sync} isChanged={isChanged} />
        {notice !== 'none' && (
          <p className="outbox-line" data-tone="error" role="alert">
            <Icon of={OctagonAlert} size="small" />
            {notice === 'not-written' ? (
              <FormattedMessage id="outbox.export.failed" />
            ) : (
              failureText(intl, notice).what
            )}
          </p>
        )}
      </div>
      <div className="outbox-do">
        {item.canTakeBack && (
          <Button variant="secondary" icon={Undo2} onPress={() => void takeBack()}>
            <FormattedMessage id="outbox.take-back" />
          </Button>
        )}
        {item.state === 'needs-attention' && carried !== null && (
          <Button variant="secondary" icon={RotateCw} onPress={() => void retry(carried)}>
            <FormattedMessage id="outbox.carried.retry" />
          </Button>
        )}
        {item.state === 'needs-attention' && carried === null && (
          <LinkButton variant="secondary" href={hrefOf({ room: 'document', id: item.doc })}>
            <FormattedMessage id="outbox.look" />
          </LinkButton>
        )}
        <ActionMenu
          label={intl.formatMessage({ id: 'outbox.more' })}
          trigger={
            <IconButton
              label={intl.formatMessage({ id: 'outbox.more' })}
              icon={Ellipsis}
              onPress={() => {}}
            />
          }
          actions={[
            {
              id: 'open',
              label: intl.formatMessage({ id: 'outbox.open' }),
              icon: FileText,
              onAction: () => navigate({ room: 'document', id: item.doc }),
            },
            {
              id: 'export',
              label: intl.formatMessage({ id: 'outbox.export' }),
              icon: Download,
              onAction: () => void exportCopy(),
            },
            {
              id: 'hand-over',
              label: intl.formatMessage({ id: 'bundle.out' }),
              icon: Package,
              onAction: () => navigate({ room: 'hand-over', docs: [item.doc] }),
            },
            ...(carried === null
              ? []
              : [
                  {
                    id: 'forget',
                    label: intl.formatMessage({
                      id: item.state === 'received' ? 'outbox.carried.forget' : 'outbox.carried.stop',
                    }),
                    icon: X,
                    onAction: () => void forget(carried),
                  },
                ]),
          ]}
        />
      </div>
    </li>
  );
};
