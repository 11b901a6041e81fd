import { useEffect, useMemo, useState } from 'react';
import { TextSearch } from '#renderer/commands/text-search.ts';
import type { DocId } from '#shared/domain/ids.ts';
import { useDesk } from './use-desk.ts';
import { useSpace } from './use-space.ts';

/** Documents whose text contains every word; null while nothing is asked or the first answer is on its way. */
export const useTextSearch = (query: string): ReadonlySet<DocId> | null => {
  const space = useSpace();
  const desk = useDesk();
  const search = useMemo(() => new TextSearch(space.documents), [space]);
  const [found, setFound] = useState<ReadonlySet<DocId> | null>(null);
  const asked = query.trim();
  useEffect(() => search.watch(space.events), [search, space]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed list asks again
  useEffect(() => {
    let isNewest = true;
    if (asked === '') setFound(null);
    else
      void search.find(asked).then((ids) => {
        if (isNewest) setFound(ids);
      });
    return () => {
      isNewest = false;
    };
  }, [search, asked, desk]);
  return asked === '' ? null : found;
};
