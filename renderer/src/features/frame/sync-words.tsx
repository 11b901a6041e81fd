import type { LucideIcon } from 'lucide-react';
import {
  CircleCheck,
  CircleHelp,
  Pause,
  PenLine,
  RefreshCw,
  Send,
  TriangleAlert,
  WifiOff,
} from 'lucide-react';
import { FormattedMessage, FormattedTime } from 'react-intl';
import { Icon } from '#renderer/components/icon.tsx';
import type { SyncState } from '#renderer/sync/sync-state.ts';

const drawings: Readonly<Record<SyncState['state'], LucideIcon>> = {
  'local-only': PenLine,
  paused: Pause,
  connecting: RefreshCw,
  offline: WifiOff,
  sending: Send,
  'up-to-date': CircleCheck,
  'needs-attention': TriangleAlert,
  asks: CircleHelp,
};

/** What the exchange with the Network is doing, at the end of the status line. */
export const SyncWords = ({ sync }: { readonly sync: SyncState }) => {
  const values = {
    ...(sync.state === 'sending' && { done: sync.done, total: sync.total }),
    ...(sync.state === 'needs-attention' && { count: sync.count }),
    ...(sync.state === 'up-to-date' && {
      time: <FormattedTime value={sync.at} hour="2-digit" minute="2-digit" hourCycle="h23" />,
    }),
  };
  return (
    <span className="frame-sync" data-state={sync.state}>
      <Icon
        of={drawings[sync.state]}
        size="small"
        mirrors={sync.state === 'sending'}
        {...(sync.state === 'needs-attention' && { tone: 'warning' })}
      />
      <FormattedMessage id={`frame.sync.${sync.state}`} values={values} />
    </span>
  );
};
