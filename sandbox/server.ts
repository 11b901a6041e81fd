import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { readAppFiles } from './app-files.ts';
import { readArguments, type SandboxOptions, usage } from './arguments.ts';
import { folderBlobShelf } from './blob-shelf-folder.ts';
import type { Database } from './database.ts';
import { makeFaultBox } from './faults/fault-box.ts';
import { networkApp } from './network-app.ts';
import { pruneNetwork, readTemplates, readVocabulary, startNetwork } from './network-start.ts';
import { openPgDatabase } from './sql/pg-database.ts';
import { openPgliteDatabase } from './sql/pglite-database.ts';
import { createSchema } from './sql/schema.ts';
import { sqlStore } from './sql-store.ts';

const loopback = '127.0.0.1';
const pruneEveryMs = 24 * 60 * 60 * 1000;

const say = (line: string): void => {
  process.stderr.write(`sandbox: ${line}\n`);
};

const fail = (error: unknown): void => {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
};

const openDatabase = async ({ dataFolder, isQuiet }: SandboxOptions): Promise<Database> => {
  const url = process.env.DATABASE_URL;
  if (url) return openPgDatabase(url);
  if (!isQuiet) say(`data in ${dataFolder}, in an embedded PostgreSQL that a power cut may set back`);
  return openPgliteDatabase(dataFolder);
};

const serve = async (options: SandboxOptions): Promise<void> => {
  const appFiles = options.appFolder === null ? null : readAppFiles(options.appFolder);
  const content = {
    templates: readTemplates(join(options.dataFolder, 'templates')),
    vocabulary: readVocabulary(),
    meetings: options.meetings,
  };
  const database = await openDatabase(options);
  try {
    const { epoch } = await createSchema(database, randomUUID());
    const stores = {
      store: sqlStore(database),
      blobs: await folderBlobShelf(join(options.dataFolder, 'blobs')),
      epoch,
    };
    const network = await startNetwork(stores, content, {
      now: Date.now,
      newToken: () => randomBytes(32).toString('base64url'),
    });
    await pruneNetwork(network);
    const pruning = setInterval(() => void pruneNetwork(network).catch(fail), pruneEveryMs);
    const app = await networkApp({
      network,
      uploadsFolder: join(options.dataFolder, 'uploads'),
      ...(options.withFaults ? { faults: makeFaultBox() } : {}),
      ...(appFiles === null ? {} : { appFiles }),
      logger: { level: options.isQuiet ? 'error' : 'warn', stream: process.stderr },
    });
    const stop = async (): Promise<void> => {
      clearInterval(pruning);
      await app.close();
      await database.close();
    };
    let isStopping = false;
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        if (isStopping) return;
        isStopping = true;
        stop().catch(fail);
      });
    }
    const address = await app.listen({ host: loopback, port: options.port });
    process.stdout.write(`sandbox listening on ${address}\n`);
  } catch (error) {
    await database.close();
    throw error;
  }
};

const options = readArguments(process.argv.slice(2));
if (options.ok) {
  await serve(options.value).catch(fail);
} else {
  say(options.error);
  say(`usage: ${usage}`);
  process.exitCode = 2;
}
