import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite, type Transaction } from '@electric-sql/pglite';
import type { Database, Row, Sql, SqlParameter } from '../database.ts';
import { lockFolder } from './folder-lock.ts';

const int8Type = 20;

const sqlOf = (engine: PGlite | Transaction): Sql => ({
  query: async (text, parameters = []) => {
    const { rows } = await engine.query<Row>(text, parameters as SqlParameter[]);
    return rows;
  },
});

/**
 * Opens the embedded PostgreSQL: in memory, or in `folder`, which one process at a time may hold.
 * It survives the end of the process but does not fsync: a power cut may lose what was last written.
 * Throws FolderInUseError.
 */
export const openPgliteDatabase = async (folder: string | null): Promise<Database> => {
  if (folder !== null) mkdirSync(folder, { recursive: true });
  const lock = folder === null ? null : lockFolder(folder);
  try {
    const engine = await PGlite.create({
      ...(folder === null ? {} : { dataDir: join(folder, 'postgres') }),
      parsers: { [int8Type]: Number },
    });
    return {
      engine: 'pglite',
      ...sqlOf(engine),
      transaction: (work) => engine.transaction((transaction) => work(sqlOf(transaction))),
      script: async (text) => {
        await engine.exec(text);
      },
      close: async () => {
        await engine.close();
        lock?.release();
      },
    };
  } catch (error) {
    lock?.release();
    throw error;
  }
};
