import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { DocId } from '#shared/domain/ids.ts';
import { type Database, integerOf, type Sql, textOf } from '../database.ts';
import { sqlStore } from '../sql-store.ts';
import { enginesUnderTest } from '../testing/databases.ts';
import { createSchema } from './schema.ts';

const realm = 'agency';

/** Takes the place of a change in the feed, inside the transaction that writes it. */
type TakePlace = (sql: Sql) => Promise<number>;

/** The store's way: the counter of the realm, held to the commit. */
const underTheLock =
  (database: Database): TakePlace =>
  async (sql) => {
    const within = sqlStore({ ...database, transaction: (work) => work(sql) });
    return within.transaction(async (rows) => {
      const place = ((await rows.lockRealms([realm])).get(realm) ?? 0) + 1;
      await rows.saveHead(realm, place);
      return place;
    });
  };

/** The control: a sequence, as one would write it without thinking of readers. */
const fromSequence: TakePlace = async (sql) => {
  const [row] = await sql.query("select nextval('places') as place");
  return row === undefined ? 0 : integerOf(row, 'place');
};

/**
 * Two writers, of which the one that takes its place first commits last, and a reader that reads between the
 * two commits and once more at the end, each time from where it stood. Answers what the reader met.
 */
const metByReader = async (database: Database, take: TakePlace): Promise<readonly string[]> => {
  const met: string[] = [];
  let cursor = 0;
  const read = async (): Promise<void> => {
    const rows = await database.query(
      'select seq, doc from feed where realm = $1 and seq > $2 order by seq',
      [realm, cursor],
    );
    for (const row of rows) {
      met.push(textOf(row, 'doc'));
      cursor = Math.max(cursor, integerOf(row, 'seq'));
    }
  };
  const write = (doc: string, beforeCommit: () => Promise<void>): Promise<void> =>
    database.transaction(async (sql) => {
      const place = await take(sql);
      await sql.query('insert into feed (doc, realm, seq) values ($1, $2, $3)', [doc, realm, place]);
      await beforeCommit();
    });
  const isWaiting = async (): Promise<boolean> => {
    const rows = await database.query('select 1 as one from pg_locks where not granted');
    return rows.length > 0;
  };

  const taken = Promise.withResolvers<void>();
  const mayCommit = Promise.withResolvers<void>();
  const slow = write('slow', async () => {
    taken.resolve();
    await mayCommit.promise;
  });
  await taken.promise;
  let isQuickDone = false;
  const quick = write('quick', async () => undefined).then(() => {
    isQuickDone = true;
  });
  // Either it committed, or it waits for the first one.
  await expect.poll(async () => isQuickDone || (await isWaiting())).toBe(true);
  await read();
  mayCommit.resolve();
  await Promise.all([slow, quick]);
  await read();
  return met;
};

const postgres = enginesUnderTest.filter(({ name }) => name === 'PostgreSQL');

// The embedded engine has one connection: there is nobody to overtake.
describe.each(postgres)('$name', ({ missing, open }) => {
  const opened = async (): Promise<Database> => {
    const database = await open();
    await createSchema(database, randomUUID());
    await database.script('create sequence places');
    await database.query('insert into realms (realm, seq) values ($1, 0)', [realm]);
    for (const doc of ['slow', 'quick'] as readonly string[] as readonly DocId[]) {
      await database.query(
        `insert into docs (id, realm, kind, template, rev, stage, round, meta_seq)
         values ($1, $2, 'pledge', 'pledge@1', 1, 'draft', 1, 1)`,
        [doc, realm],
      );
    }
    return database;
  };

  test.skipIf(missing !== null)(
    '[FE1] a reader beside writers that overtake each other meets every change',
    async () => {
      const database = await opened();
      expect(await metByReader(database, underTheLock(database))).toEqual(['slow', 'quick']);
      await database.close();
    },
  );

  test.skipIf(missing !== null)(
    'control: with a bare sequence the reader never meets the one that commits last',
    async () => {
      const database = await opened();
      expect(await metByReader(database, fromSequence)).toEqual(['quick']);
      await database.close();
    },
  );
});
