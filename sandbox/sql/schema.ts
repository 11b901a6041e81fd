import { type Database, type Sql, textOf } from '../database.ts';

/** Version of the tables below; a database of a newer one is refused. */
export const tablesVersion = 3;

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
  seq int8 not null,
  pruned_seq int8 not null default 0
);
create table if not exists accounts (
  account text primary key,
  name text not null,
  email text not null,
  realm text not null references realms,
  role text not null,
  countries text not null
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
  deleted boolean not null default false,
  receipt text
);
create table if not exists fields (
  doc text not null references docs,
  path text not null,
  v json,
  fr int8 not null,
  seq int8 not null,
  deleted boolean not null,
  at int8 not null default 0,
  primary key (doc, path)
);
create index if not exists fields_by_seq on fields (doc, seq);
create table if not exists text_history (
  doc text not null references docs,
  path text not null,
  fr int8 not null,
  seq int8 not null,
  v json not null,
  at int8 not null,
  primary key (doc, path, seq)
);
create table if not exists feed (
  doc text primary key references docs,
  realm text not null references realms,
  seq int8 not null
);
create unique index if not exists feed_by_seq on feed (realm, seq);
create table if not exists members (
  doc text not null references docs,
  realm text not null references realms,
  account text not null references accounts,
  role text,
  seq int8 not null,
  primary key (doc, account)
);
create index if not exists members_by_account on members (account, realm);
create table if not exists invitations (
  id text primary key,
  doc text not null references docs,
  email text not null,
  role text not null
);
create table if not exists acks (
  client text not null,
  doc text not null,
  last_n int8 not null,
  hash text not null,
  outcome text not null,
  at int8 not null default 0,
  account text,
  sent_by text,
  primary key (client, doc)
);
create table if not exists submissions (
  id text primary key,
  doc text references docs,
  account text not null,
  round int8 not null,
  state text not null check (state in ('received', 'ended', 'cancelled')),
  body_hash text not null,
  answer text not null,
  snapshot text,
  at int8 not null,
  sent_by text
);
create unique index if not exists one_received_per_round
  on submissions (doc, round) where state = 'received';
create table if not exists receipt_numbers (
  realm text not null references realms,
  year int8 not null,
  last int8 not null,
  primary key (realm, year)
);
create table if not exists comments (
  id text primary key,
  doc text not null references docs,
  seq int8 not null,
  comment text not null
);
create index if not exists comments_by_seq on comments (doc, seq);
create table if not exists endorsements (
  id text primary key,
  doc text not null references docs,
  account text not null,
  endorsement text not null
);
create index if not exists endorsements_by_doc on endorsements (doc);
create table if not exists file_references (
  sha256 text not null,
  doc text not null references docs,
  primary key (sha256, doc)
);
create table if not exists file_senders (
  sha256 text not null,
  account text not null,
  primary key (sha256, account)
);
create table if not exists decisions (
  id text primary key,
  account text not null,
  body_hash text not null,
  answer text not null
);
`;

/** What turns tables of version 1 into those above; everybody of a realm becomes an author of its documents. */
const fromVersion1 = `
alter table realms add column pruned_seq int8 not null default 0;
alter table accounts add column email text not null default '';
alter table accounts add column role text not null default 'member';
alter table accounts add column countries text not null default '[]';
alter table accounts drop column training;
update accounts set email = account || '@training.example';
alter table docs add column deleted boolean not null default false;
alter table fields add column at int8 not null default 0;
alter table acks add column at int8 not null default 0;
alter table submissions add column account text not null default 'training';
alter table submissions add column at int8 not null default 0;
update submissions set at = (extract(epoch from received_at::timestamptz) * 1000)::int8;
alter table submissions drop column received_at;
alter table submissions drop column realm;
alter table submissions alter column doc drop not null;
alter table submissions drop constraint submissions_state_check;
alter table submissions add check (state in ('received', 'ended', 'cancelled'));
`;
/** Who brought what for whom. */
const fromVersion2 = `
alter table acks add column account text;
alter table acks add column sent_by text;
alter table submissions add column sent_by text;
`;
const membersOfVersion1 = `
insert into members (doc, realm, account, role, seq)
  select docs.id, docs.realm, accounts.account, 'author', docs.meta_seq
  from docs join accounts on accounts.realm = docs.realm
  on conflict do nothing;
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

const run = async (sql: Sql, script: string): Promise<void> => {
  for (const statement of script.split(';')) {
    if (statement.trim() !== '') await sql.query(statement);
  }
};

/** The version of the tables that are there; undefined in an empty database. */
const installedVersion = async (sql: Sql): Promise<string | undefined> => {
  const [found] = await sql.query(`select to_regclass('meta')::text as name`);
  if (found?.name === null) return undefined;
  const [row] = await sql.query(`select value from meta where key = 'tables'`);
  return row && textOf(row, 'value');
};

/**
 * Makes the tables where they are missing, brings older ones up to date and answers the epoch of this
 * database: `newEpoch` in a new one. Two servers starting on one database wait for each other. Throws
 * NewerTablesError.
 */
export const createSchema = (database: Database, newEpoch: string): Promise<{ readonly epoch: string }> =>
  database.transaction(async (sql) => {
    await sql.query('select pg_advisory_xact_lock($1)', [lockKey]);
    const installed = await installedVersion(sql);
    if (installed !== undefined && Number(installed) > tablesVersion) throw new NewerTablesError(installed);
    if (installed === '1') await run(sql, fromVersion1);
    if (installed === '1' || installed === '2') await run(sql, fromVersion2);
    await run(sql, tables);
    if (installed === '1') await run(sql, membersOfVersion1);
    await settle(sql, 'tables', String(tablesVersion));
    await sql.query(`update meta set value = $1 where key = 'tables'`, [String(tablesVersion)]);
    return { epoch: await settle(sql, 'epoch', newEpoch) };
  });
