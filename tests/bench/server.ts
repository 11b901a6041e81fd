import { randomUUID } from 'node:crypto';
import { cpus } from 'node:os';
import pg from 'pg';
import { trainingAccounts } from '#sandbox/account.ts';
import { memoryBlobShelf } from '#sandbox/blob-shelf-memory.ts';
import { changesSince } from '#sandbox/changes.ts';
import { encodeCursor } from '#sandbox/cursor.ts';
import type { Network } from '#sandbox/network.ts';
import { networkApp } from '#sandbox/network-app.ts';
import { readTemplates, readVocabulary, startNetwork } from '#sandbox/network-start.ts';
import { openPgDatabase } from '#sandbox/sql/pg-database.ts';
import { createSchema } from '#sandbox/sql/schema.ts';
import { sqlStore } from '#sandbox/sql-store.ts';
import { postgresPrograms, startPrivatePostgres } from '#sandbox/testing/private-postgres.ts';
import { makeDocId } from '#shared/domain/ids.ts';
import { newDocument } from '#shared/sync/document-state.ts';
import { edit } from '#shared/sync/edit.ts';
import { schemaVersion } from '#shared/sync/protocol-version.ts';
import { startSandboxProcess } from '#tests/support/sandbox-process.ts';
import type { BenchLine, BenchResult } from './bench-result.ts';
import { prose, seededBytes } from './corpus.ts';
import { laptopAt } from './desk-subject.ts';
import { fillFeed } from './fill-feed.ts';
import { costOf, type RecordedDatabase, recorded, runByHand, type Transaction } from './recorded-database.ts';
import { quantile, spread } from './statistics.ts';

/** Documents in the feed of one realm. */
const feedSizes = [1_000, 10_000, 100_000, 1_000_000] as const;
const callsPerSize = 200;
const laptops = 200;
const editsPerLaptop = 10;
/** Connections of the baseline, as many as the server's own pool has. */
const connections = 10;
const reader = trainingAccounts[0];

const elapsed = async (step: () => Promise<unknown>): Promise<number> => {
  const before = performance.now();
  await step();
  return performance.now() - before;
};

type Opened = {
  readonly network: Network;
  readonly recording: RecordedDatabase;
  readonly pool: pg.Pool;
  readonly close: () => Promise<void>;
};

const openNetwork = async (connectionString: string): Promise<Opened> => {
  const database = openPgDatabase(connectionString);
  const recording = recorded(database);
  const { epoch } = await createSchema(database, randomUUID());
  const network = await startNetwork(
    { store: sqlStore(recording.database), blobs: memoryBlobShelf(), epoch },
    { templates: readTemplates(), vocabulary: readVocabulary() },
    { now: Date.now, newToken: randomUUID },
  );
  const pool = new pg.Pool({ connectionString, max: connections });
  // PostgreSQL may stop before the last of its connections has said goodbye.
  pool.on('error', () => undefined);
  return {
    network,
    recording,
    pool,
    close: async () => {
      await pool.end();
      await database.close();
    },
  };
};

/** One call of `changes`, by a reader who is so many documents behind, in feeds of growing size. */
const changesLines = async (connectionString: string): Promise<readonly BenchLine[]> => {
  const { network, recording, pool, close } = await openNetwork(connectionString);
  const lines: BenchLine[] = [];
  try {
    for (const [index, size] of feedSizes.entries()) {
      await fillFeed(recording.database, reader, { from: feedSizes[index - 1] ?? 0, to: size });
      for (const behind of [0, 20]) {
        const place = size - behind;
        const since = encodeCursor(network.epoch, { [reader.realm]: { floor: place, position: place } });
        const ask = async () => {
          const answer = await changesSince(network, reader, { since, limit: 500, schema: schemaVersion });
          if (!answer.ok || answer.value.docs.length !== behind) throw new Error('not the changes asked for');
        };
        recording.take();
        await ask();
        const transactions = recording.take();
        const { rows, pages } = await costOf(recording.database, transactions);
        const ours: number[] = [];
        const byHand: number[] = [];
        for (let call = 0; call < callsPerSize; call += 1) {
          ours.push(await elapsed(ask));
          byHand.push(await elapsed(() => runByHand(pool, transactions)));
        }
        const measure = `changes, ${behind} documents behind, feed of ${size.toLocaleString('en')}`;
        const detail = `${transactions.flat().length} statements, ${rows} rows and ${pages} pages read`;
        const [own, bare] = [spread(ours), spread(byHand)];
        lines.push(
          { subject: 'the statements by hand', measure, ms: bare, ratio: null, detail },
          { subject: 'Compact Desk', measure, ms: own, ratio: own.median / bare.median, detail },
        );
      }
    }
    return lines;
  } finally {
    await close();
  }
};

type Laptop = Awaited<ReturnType<typeof laptopAt>> & { readonly edit: (turn: number) => Promise<void> };

/** As many laptops as accounts, each with a pledge of its own, in `realms` organizations. */
const prepareLaptops = async (
  { network }: Opened,
  base: () => string,
  realms: number,
): Promise<readonly Laptop[]> => {
  const random = seededBytes(realms);
  const tokens = Array.from({ length: laptops }, (_, index) => `bench-${realms}-${index}`);
  await network.store.transaction(async (rows) => {
    const names = Array.from({ length: realms }, (_, index) => `org-${realms}-${index}`).sort();
    await rows.lockRealms(names);
    for (const [index, token] of tokens.entries()) {
      const realm = `org-${realms}-${index % realms}`;
      const account = { ...reader, id: token, email: `${token}@example.org`, realm };
      await rows.saveAccount(account, token);
    }
  });
  return Promise.all(
    tokens.map(async (token): Promise<Laptop> => {
      const laptop = await laptopAt(base, token);
      const id = makeDocId(Date.now(), random);
      const text = prose(random, 2_400).split(' ');
      const values = { title: prose(random, 100), description: text.join(' ') };
      await laptop.store.update(id, () => newDocument(id, 'pledge', 'pledge@1', values, Date.now()));
      return {
        ...laptop,
        edit: async (turn) => {
          const words = text.with(Math.floor(text.length / 2), `turn${turn}`);
          await laptop.store.update(
            id,
            (state) => state && edit(state, new Map([['description', words.join(' ')]]), Date.now()),
          );
        },
      };
    }),
  );
};

/** The transactions of one push of every laptop, from a server in this process. */
const recordPushes = async (
  opened: Opened,
  everyone: readonly Laptop[],
  serveAt: (url: string) => void,
): Promise<readonly (readonly Transaction[])[]> => {
  const app = await networkApp({ network: opened.network });
  try {
    serveAt(await app.listen({ host: '127.0.0.1', port: 0 }));
    const taken: (readonly Transaction[])[] = [];
    for (const laptop of everyone) {
      await laptop.push();
      await laptop.edit(0);
      opened.recording.take();
      await laptop.push();
      taken.push(opened.recording.take());
    }
    return taken;
  } finally {
    await app.close();
  }
};

/** All of them at once, each with the next step as soon as the last is answered. */
const inParallel = async (
  workers: number,
  steps: readonly (() => Promise<unknown>)[],
): Promise<{ readonly each: readonly number[]; readonly wholeMs: number }> => {
  const each: number[] = [];
  const queue = steps.values();
  const wholeMs = await elapsed(() =>
    Promise.all(
      Array.from({ length: workers }, async () => {
        for (const step of queue) each.push(await elapsed(step));
      }),
    ),
  );
  return { each, wholeMs };
};

const loadLines = async (
  connectionString: string,
  opened: Opened,
  realms: number,
): Promise<readonly BenchLine[]> => {
  let base = '';
  const everyone = await prepareLaptops(opened, () => base, realms);
  const pushes = await recordPushes(opened, everyone, (url) => {
    base = url;
  });
  const sandbox = await startSandboxProcess(connectionString);
  try {
    base = sandbox.url;
    const times: Record<'push' | 'pull', number[]> = { push: [], pull: [] };
    const wholeMs = await elapsed(() =>
      Promise.all(
        everyone.map(async (laptop) => {
          for (let turn = 1; turn <= editsPerLaptop; turn += 1) {
            await laptop.edit(turn);
            times.push.push(await elapsed(laptop.push));
            times.pull.push(await elapsed(laptop.pull));
          }
        }),
      ),
    );
    const byHand = await inParallel(
      connections,
      Array.from({ length: editsPerLaptop }, () =>
        pushes.map((push) => () => runByHand(opened.pool, push)),
      ).flat(),
    );
    const organizations = realms === 1 ? '1 organization' : `${realms} organizations`;
    const statements = `${pushes[0]?.flat().length ?? 0} statements each`;
    const line = (subject: string, measure: string, each: readonly number[], perSecond: number) => ({
      subject,
      measure: `${measure}, ${organizations}`,
      ms: spread(each),
      detail: `p99 ${quantile(each, 0.99).toFixed(0)} ms, ${perSecond.toFixed(0)} ${measure} per second`,
    });
    const perSecond = (count: number, ms: number): number => (count * 1000) / ms;
    const count = laptops * editsPerLaptop;
    const [ours, bare] = [perSecond(count, wholeMs), perSecond(count, byHand.wholeMs)];
    const byHandLine = line('statements by hand, 10 connections', 'pushes', byHand.each, bare);
    return [
      { ...byHandLine, detail: `${byHandLine.detail}, ${statements}`, ratio: null },
      { ...line('sandbox, 200 laptops', 'pushes', times.push, ours), ratio: bare / ours },
      { ...line('sandbox, 200 laptops', 'pulls', times.pull, ours), ratio: null },
    ];
  } finally {
    await sandbox.dispose();
  }
};

/** The sandbox on a real PostgreSQL that waits for its disk: one call in growing feeds, and many laptops at once. */
export async function benchServer(): Promise<BenchResult> {
  const programs = postgresPrograms();
  if (programs === undefined)
    throw new Error('The benchmark of the server needs PostgreSQL (Debian: postgresql)');
  const server = await startPrivatePostgres(programs, true);
  try {
    const changes = await changesLines(server.connectionString);
    const maker = new pg.Pool({ connectionString: server.connectionString });
    await maker.query('create database load');
    await maker.end();
    const loadString = server.connectionString.replace('/postgres?', '/load?');
    const opened = await openNetwork(loadString);
    try {
      const load = [await loadLines(loadString, opened, 1), await loadLines(loadString, opened, 20)].flat();
      return {
        name: 'server',
        runs: 1,
        runtime: `Node ${process.version}`,
        cores: cpus().length,
        note:
          `${callsPerSize} calls each in growing feeds, the reader has a part in every document. Under load every laptop ` +
          'pushes a word and pulls, at once again when it has its answer; ratio of a push: how many more the same ' +
          'statements do by hand in the same time, though the laptops also pull. Laptops, server and PostgreSQL share the cores.',
        lines: [...changes, ...load],
      };
    } finally {
      await opened.close();
    }
  } finally {
    await server.stop();
  }
}
