import { type Database, type Sql, textOf } from '../database.ts';

/** Version of the tables below; a database of a newer one is refused. */
export const tablesVersion = 1;

const lockKey = 7_203_511;

// Values are json, not jsonb: what was written is read back to the byte. Outcomes, receipts and
// snapshots are text for the same reason.
const tables = `
create table if not exists meta (
  key text primary key,
  value text not null
);
create table if not exists realms (
  realm text primary key,
  seq int8 not null
);
create table if not exists accounts (
  account text primary key,
  name text not null,
  realm text not null references realms,
  training boolean not null
);
create table if not exists sessions (
  token text primary key,
  account text not null references accounts
);
create table if not exists docs (
  id text primary key,
  realm text not null references realms,
  kind text not null,
  template text not null,
  rev int8 not null,
  stage text not null,
  round int8 not null,
  meta_seq int8 not null,
  receipt text
);
create table if not exists fields (
  doc text not null references docs,
  path text not null,
  v json,
  fr int8 not null,
  seq int8 not null,
  deleted boolean not null,
  primary key (doc, path)
);
create index if not exists fields_by_seq on fields (doc, seq);
create table if not exists feed (
  doc text primary key references docs,
  realm text not null references realms,
  seq int8 not null
);
create unique index if not exists feed_by_seq on feed (realm, seq);
create table if not exists acks (
  client text not null,
  doc text not null,
  last_n int8 not null,
  hash text not null,
  outcome text not null,
  primary key (client, doc)
);
create table if not exists submissions (
  id text primary key,
  realm text not null references realms,
  doc text not null references docs,
  round int8 not null,
  state text not null check (state in ('received', 'ended')),
  body_hash text not null,
  answer text not null,
  snapshot text,
  received_at text not null
);
create unique index if not exists one_received_per_round
  on submissions (doc, round) where state = 'received';
create table if not exists receipt_numbers (
  realm text not null references realms,
  year int8 not null,
  last int8 not null,
  primary key (realm, year)
);
`;

/** The tables were made by a newer sandbox. */
export class NewerTablesError extends Error {
  override readonly name = 'NewerTablesError';
  constructor(found: string) {
    super(`The database has tables of version ${found}; this sandbox knows version ${tablesVersion}`);
  }
}

const settle = async (sql: Sql, key: string, value: string): Promise<string> => {
  await sql.query('insert into meta (key, value) values ($1, $2) on conflict (key) do nothing', [key, value]);
  const [row] = await sql.query('select value from meta where key = $1', [key]);
  if (row === undefined) throw new Error(`Assumption broken: meta has no ${key}`);
  return textOf(row, 'value');
};

/**
 * Makes the tables where they are missing and answers the epoch of this database: `newEpoch` in a
 * new one. Two servers starting on one database wait for each other. Throws NewerTablesError.
 */
export const createSchema = (database: Database, newEpoch: string): Promise<{ readonly epoch: string }> =>
  database.transaction(async (sql) => {
    await sql.query('select pg_advisory_xact_lock($1)', [lockKey]);
    for (const statement of tables.split(';')) {
      if (statement.trim() !== '') await sql.query(statement);
    }
    const version = await settle(sql, 'tables', String(tablesVersion));
    if (Number(version) > tablesVersion) throw new NewerTablesError(version);
    return { epoch: await settle(sql, 'epoch', newEpoch) };
  });
