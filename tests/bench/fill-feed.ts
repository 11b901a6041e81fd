import type { Account } from '#sandbox/account.ts';
import type { Sql } from '#sandbox/database.ts';

/** Fills the feed of an account's realm from its place `from` to `to`: documents of its own, each with a title. */
export const fillFeed = async (
  sql: Sql,
  { realm, id }: Account,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<void> => {
  const rows = `generate_series(${from + 1}, ${to}) as i`;
  const doc = `'d' || lpad(i::text, 9, '0')`;
  await sql.query(
    `insert into docs (id, realm, kind, template, rev, stage, round, meta_seq)
     select ${doc}, '${realm}', 'pledge', 'pledge@1', 1, 'draft', 1, i from ${rows}`,
  );
  await sql.query(
    `insert into fields (doc, path, v, fr, seq, deleted)
     select ${doc}, 'title', to_json('Pledge ' || i), 1, i, false from ${rows}`,
  );
  await sql.query(
    `insert into members (doc, realm, account, role, seq)
     select ${doc}, '${realm}', '${id}', 'author', i from ${rows}`,
  );
  await sql.query(`insert into feed (doc, realm, seq) select ${doc}, '${realm}', i from ${rows}`);
  await sql.query(`update realms set seq = ${to} where realm = '${realm}'`);
  await sql.query('vacuum analyze');
};
