import { expect, test } from 'vitest';
import { isDatabaseUnavailable } from '../database.ts';
import { postgresPrograms, startPrivatePostgres } from '../testing/private-postgres.ts';
import { openPgDatabase } from './pg-database.ts';

const failure = (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.then(
    () => {
      throw new Error('it did not fail');
    },
    (error: unknown) => error,
  );

test('a server that is not there, or goes away, is unavailable; a wrong statement is not', async (context) => {
  const nowhere = openPgDatabase('postgresql://postgres@127.0.0.1:1/none');
  expect(isDatabaseUnavailable(await failure(nowhere.query('select 1')))).toBe(true);
  await nowhere.close();
  const programs = postgresPrograms();
  if (programs === undefined) {
    process.stderr.write('skipped: no PostgreSQL is installed to be stopped\n');
    context.skip('no PostgreSQL is installed');
    return;
  }
  const server = await startPrivatePostgres(programs);
  const database = openPgDatabase(server.connectionString);
  expect(isDatabaseUnavailable(await failure(database.query('select nothing')))).toBe(false);
  const interrupted = failure(
    database.transaction(async (sql) => {
      await sql.query('select 1');
      await server.stop();
      await sql.query('select 1');
    }),
  );
  expect(isDatabaseUnavailable(await interrupted)).toBe(true);
  expect(isDatabaseUnavailable(await failure(database.query('select 1')))).toBe(true);
  await database.close();
});
