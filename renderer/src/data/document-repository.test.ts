import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { type DocId, makeDocId } from '#shared/domain/ids.ts';
import { testTemplate } from '#shared/domain/test-template.ts';
import { edit } from '#shared/sync/edit.ts';
import { summarize } from '#shared/sync/summarize.ts';
import { begun, docId } from '#shared/sync/test-documents.ts';
import { DeskIndex } from './desk-index.ts';
import { DocumentRepository } from './document-repository.ts';
import { aesGcmSealer } from './sealer.ts';
import { storeFailure } from './store-failure.ts';
import { openTestStore } from './test-store.ts';

type TestStore = Awaited<ReturnType<typeof openTestStore>>;
const stores: TestStore[] = [];
const openStore = async (...parameters: Parameters<typeof openTestStore>) => {
  const store = await openTestStore(...parameters);
  stores.push(store);
  return store;
};
afterEach(async () => {
  const opened = stores.splice(0);
  for (const store of opened) store.close();
  for (const store of opened) await store.destroy();
});

const secret = 'a place that must not leak';

test('nothing that a person wrote stands in the clear: neither title nor text, in any table', async () => {
  const { documents, database } = await openStore();
  await documents.update(docId, () => begun({ title: secret, description: secret }));
  const tables = await Promise.all(database.tables.map((table) => table.toArray()));
  const clear = JSON.stringify(tables, (_, value) =>
    value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value,
  );
  expect(clear).toContain(docId);
  expect(clear).not.toContain('must not leak');
});

test('every write asks for a strict transaction', async () => {
  // Dexie binds the method when it opens a store, so it must be watched before.
  const asked = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const { documents } = await openStore();
  await documents.update(docId, () => begun({ title: 'a' }));
  const writes = asked.mock.calls.filter(([, mode]) => mode === 'readwrite');
  asked.mockRestore();
  expect(writes.length).toBeGreaterThan(0);
  expect(writes.map(([, , options]) => options?.durability)).toEqual(writes.map(() => 'strict'));
});

test('a commit is told after it is durable, and to other windows on the same space', async () => {
  const here = await openStore(undefined, 'shared');
  const there = await openStore(undefined, 'shared');
  const told: (readonly DocId[])[] = [];
  there.events.subscribe((changed) => told.push(changed));
  await here.documents.update(docId, () => begun({ title: 'a' }));
  await vi.waitFor(() => expect(told).toEqual([[docId]]));
  expect((await there.documents.read(docId))?.local.title).toBe('a');
});

test('two windows that write different fields at the same time keep both', async () => {
  const here = await openStore(undefined, 'both');
  const there = await openStore(undefined, 'both');
  await here.documents.update(docId, () => begun({}));
  await there.documents.read(docId);
  await here.documents.update(docId, (state) => state && edit(state, new Map([['title', 'a']]), 2000));
  const after = await there.documents.update(
    docId,
    (state) => state && edit(state, new Map([['description', 'b']]), 3000),
  );
  expect(after?.local).toEqual({ title: 'a', description: 'b' });
});

test('a store opened with another key says that it cannot be read, and changes nothing', async () => {
  const first = await openStore(undefined, 'keyed');
  await first.documents.update(docId, () => begun({ title: 'a' }));
  const second = await openStore(new Uint8Array(32).fill(9), 'keyed');
  const failure = await second.documents.read(docId).then(() => null, storeFailure);
  expect(failure).toEqual({ code: 'store-unreadable' });
  expect((await first.documents.read(docId))?.local.title).toBe('a');
});

test('a row that was cut or moved to another document is unreadable, never guessed at', async () => {
  const { documents, database, name } = await openStore();
  await documents.update(docId, () => begun({ title: 'a' }));
  const row = await database.contents.get(docId);
  if (!row) throw new Error('no row');
  await database.contents.put({ ...row, sealed: row.sealed.slice(0, 40) });
  const again = await openStore(undefined, name);
  expect(await again.documents.read(docId).then(() => null, storeFailure)).toEqual({
    code: 'store-unreadable',
  });
});

test('one document that cannot be read holds up no other, and stays in the list', async () => {
  const { documents, database, name } = await openStore();
  const other = makeDocId(5, (length) => new Uint8Array(length).fill(5));
  await documents.update(docId, () => begun({ title: 'a' }));
  await documents.update(other, () => ({ ...begun({ title: 'b' }), id: other }));
  const garbled = Uint8Array.from({ length: 60 }, (_, index) => index);
  await database.contents.update(docId, { sealed: garbled });
  await database.documents.update(docId, { header: garbled });
  const again = await openStore(undefined, name);
  const step = (state: Parameters<typeof edit>[0] | undefined) =>
    state && edit(state, new Map([['title', 'c']]), 2000);
  await again.documents.updateAll(
    new Map([
      [docId, step],
      [other, step],
    ]),
  );
  expect((await again.documents.read(other))?.local.title).toBe('c');
  expect(await again.store.read(docId)).toBeUndefined();
  const summaries = await again.documents.page(null, 100);
  expect(summaries.find((summary) => summary.id === docId)?.attention).toEqual({ code: 'store-unreadable' });
  expect(summaries.find((summary) => summary.id === other)?.title).toBe('c');
});

test('JO3: what cannot be read is answered as the journal knew it, listed so, and written whole at the next save', async () => {
  const { documents, database, events } = await openStore();
  await documents.update(docId, () => begun({ title: 'as it was saved' }));
  const garbled = Uint8Array.from({ length: 60 }, (_, index) => index);
  await database.contents.update(docId, { sealed: garbled });
  await database.documents.update(docId, { header: garbled });
  const sealer = await aesGcmSealer(new Uint8Array(32).fill(7));
  const asked: DocId[] = [];
  const open = () =>
    new DocumentRepository(
      database,
      sealer,
      events,
      (state) => summarize(state, testTemplate, []),
      async (id) => {
        asked.push(id);
        return begun({ title: 'as the journal knew it' });
      },
    );
  const damaged = open();
  expect((await damaged.summaries([docId]))[0]).toMatchObject({
    title: 'as the journal knew it',
    attention: null,
  });
  await damaged.update(docId, (state) => state && edit(state, new Map([['title', 'written since']]), 2000));
  expect(asked).not.toEqual([]);
  asked.splice(0);
  expect((await open().read(docId))?.local.title).toBe('written since');
  expect(asked).toEqual([]);
});

test('[FO5] what was listed while its form was not here is listed anew once it is', async () => {
  const { documents, database, events } = await openStore();
  const sealer = await aesGcmSealer(new Uint8Array(32).fill(7));
  const formless = new DocumentRepository(database, sealer, events, (state) => ({
    ...summarize(state, testTemplate, []),
    attention: { code: 'form-missing' },
  }));
  await formless.update(docId, () => begun({ title: 'on a form of tomorrow' }));
  expect((await formless.summaries([docId]))[0]?.attention).toEqual({ code: 'form-missing' });
  expect((await documents.summaries([docId]))[0]).toMatchObject({
    title: 'on a form of tomorrow',
    attention: null,
  });
});

test('a full disk is a failure with a name, and what was saved before stays', async () => {
  const { documents, database } = await openStore();
  await documents.update(docId, () => begun({ title: 'a' }));
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError');
  });
  const full = await documents
    .update(docId, (state) => state && edit(state, new Map([['title', 'b']]), 2000))
    .then(() => null, storeFailure);
  put.mockRestore();
  expect(full).toEqual({ code: 'store-full' });
  expect((await documents.read(docId))?.local.title).toBe('a');
  expect(await database.contents.count()).toBe(1);
});

test('new documents are added all or none: stopped before the last is ready, or where one of them cannot be kept', async () => {
  const { documents, database, events } = await openStore();
  const told: (readonly DocId[])[] = [];
  events.subscribe((changed) => told.push(changed));
  const ids = [1, 2, 3].map((at) => makeDocId(at, (length) => new Uint8Array(length).fill(at)));
  const states = ids.map((id) => ({ ...begun({ title: id }), id }));
  const counted = () => Promise.all(database.tables.map((table) => table.count()));
  const before = await counted();

  expect(await documents.create(states, (ready) => ready < 3)).toBe(false);
  let puts = 0;
  const bulkPut = IDBObjectStore.prototype.put;
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    ...row
  ) {
    puts += 1;
    if (puts > 4) throw new DOMException('no room', 'QuotaExceededError');
    return bulkPut.apply(this, row);
  });
  const full = await documents.create(states).then(() => null, storeFailure);
  put.mockRestore();
  expect(full).toEqual({ code: 'store-full' });
  expect([await counted(), told]).toEqual([before, []]);

  const ready: number[] = [];
  expect(await documents.create(states, (count) => ready.push(count) > 0)).toBe(true);
  expect([ready, told]).toEqual([[0, 1, 2, 3], [ids]]);
  expect(await Promise.all(ids.map(async (id) => (await documents.read(id))?.local.title))).toEqual(ids);
});

test('the newest documents are listed first, the others follow without being asked for', async () => {
  const { documents, events } = await openStore();
  const ids = Array.from({ length: 70 }, (_, index) =>
    makeDocId(index, (length) => new Uint8Array(length).fill(index)),
  );
  await documents.updateAll(
    new Map(
      ids.map((id, index) => [id, () => ({ ...begun({ title: `${index}` }), id, savedAt: index })] as const),
    ),
  );
  const index = new DeskIndex(documents, events);
  await index.open();
  const first = index.getSnapshot();
  expect(first?.documents.length).toBe(60);
  expect(first?.documents[0]?.title).toBe('69');
  expect(first?.isComplete).toBe(false);
  await vi.waitFor(() => expect(index.getSnapshot()?.isComplete).toBe(true));
  expect(index.getSnapshot()?.documents.length).toBe(70);
  index.close();
});

test('the list follows every commit', async () => {
  const { documents, events } = await openStore();
  const index = new DeskIndex(documents, events);
  await index.open();
  expect(index.getSnapshot()?.documents).toEqual([]);
  await documents.update(docId, () => begun({ title: 'a' }));
  await vi.waitFor(() =>
    expect(index.getSnapshot()?.documents.map((summary) => summary.title)).toEqual(['a']),
  );
  await documents.update(docId, (state) => state && edit(state, new Map([['title', 'b']]), 2000));
  await vi.waitFor(() =>
    expect(index.getSnapshot()?.documents.map((summary) => summary.title)).toEqual(['b']),
  );
  index.close();
});
