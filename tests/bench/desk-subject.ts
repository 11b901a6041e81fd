import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { Connection } from '#renderer/sync/connection.ts';
import { httpTransport, type Wire } from '#renderer/sync/http-transport.ts';
import { MemoryStore } from '#renderer/sync/memory-store.ts';
import { noFiles } from '#renderer/sync/no-files.ts';
import { pull } from '#renderer/sync/pull.ts';
import { push } from '#renderer/sync/push.ts';
import { type DocId, makeClientId, makeDocId } from '#shared/domain/ids.ts';
import { newDocument } from '#shared/sync/document-state.ts';
import { edit } from '#shared/sync/edit.ts';
import { startSandboxProcess } from '#tests/support/sandbox-process.ts';
import type { PeerDocument, Subject } from './peer-process.ts';

const bytes = (length: number) => new Uint8Array(randomBytes(length));

/** The shell's way of carrying a request, over Node's fetch. */
export const wireTo =
  (base: () => string): Wire =>
  async ({ method, path, headers, body }) => {
    const response = await fetch(`${base()}${path}`, {
      method,
      headers,
      ...(body ? { body: body as Uint8Array<ArrayBuffer> } : {}),
    });
    return {
      ok: true,
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: new Uint8Array(await response.arrayBuffer()),
    };
  };

/** A laptop with the app's own push and pull; only its store is in memory. Without a token it signs in itself. */
export const laptopAt = async (base: () => string, token: string | null = null) => {
  const store = new MemoryStore(makeClientId(bytes));
  await store.saveRecord({ ...(await store.record()), token, account: token });
  const open = () =>
    Connection.open({
      store,
      transport: httpTransport(wireTo(base), async (plain) => new Uint8Array(gzipSync(plain))),
      files: noFiles,
      consent: () => true,
      clock: { now: Date.now, after: () => () => undefined },
      random: { bytes, roll: Math.random },
    });
  const must = async (step: Promise<{ readonly ok: boolean }>) => {
    const done = await step;
    if (!done.ok) throw new Error(JSON.stringify(done));
  };
  return {
    store,
    push: async () => must(push(await open(), () => true)),
    pull: async () => must(pull(await open())),
  };
};

/** Compact Desk: two laptops and the sandbox on PGlite in a process of its own. */
export async function startDesk(documents: readonly PeerDocument[]): Promise<Subject> {
  const network = await startSandboxProcess();
  let url = network.url;
  const laptop = await laptopAt(() => url);
  const colleague = await laptopAt(() => network.url);
  const ids = new Map<string, DocId>(documents.map(({ id }) => [id, makeDocId(Date.now(), bytes)]));
  for (const { id, ...values } of documents) {
    const doc = ids.get(id) as DocId;
    await laptop.store.update(doc, () => newDocument(doc, 'pledge', 'pledge@1', values, Date.now()));
  }
  await laptop.push();
  await laptop.pull();
  await colleague.pull();

  /** Everything that both know must be the same, or the figure means nothing. */
  const check = async (): Promise<void> => {
    for (const [id, state] of laptop.store.documents) {
      const other = await colleague.store.read(id);
      if (JSON.stringify(other?.local.title) !== JSON.stringify(state.local.title))
        throw new Error(`${id} did not arrive`);
      if (other?.local.description !== state.local.description) throw new Error(`${id} did not arrive`);
    }
  };
  const timed = async (through: string, step: () => Promise<void>): Promise<number> => {
    url = through;
    const before = performance.now();
    await step();
    const ms = performance.now() - before;
    url = network.url;
    return ms;
  };
  return {
    port: network.port,
    async edit(side, edits) {
      const { store } = side === 'laptop' ? laptop : colleague;
      for (const { id, ...values } of edits) {
        const doc = ids.get(id) as DocId;
        await store.update(doc, (state) => state && edit(state, new Map(Object.entries(values)), Date.now()));
      }
      if (side === 'server') await colleague.push();
    },
    async push(through) {
      const ms = await timed(through, laptop.push);
      await colleague.pull();
      await check();
      return ms;
    },
    async pull(through) {
      const ms = await timed(through, laptop.pull);
      await check();
      return ms;
    },
    close: network.dispose,
  };
}
