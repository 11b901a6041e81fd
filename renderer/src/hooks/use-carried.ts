import { useEffect, useState } from 'react';
import { carriedEntries } from '#renderer/commands/carried-entries.ts';
import type { CarriedEntry } from '#renderer/sync/carried-queue.ts';
import { useDesk } from './use-desk.ts';
import { useSpace } from './use-space.ts';
import { useSyncState } from './use-sync-state.ts';

const none: readonly CarriedEntry[] = [];

/** What others handed over to be sent from this laptop, kept in step with the store and the engine. */
export const useCarried = (): readonly CarriedEntry[] => {
  const space = useSpace();
  const desk = useDesk();
  const sync = useSyncState();
  const [entries, setEntries] = useState(none);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list and the engine say when to look again
  useEffect(() => {
    let isNewest = true;
    carriedEntries(space).then(
      (read) => {
        if (isNewest) setEntries(read);
      },
      // The document itself says what is wrong with the store; there is nothing to list then.
      () => undefined,
    );
    return () => {
      isNewest = false;
    };
  }, [space, desk, sync]);
  return entries;
};
