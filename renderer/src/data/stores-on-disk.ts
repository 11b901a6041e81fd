import type { JournalFiles } from '#shared/ipc/journal-files.ts';
import { databaseName } from './database.ts';

/** Which of these spaces have a store, or at least a journal, on this laptop, in their order. */
export const storesOnDisk = async <Space extends string>(
  spaces: readonly Space[],
  factory: IDBFactory,
  journal: JournalFiles | null,
): Promise<readonly Space[]> => {
  // A store that cannot be asked for is told at the opening, by its own name.
  const databases = await Promise.resolve()
    .then(() => factory.databases())
    .catch(() => []);
  const names = new Set(databases.map(({ name }) => name));
  const found = await Promise.all(
    spaces.map(async (space) => names.has(databaseName(space)) || (await hasJournal(journal, space))),
  );
  return spaces.filter((_, index) => found[index]);
};

/** Whether a journal says anything of this space. */
export const hasJournal = async (journal: JournalFiles | null, space: string): Promise<boolean> => {
  try {
    return ((await journal?.segments(space)) ?? []).some(({ sizeBytes }) => sizeBytes > 0);
  } catch {
    return false;
  }
};
