import { randomUUID } from 'node:crypto';
import { openPgliteDatabase } from '#sandbox/sql/pglite-database.ts';
import { createSchema } from '#sandbox/sql/schema.ts';
import { sqlStore } from '#sandbox/sql-store.ts';
import type { ServerStore } from '#sandbox/store.ts';

const tables = [
  'acks',
  'comments',
  'decisions',
  'endorsements',
  'feed',
  'fields',
  'file_references',
  'file_senders',
  'invitations',
  'members',
  'receipt_numbers',
  'sessions',
  'submissions',
  'text_history',
  'docs',
  'accounts',
  'realms',
];

/** One embedded PostgreSQL for the process, emptied for every seed: an instance a seed cannot be afforded. */
export const sqlStoreForSeeds = async (): Promise<{
  readonly emptied: () => Promise<ServerStore>;
  readonly close: () => Promise<void>;
}> => {
  const database = await openPgliteDatabase(null);
  await createSchema(database, randomUUID());
  return {
    emptied: async () => {
      for (const table of tables) await database.query(`delete from ${table}`);
      return sqlStore(database);
    },
    close: database.close,
  };
};
