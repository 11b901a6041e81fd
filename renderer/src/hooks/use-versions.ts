import { useEffect, useState } from 'react';
import type { ListedVersion as Listed, OpenedVersion } from '#renderer/data/version-repository.ts';
import type { DocId } from '#shared/domain/ids.ts';
import type { Failure } from '#shared/errors.ts';
import type { Loadable } from './loadable.ts';
import { useSpace } from './use-space.ts';
import { useStore } from './use-store.ts';

/** A version in the list of a document, as the rooms see it. */
export type ListedVersion = Listed;

/** Asks the history of a document, and again whenever it changes. */
const useHistory = <T>(
  doc: DocId,
  ask: (versions: ReturnType<typeof useSpace>['versions']) => Promise<T>,
): T | null => {
  const { versions } = useSpace();
  const [answer, setAnswer] = useState<T | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked of one document is always the same
  useEffect(() => {
    let turn = 0;
    const run = () => {
      turn += 1;
      const own = turn;
      ask(versions).then(
        (value) => {
          if (own === turn) setAnswer(() => value);
        },
        // The store is closing or cannot be read: the rooms say that of the document itself.
        () => undefined,
      );
    };
    const stop = versions.watch(doc, run);
    run();
    return () => {
      turn = -1;
      stop();
    };
  }, [versions, doc]);
  return answer;
};

/** The versions of a document, the newest first; null until they are read. */
export const useVersions = (doc: DocId): readonly Listed[] | null =>
  useHistory(doc, (versions) => versions.list(doc));

/** How many versions a document has. */
export const useVersionCount = (doc: DocId): number =>
  useHistory(doc, (versions) => versions.count(doc)) ?? 0;

/** One version with all that it held; null: none is asked for. */
export const useVersion = (doc: DocId, seq: number | null): Loadable<OpenedVersion> | null => {
  const { versions } = useSpace();
  const [opened, setOpened] = useState<{
    readonly seq: number;
    readonly version: Loadable<OpenedVersion>;
  } | null>(null);
  useEffect(() => {
    if (seq === null) return;
    let isShown = true;
    const show = (version: Loadable<OpenedVersion>) => {
      if (isShown) setOpened({ seq, version });
    };
    versions.read(doc, seq).then(
      (read) =>
        show(read.ok ? { state: 'ready', value: read.value } : { state: 'failed', failure: read.error }),
      () => show({ state: 'failed', failure: { code: 'store-unopenable' } }),
    );
    return () => {
      isShown = false;
    };
  }, [versions, doc, seq]);
  if (seq === null) return null;
  return opened?.seq === seq ? opened.version : { state: 'loading' };
};

/** Why the last version could not be kept; null while all is well. */
export const useHistoryTrouble = (): Failure | null => useStore(useSpace().historyTrouble);
