import { integerOf, type Sql } from './database.ts';

/** Practice receipts are told apart at a glance; no realm but training gives receipts here. */
const prefix = 'TRAIN';

/**
 * Takes the next receipt number of the realm in a calendar year (UTC), such as `TRAIN-2026-00001`.
 * Call with the realm locked: the number is gone only if the transaction commits.
 */
export const takeReceiptNumber = async (sql: Sql, realm: string, year: number): Promise<string> => {
  const [row] = await sql.query(
    `insert into receipt_numbers (realm, year, last) values ($1, $2, 1)
     on conflict (realm, year) do update set last = receipt_numbers.last + 1
     returning last`,
    [realm, year],
  );
  if (row === undefined) throw new Error('Assumption broken: no receipt number');
  return `${prefix}-${year}-${String(integerOf(row, 'last')).padStart(5, '0')}`;
};
