import { Check, Circle, OctagonAlert, TriangleAlert } from 'lucide-react';
import { FormattedMessage, FormattedTime, useIntl } from 'react-intl';
import { Icon } from '#renderer/components/icon.tsx';
import { Note } from '#renderer/components/note.tsx';
import { hrefOf } from '#renderer/components/route.ts';
import { SideColumn } from '#renderer/components/side-column.tsx';
import { failureText } from '#renderer/error-text.ts';
import { useAbout } from '#renderer/hooks/use-about.ts';
import type { SyncState } from '#renderer/sync/sync-state.ts';
import { type Hop, type HopState, hopStates, hopsTo } from './connection-hops.ts';

const marks = {
  works: { icon: Check, tone: 'ok' },
  fails: { icon: OctagonAlert, tone: 'error' },
  unreached: { icon: TriangleAlert, tone: 'warning' },
  unknown: { icon: Circle, tone: 'hint' },
} as const;

/** The end column: the way from this laptop to the Network, and which part of it fails. */
export const Connection = ({ sync }: { readonly sync: SyncState }) => {
  const intl = useIntl();
  const { about } = useAbout();
  if (sync.state === 'local-only') {
    return (
      <SideColumn className="outbox-connection" title={<FormattedMessage id="outbox.connection" />}>
        <p>
          <FormattedMessage id="outbox.connection.local" />
        </p>
        <p className="outbox-connection-way">
          <a href={hrefOf({ room: 'settings' })}>
            <FormattedMessage id="outbox.connection.settings" />
          </a>
        </p>
      </SideColumn>
    );
  }
  const states = hopStates(sync);
  const way = about === null ? [] : hopsTo(about.serverUrl);
  const failing = way.find((hop) => states[hop] === 'fails');
  // A server on this laptop has no link between: without one to blame, it is just not reached.
  const stateOf = (hop: Hop): HopState =>
    sync.state === 'offline' && failing === undefined && hop === 'server' ? 'unreached' : states[hop];
  return (
    <SideColumn
      className="outbox-connection"
      title={<FormattedMessage id="outbox.connection" />}
      foot={
        sync.state === 'up-to-date' || sync.state === 'needs-attention' ? (
          <FormattedMessage
            id="outbox.connection.last"
            values={{
              time: <FormattedTime value={sync.at} hour="2-digit" minute="2-digit" hourCycle="h23" />,
            }}
          />
        ) : undefined
      }
    >
      <ol>
        {way.map((hop) => (
          <li key={hop} data-state={stateOf(hop)}>
            <span className="outbox-hop-mark">
              <Icon of={marks[stateOf(hop)].icon} tone={marks[stateOf(hop)].tone} />
            </span>
            <div>
              <strong>
                <FormattedMessage id={`outbox.hop.${hop}`} />
              </strong>
              <p>
                <FormattedMessage id={`outbox.hop.${stateOf(hop)}`} />
              </p>
            </div>
          </li>
        ))}
      </ol>
      {sync.state === 'offline' && (
        <Note tone={failing === undefined ? 'plain' : 'warning'}>
          <strong>{failureText(intl, sync.failure).what}</strong>
          <p>{failureText(intl, sync.failure).next}</p>
          <p className="outbox-quiet">
            <FormattedMessage
              id="outbox.tries"
              values={{
                count: sync.tries,
                time: (
                  <FormattedTime value={sync.nextTryAt} hour="2-digit" minute="2-digit" hourCycle="h23" />
                ),
              }}
            />
          </p>
        </Note>
      )}
      {sync.state === 'paused' && (
        <p>
          <FormattedMessage id="outbox.connection.paused" />
        </p>
      )}
    </SideColumn>
  );
};
