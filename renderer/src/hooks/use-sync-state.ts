import { useSyncExternalStore } from 'react';
import type { SyncState } from '#renderer/sync/sync-state.ts';
import { useSpace } from './use-space.ts';

const localOnly: SyncState = { state: 'local-only' };
const nothingChanges = () => () => {};

/** What the engine of the open space is doing. */
export const useSyncState = (): SyncState => {
  const { sync } = useSpace();
  return useSyncExternalStore(
    sync ? (listener) => sync.subscribe(listener) : nothingChanges,
    () => sync?.getSnapshot() ?? localOnly,
  );
};
