import type { JournalFiles } from '#shared/ipc/journal-files.ts';
import { databaseName } from './database.ts';

/** Whether a space has a store, or at least a journal, on this laptop. */
export const isOnDisk = async (
  space: string,
  factory: IDBFactory,
  journal: JournalFiles | null,
): Promise<boolean> => {
  // A store that cannot be asked for is told at the opening, by its own name.
  const databases = await Promise.resolve()
    .then(() => factory.databases())
    .catch(() => []);
  return databases.some(({ name }) => name === databaseName(space)) || hasJournal(journal, space);
};

/** Whether a journal says anything of this space. */
export const hasJournal = async (journal: JournalFiles | null, space: string): Promise<boolean> => {
  try {
    return ((await journal?.segments(space)) ?? []).some(({ sizeBytes }) => sizeBytes > 0);
  } catch {
    return false;
  }
};
