import { integerOf, type Sql } from './database.ts';

/**
 * Takes the realm for this transaction and answers its last sequence. Whoever writes rows that carry
 * a sequence calls this first and holds it to COMMIT: only then does a reader that sees a sequence
 * see every smaller one too.
 */
export const lockRealm = async (sql: Sql, realm: string): Promise<number> => {
  const [row] = await sql.query('select seq from realms where realm = $1 for update', [realm]);
  if (row === undefined) throw new Error(`Assumption broken: there is no realm ${realm}`);
  return integerOf(row, 'seq');
};

export const writeSequence = async (sql: Sql, realm: string, seq: number): Promise<void> => {
  await sql.query('update realms set seq = $2 where realm = $1', [realm, seq]);
};

/** Moves documents of the realm to a new place in its feed. */
export const writeFeed = async (
  sql: Sql,
  realm: string,
  entries: readonly { readonly doc: string; readonly seq: number }[],
): Promise<void> => {
  await sql.query(
    `insert into feed (doc, realm, seq)
     select doc, $1, seq from json_to_recordset($2::json) as entry(doc text, seq int8)
     on conflict (doc) do update set seq = excluded.seq`,
    [realm, JSON.stringify(entries)],
  );
};
