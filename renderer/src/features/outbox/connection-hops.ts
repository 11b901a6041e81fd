import type { SyncState } from '#renderer/sync/sync-state.ts';
import type { FailureCode } from '#shared/errors.ts';

/** From this laptop to the Network's server, in the order in which a request passes them. */
export const hops = ['laptop', 'link', 'way', 'secure', 'server'] as const;
export type Hop = (typeof hops)[number];

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || /^127(?:\.[0-9]{1,3}){3}$/.test(host);

/** The hops that lie on the way to this server: none between for one on this laptop, no lock on plain http. */
export const hopsTo = (serverUrl: string): readonly Hop[] => {
  if (!URL.canParse(serverUrl)) return hops;
  const { protocol, hostname } = new URL(serverUrl);
  if (isLoopback(hostname)) return ['laptop', 'server'];
  return protocol === 'http:' ? hops.filter((hop) => hop !== 'secure') : hops;
};

/** `unreached`: no answer came from there, whoever is to blame. */
export type HopState = 'works' | 'fails' | 'unreached' | 'unknown';

/** The hop at which a failure happened. */
const failingHop = (code: FailureCode): Hop => {
  switch (code) {
    case 'app-incomplete':
    case 'store-full':
    case 'store-unopenable':
    case 'store-newer':
    case 'store-busy':
    case 'store-unreadable':
    case 'key-unavailable':
      return 'laptop';
    case 'offline':
    case 'captive-portal':
      return 'link';
    case 'dns':
    case 'proxy':
      return 'way';
    case 'tls':
      return 'secure';
    default:
      return 'server';
  }
};

/**
 * What is known of each hop: those before the failing one work, those behind it could not be tried. A timeout
 * and a refused connection may have happened anywhere behind the laptop, so they blame no hop.
 */
export const hopStates = (sync: SyncState): Readonly<Record<Hop, HopState>> => {
  const all = (state: HopState) => ({
    laptop: 'works' as const,
    link: state,
    way: state,
    secure: state,
    server: state,
  });
  switch (sync.state) {
    case 'local-only':
    case 'paused':
    case 'connecting':
      return all('unknown');
    case 'sending':
    case 'up-to-date':
    case 'needs-attention':
    case 'asks':
      return all('works');
    case 'offline': {
      const { code } = sync.failure;
      if (code === 'timeout' || code === 'connection') return { ...all('unknown'), server: 'unreached' };
      const at = hops.indexOf(failingHop(code));
      const stateAt = (index: number): HopState => (index > at ? 'unknown' : index < at ? 'works' : 'fails');
      return {
        laptop: stateAt(0),
        link: stateAt(1),
        way: stateAt(2),
        secure: stateAt(3),
        server: stateAt(4),
      };
    }
  }
};
