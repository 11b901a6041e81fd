import * as z from 'zod/mini';
import type { JournalFiles } from '#shared/ipc/journal-files.ts';
import { recount } from '#shared/sync/apply-change.ts';
import type { DocumentRepository } from './document-repository.ts';
import { readHistory, readJournal } from './journal-reader.ts';
import type { MetaRepository } from './meta-repository.ts';
import type { Sealer } from './sealer.ts';
import type { VersionRepository } from './version-repository.ts';

/** What came back from the journal into an empty store. */
export type Restored = {
  readonly documents: number;
  /** Milliseconds since 1970 of the newest snapshot; null where no document came back. */
  readonly newestAt: number | null;
  /** Lines that could not be read: what only they said is lost. */
  readonly damagedLines: number;
};

/** Documents written in one transaction. */
const writtenAtOnce = 100;

/**
 * Fills an empty store from its journal (JO3): null where the store is not empty, or there is no journal. The place
 * in the feed is not restored, so that all is read anew and merged; a submission keeps its id, and is received once,
 * one that was handed over to be sent from here included.
 */
export const restore = async (
  files: JournalFiles,
  space: string,
  sealer: Sealer,
  {
    documents,
    meta,
    versions,
  }: {
    readonly documents: DocumentRepository;
    readonly meta: MetaRepository;
    readonly versions: VersionRepository;
  },
): Promise<Restored | null> => {
  const wasCutShort = (await meta.read('restoring', z.boolean())) === true;
  if (!wasCutShort && !(await documents.isEmpty())) return null;
  const journal = await readJournal(files, space, sealer);
  const { newestAt } = journal;
  let { damagedLines } = journal;
  // A space that was only entered has no document either: its own profile shows that nothing is missing.
  const isProfileMissing =
    journal.values.has('profile') && (await meta.read('profile', z.unknown())) === undefined;
  if (journal.documents.size === 0 && !isProfileMissing && damagedLines === 0) return null;
  // Until all is back, the next start goes on with it.
  await meta.write('restoring', true);
  for (const [key, value] of journal.values) await meta.write(key, value);
  const states = [...journal.documents.values()];
  for (let start = 0; start < states.length; start += writtenAtOnce) {
    const chunk = states.slice(start, start + writtenAtOnce);
    await documents.updateAll(
      new Map(chunk.map((state) => [state.id, (known) => known ?? recount(state)] as const)),
    );
  }
  for (const { id } of states) {
    const history = await readHistory(journal.histories.get(id) ?? [], space, sealer);
    damagedLines += history.damagedLines;
    await versions.import(id, history.chain);
  }
  await meta.write('restoring', false);
  return { documents: states.length, newestAt, damagedLines };
};
