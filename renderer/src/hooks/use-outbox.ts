import { useEffect, useState } from 'react';
import type { OutboxItem } from '#renderer/commands/outbox-item.ts';
import { outboxItems } from '#renderer/commands/outbox-view.ts';
import { storeFailure } from '#renderer/data/store-failure.ts';
import type { Loadable } from './loadable.ts';
import { useDesk } from './use-desk.ts';
import { useSpace } from './use-space.ts';
import { useSyncState } from './use-sync-state.ts';

/** Everything on its way, kept in step with the store and the engine. */
export const useOutbox = (): Loadable<readonly OutboxItem[]> => {
  const space = useSpace();
  const desk = useDesk();
  const sync = useSyncState();
  const [items, setItems] = useState<Loadable<readonly OutboxItem[]>>({ state: 'loading' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list and the engine say when to look again
  useEffect(() => {
    let isNewest = true;
    outboxItems(space, Date.now()).then(
      (value) => {
        if (isNewest) setItems({ state: 'ready', value });
      },
      (error: unknown) => {
        const failure = storeFailure(error) ?? { code: 'store-unreadable' };
        if (isNewest) setItems({ state: 'failed', failure });
      },
    );
    return () => {
      isNewest = false;
    };
  }, [space, desk, sync]);
  return items;
};
