/** One row as both engines give it: int8 as number, text as string, json never selected bare. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;

export type SqlParameter = string | number | boolean | null | readonly string[];

/** Runs one statement with `$1` parameters and answers its rows. */
export type Sql = {
  readonly query: (text: string, parameters?: readonly SqlParameter[]) => Promise<readonly Row[]>;
};

/**
 * The port to PostgreSQL, embedded or real. Statements outside a transaction commit by themselves.
 * `transaction` runs at READ COMMITTED, commits when `work` resolves and rolls back when it throws.
 */
export type Database = Sql & {
  readonly engine: 'pglite' | 'postgresql';
  readonly transaction: <T>(work: (sql: Sql) => Promise<T>) => Promise<T>;
  /** Runs several statements without parameters. */
  readonly script: (text: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Reads a text column that the schema declares NOT NULL. */
export const textOf = (row: Row, column: string): string => {
  const value = row[column];
  if (typeof value !== 'string') throw new Error(`Assumption broken: ${column} is not text`);
  return value;
};

/** Reads an int8 column that the schema declares NOT NULL; counters stay below 2^53. */
export const integerOf = (row: Row, column: string): number => {
  const value = row[column];
  if (typeof value !== 'number') throw new Error(`Assumption broken: ${column} is not a number`);
  return value;
};

/** The SQLSTATE of a failed statement. */
export const sqlErrorCode = (error: unknown): string | undefined => {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
};

/** The connection to the database is lost or could not be made. */
export class DatabaseUnreachableError extends Error {
  override readonly name = 'DatabaseUnreachableError';
}

/** Whether a failed statement means "later": no connection, shutdown, too busy, or a statement timeout. */
export const isDatabaseUnavailable = (error: unknown): boolean =>
  error instanceof DatabaseUnreachableError ||
  /^(08...|53...|57...|40001|40P01)$/.test(sqlErrorCode(error) ?? '');
