import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from 'vitest';
import { MemoryStore } from '#renderer/sync/memory-store.ts';
import type { DocumentStep, SyncStore } from '#renderer/sync/ports.ts';
import { type DocId, makeClientId, makeDocId } from '#shared/domain/ids.ts';
import { edit } from '#shared/sync/edit.ts';
import { freeze } from '#shared/sync/outbox.ts';
import { prepareSubmission, requestSubmission } from '#shared/sync/submission.ts';
import { begun, docId, submissionId, synced } from '#shared/sync/test-documents.ts';
import { openTestStore } from './test-store.ts';

const clientId = makeClientId((length) => new Uint8Array(length));
const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const stores: readonly [string, () => Promise<SyncStore>][] = [
  ['memory', async () => new MemoryStore(clientId)],
  [
    'Dexie',
    async () => {
      const opened = await openTestStore();
      closers.push(opened.destroy);
      return opened.store;
    },
  ],
];

describe.each(stores)('the store of sync in %s', (_, open) => {
  test('what was written is read back whole, travelling parts included', async () => {
    const store = await open();
    const asked = requestSubmission(synced({ title: 'Café 😀', countries: ['SN'] }), submissionId, 2000);
    const state = prepareSubmission(asked);
    await store.update(docId, () => state);
    expect(await store.read(docId)).toEqual(state);
    const frozen = freeze(edit(synced({ title: 'a' }), new Map([['title', 'b']]), 3000));
    await store.update(docId, () => frozen);
    expect(await store.read(docId)).toEqual(frozen);
  });

  test('a document without anything to send is not pending; one with an edit is', async () => {
    const store = await open();
    await store.update(docId, () => synced({ title: 'a' }));
    expect(await store.pending()).toEqual([]);
    await store.update(docId, (state) => state && edit(state, new Map([['title', 'b']]), 3000));
    expect(await store.pending()).toEqual([docId]);
  });

  test('an update that answers undefined writes nothing', async () => {
    const store = await open();
    await store.update(docId, () => undefined);
    expect(await store.ids()).toEqual([]);
    expect(await store.read(docId)).toBeUndefined();
  });

  test('updates of one document at the same time all take effect', async () => {
    const store = await open();
    await store.update(docId, () => begun({}));
    const paths = Array.from({ length: 20 }, (__, index) => `field${index}`);
    await Promise.all(
      paths.map((path) =>
        store.update(docId, (state) => state && edit(state, new Map([[path, path]]), 3000)),
      ),
    );
    const state = await store.read(docId);
    expect(Object.keys(state?.local ?? {}).sort()).toEqual([...paths].sort());
  });

  test('many documents are updated as one, and those without a change are left alone', async () => {
    const store = await open();
    const ids = [1, 2, 3].map((index) => makeDocId(index, (length) => new Uint8Array(length).fill(index)));
    const [first, second, third] = ids as [DocId, DocId, DocId];
    await store.update(first, () => ({ ...begun({ title: 'kept' }), id: first }));
    await store.updateAll(
      new Map<DocId, DocumentStep>([
        [first, (state) => state],
        [second, () => ({ ...synced({ title: 'new' }), id: second })],
        [third, () => undefined],
      ]),
    );
    expect((await store.ids()).length).toBe(2);
    expect((await store.read(first))?.local).toEqual({ title: 'kept' });
    expect((await store.read(second))?.local).toEqual({ title: 'new' });
    expect(await store.pending()).toEqual([first]);
  });

  test('the record of sync is made once and kept', async () => {
    const store = await open();
    const first = await store.record();
    await store.saveRecord({ ...first, cursor: 'c1' });
    expect(await store.record()).toEqual({ ...first, cursor: 'c1' });
  });
});
