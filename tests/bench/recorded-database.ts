import type pg from 'pg';
import type { Database, Sql, SqlParameter } from '#sandbox/database.ts';

export type Statement = { readonly text: string; readonly parameters: readonly SqlParameter[] };

/** The statements of one transaction, in their order. */
export type Transaction = readonly Statement[];

/** A database that remembers the transactions that its users run. */
export type RecordedDatabase = {
  readonly database: Database;
  /** The transactions since the last call, in their order. */
  readonly take: () => readonly Transaction[];
};

export const recorded = (database: Database): RecordedDatabase => {
  let transactions: Transaction[] = [];
  const tapped = (sql: Sql, statements: Statement[]): Sql => ({
    query: (text, parameters = []) => {
      statements.push({ text, parameters });
      return sql.query(text, parameters);
    },
  });
  return {
    database: {
      ...database,
      transaction: (work) => {
        const statements: Statement[] = [];
        transactions.push(statements);
        return database.transaction((sql) => work(tapped(sql, statements)));
      },
    },
    take: () => {
      const taken = transactions;
      transactions = [];
      return taken;
    },
  };
};

/** The same statements in the same transactions, by hand: nothing between them and the driver. */
export const runByHand = async (pool: pg.Pool, transactions: readonly Transaction[]): Promise<void> => {
  const client = await pool.connect();
  try {
    for (const statements of transactions) {
      await client.query('begin');
      for (const { text, parameters } of statements) await client.query(text, [...parameters]);
      await client.query('commit');
    }
  } finally {
    client.release();
  }
};

type PlanNode = {
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly 'Shared Hit Blocks'?: number;
  readonly 'Shared Read Blocks'?: number;
  readonly Plans?: readonly PlanNode[];
};

const rowsOf = (node: PlanNode): number => {
  const own =
    node['Relation Name'] === undefined
      ? 0
      : (node['Actual Rows'] +
          (node['Rows Removed by Filter'] ?? 0) +
          (node['Rows Removed by Index Recheck'] ?? 0)) *
        node['Actual Loops'];
  return own + (node.Plans ?? []).reduce((total, one) => total + rowsOf(one), 0);
};

/** What PostgreSQL reads to answer these statements: rows of tables, and pages of 8 KiB. */
export const costOf = async (
  sql: Sql,
  transactions: readonly Transaction[],
): Promise<{ readonly rows: number; readonly pages: number }> => {
  let rows = 0;
  let pages = 0;
  for (const { text, parameters } of transactions.flat()) {
    if (!/^\s*(select|with)\b/i.test(text)) continue;
    const [answer] = await sql.query(
      `explain (analyze, buffers, timing off, format json) ${text}`,
      parameters,
    );
    // The drivers parse json, which no statement of ours selects bare.
    const plans = answer?.['QUERY PLAN'] as unknown as readonly [{ readonly Plan: PlanNode }] | undefined;
    const plan = plans?.[0].Plan;
    if (plan === undefined) throw new Error('Assumption broken: PostgreSQL explains nothing');
    rows += rowsOf(plan);
    pages += (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0);
  }
  return { rows, pages };
};
