import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Database } from '../database.ts';
import { sqlStore } from '../sql-store.ts';
import { aClient, aDoc, aSubmission } from '../testing/builders.ts';
import { enginesUnderTest } from '../testing/databases.ts';
import { createSchema, NewerTablesError } from './schema.ts';

/** The tables as a sandbox of that version made them. */
const tablesOf = (version: 1 | 2): string =>
  readFileSync(new URL(`../testing/tables-${version}.sql`, import.meta.url), 'utf8');

/** Every column of every table: what a query can lean on. */
const columnsOf = async (database: Database) =>
  (
    await database.query(
      `select table_name, column_name, data_type, is_nullable from information_schema.columns
       where table_schema = current_schema() order by table_name, column_name`,
    )
  ).map((row) => Object.values(row).join(' '));

const [doc, client, submission] = [aDoc(), aClient(), aSubmission()];
const outcome = JSON.stringify({ doc, n: 3, outcome: 'applied', rev: 3 });
const receipt = JSON.stringify({ receiptNo: 'TRAIN-2026-00001', doc, round: 1 });

const filled = async (database: Database, version: 1 | 2): Promise<void> => {
  const isFirst = version === 1;
  const write = (table: string, row: Readonly<Record<string, unknown>>) => {
    const names = Object.keys(row);
    return database.query(
      `insert into ${table} (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
      Object.values(row) as string[],
    );
  };
  await database.script(tablesOf(version));
  await write('meta', { key: 'tables', value: String(version) });
  await write('meta', { key: 'epoch', value: 'the-epoch' });
  await write('realms', { realm: 'training', seq: 7 });
  await write('accounts', {
    ...{ account: 'training', name: 'Ana Ruiz', realm: 'training' },
    ...(isFirst
      ? { training: true }
      : { email: 'training@training.example', role: 'member', countries: '[]' }),
  });
  await write('docs', {
    ...{ id: doc, realm: 'training', kind: 'pledge', template: 'pledge@1' },
    ...{ rev: 3, stage: 'submitted', round: 1, meta_seq: 7, receipt },
  });
  await write('fields', { doc, path: 'title', v: '"Ready"', fr: 3, seq: 6, deleted: false });
  await write('feed', { doc, realm: 'training', seq: 7 });
  await write('acks', { client, doc, last_n: 3, hash: 'a', outcome });
  await write('submissions', {
    ...{ id: submission, doc, round: 1, state: 'received', body_hash: 'b', answer: receipt },
    ...(isFirst
      ? { realm: 'training', received_at: '2026-03-04T05:06:07.089Z' }
      : { account: 'training', at: Date.UTC(2026, 2, 4, 5, 6, 7, 89) }),
  });
};

for (const { name, missing, open } of enginesUnderTest) {
  describe.skipIf(missing !== null)(
    `tables of an older sandbox, on ${name}${missing ? `: ${missing}` : ''}`,
    () => {
      for (const version of [1, 2] as const) {
        test(`of version ${version} become those of today, with all that was in them`, async () => {
          const [old, fresh] = [await open(), await open()];
          try {
            await filled(old, version);
            await createSchema(fresh, 'another');
            expect(await createSchema(old, 'another')).toEqual({ epoch: 'the-epoch' });
            // A second start finds nothing to do.
            expect(await createSchema(old, 'another')).toEqual({ epoch: 'the-epoch' });
            expect(await columnsOf(old)).toEqual(await columnsOf(fresh));
            const kept = await sqlStore(old).transaction(async (rows) => ({
              acks: await rows.acks(client, [doc]),
              documents: await rows.documents([doc]),
              account: await rows.account('training'),
            }));
            expect(kept).toMatchObject({
              // Nobody had brought anything for anybody then.
              acks: [{ doc, lastN: 3, account: null }],
              documents: [{ id: doc, rev: 3, stage: 'submitted' }],
              account: { id: 'training', email: 'training@training.example' },
            });
            const rows = await old.query('select outcome from acks union all select answer from submissions');
            expect(rows.map((row) => Object.values(row)[0])).toEqual([outcome, receipt]);
            expect(await old.query('select sent_by, at::text as at from submissions')).toEqual([
              { sent_by: null, at: String(Date.UTC(2026, 2, 4, 5, 6, 7, 89)) },
            ]);
          } finally {
            await old.close();
            await fresh.close();
          }
        });
      }

      test('of a newer one are left alone', async () => {
        const database = await open();
        try {
          await createSchema(database, 'an-epoch');
          await database.query(`update meta set value = '99' where key = 'tables'`);
          await expect(createSchema(database, 'an-epoch')).rejects.toThrow(NewerTablesError);
        } finally {
          await database.close();
        }
      });
    },
  );
}
