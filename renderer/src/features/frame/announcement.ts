import type { SyncState } from '#renderer/sync/sync-state.ts';

/** States in which the exchange rests; the ones between come and go too often to be spoken. */
export type RestingSync = Exclude<SyncState['state'], 'connecting' | 'sending'>;

/** The state to speak of: the newest one at rest. */
export const restingAfter = (previous: RestingSync | null, sync: SyncState): RestingSync | null =>
  sync.state === 'connecting' || sync.state === 'sending' ? previous : sync.state;
