import { randomBytes, randomUUID } from 'node:crypto';
import type { Database } from '../database.ts';
import { memoryStore } from '../memory-store.ts';
import { openPgDatabase } from '../sql/pg-database.ts';
import { openPgliteDatabase } from '../sql/pglite-database.ts';
import { createSchema } from '../sql/schema.ts';
import { sqlStore } from '../sql-store.ts';
import type { ServerStore } from '../store.ts';
import { postgresPrograms, startPrivatePostgres } from './private-postgres.ts';

/** An engine that the services are tested on; `open` gives an empty database. */
export type EngineUnderTest = {
  readonly name: string;
  /** Why this engine cannot be tested here; null when it can. */
  readonly missing: string | null;
  readonly open: () => Promise<Database>;
};

const inOwnSchema = async (connectionString: string, stopServer: () => Promise<void>): Promise<Database> => {
  const schema = `desk_${randomBytes(6).toString('hex')}`;
  const maker = openPgDatabase(connectionString);
  await maker.script(`create schema ${schema}`);
  const separator = connectionString.includes('?') ? '&' : '?';
  const database = openPgDatabase(
    `${connectionString}${separator}options=${encodeURIComponent(`-csearch_path=${schema}`)}`,
  );
  return {
    ...database,
    close: async () => {
      await database.close();
      await maker.script(`drop schema ${schema} cascade`);
      await maker.close();
      await stopServer();
    },
  };
};

const openPostgres = async (): Promise<Database> => {
  const given = process.env.DATABASE_URL;
  if (given) return inOwnSchema(given, async () => undefined);
  const programs = postgresPrograms();
  if (programs === undefined) throw new Error('Assumption broken: no PostgreSQL is installed');
  const server = await startPrivatePostgres(programs);
  return inOwnSchema(server.connectionString, server.stop);
};

/** A store that the services are tested on; `open` gives an empty one. */
export type StoreUnderTest = {
  readonly name: string;
  readonly missing: string | null;
  readonly open: () => Promise<ServerStore>;
};

/** The store of an empty database, with its tables. */
export const openSqlStore = async (database: Promise<Database>): Promise<ServerStore> => {
  const opened = await database;
  await createSchema(opened, randomUUID());
  return sqlStore(opened);
};

/** The embedded engine, and a real PostgreSQL by DATABASE_URL or as installed on this machine. */
export const enginesUnderTest: readonly EngineUnderTest[] = [
  { name: 'PGlite', missing: null, open: () => openPgliteDatabase(null) },
  {
    name: 'PostgreSQL',
    missing:
      process.env.DATABASE_URL || postgresPrograms()
        ? null
        : 'neither DATABASE_URL nor /usr/lib/postgresql/*/bin/initdb is there',
    open: openPostgres,
  },
];

/** Memory, and every engine as a store. */
export const storesUnderTest: readonly StoreUnderTest[] = [
  { name: 'memory', missing: null, open: async () => memoryStore() },
  ...enginesUnderTest.map(({ name, missing, open }) => ({
    name,
    missing,
    open: () => openSqlStore(open()),
  })),
];
