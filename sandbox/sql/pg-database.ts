import pg from 'pg';
import {
  type Database,
  DatabaseUnreachableError,
  type Row,
  type Sql,
  type SqlParameter,
} from '../database.ts';

const int8Type = 20;
const poolSize = 10;
const statementTimeoutMs = 30_000;

type Queryable = Pick<pg.Pool, 'query'> | pg.PoolClient;

/** What the server did not say itself comes from the way to it. */
const unreachable = (error: unknown): never => {
  if (error instanceof pg.DatabaseError) throw error;
  throw new DatabaseUnreachableError('The database cannot be reached', { cause: error });
};

const sqlOf = (engine: Queryable): Sql => ({
  query: async (text, parameters = []) => {
    const { rows } = await engine.query<Row>(text, parameters as SqlParameter[]).catch(unreachable);
    return rows;
  },
});

// Module-wide type parsers would change every other user of `pg` in the process.
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === int8Type ? Number : pg.types.getTypeParser(oid, format as 'text'),
};

/** Connects to a real PostgreSQL (15 or newer). A lost connection rejects the statement that met it. */
export const openPgDatabase = (connectionString: string): Database => {
  const pool = new pg.Pool({
    connectionString,
    types,
    max: poolSize,
    statement_timeout: statementTimeoutMs,
    connectionTimeoutMillis: statementTimeoutMs,
  });
  // Without listeners, a connection that the server closes would end the process, idle (the pool's
  // event) or in use (its own). The next statement meets the loss and rejects.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return {
    engine: 'postgresql',
    ...sqlOf(pool),
    transaction: async (work) => {
      const client = await pool.connect().catch(unreachable);
      try {
        await client.query('begin').catch(unreachable);
        const result = await work(sqlOf(client));
        await client.query('commit').catch(unreachable);
        client.release();
        return result;
      } catch (error) {
        // A connection that cannot roll back is thrown away instead of going back to the pool.
        const rolledBack = await client.query('rollback').then(
          () => true,
          () => false,
        );
        client.release(!rolledBack);
        throw error;
      }
    },
    script: async (text) => {
      await pool.query(text);
    },
    close: () => pool.end(),
  };
};
