import { useMemo, useSyncExternalStore } from 'react';
import { storeFailure } from '#renderer/data/store-failure.ts';
import type { DocumentSummary } from '#shared/domain/summary.ts';
import type { Loadable } from './loadable.ts';
import { useSpace } from './use-space.ts';

/** All documents of the open space, as the Desk lists them. */
export const useDesk = (): Loadable<readonly DocumentSummary[]> => {
  const { index } = useSpace();
  const list = useSyncExternalStore(index.subscribe, index.getSnapshot);
  const error = useSyncExternalStore(index.subscribe, index.getFailure);
  return useMemo(() => {
    if (error !== null)
      return { state: 'failed', failure: storeFailure(error) ?? { code: 'store-unreadable' } };
    return list === null ? { state: 'loading' } : { state: 'ready', value: list.documents };
  }, [list, error]);
};

/** False while only the newest documents are listed and the others are still being read. */
export const useIsDeskComplete = (): boolean => {
  const { index } = useSpace();
  return useSyncExternalStore(index.subscribe, () => index.getSnapshot()?.isComplete ?? false);
};
