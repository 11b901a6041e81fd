import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { attachmentValues } from '#shared/domain/attachment.ts';
import { newDocument } from '#shared/sync/document-state.ts';
import { docId } from '#shared/sync/test-documents.ts';
import { sweepFiles } from './file-sweep.ts';
import { openTestStore } from './test-store.ts';

const day = 24 * 60 * 60 * 1000;
const file = (digit: string) => ({ sha256: digit.repeat(64), type: 'application/pdf', sizeBytes: 3 });
const bytes = new Uint8Array([1, 2, 3]);

const openWithFiles = async () => {
  const store = await openTestStore(undefined, undefined, () => 0);
  await store.files.keep(file('a'), bytes);
  await store.files.keep(file('b'), bytes);
  const values = Object.fromEntries(attachmentValues('evidence', { ...file('a'), name: 'a.pdf' }));
  await store.documents.update(docId, () => newDocument(docId, 'pledge', 'pledge@1', values, 0));
  return store;
};

test('a file that no document refers to goes thirty days after that was noticed, and one that is referred to stays', async () => {
  const { destroy, ...stores } = await openWithFiles();
  const { files } = stores;
  for (const at of [6, 8, 20, 37]) expect(await sweepFiles(stores, at * day)).toBe(0);
  expect(await sweepFiles(stores, 45 * day)).toBe(1);
  expect([await files.bytes(file('a').sha256), await files.bytes(file('b').sha256)]).toEqual([
    bytes,
    undefined,
  ]);
  expect(await files.used()).toEqual({ count: 1, bytes: 3 });
  await destroy();
});

test('a file whose line is put back in the meantime begins anew', async () => {
  const { destroy, ...stores } = await openWithFiles();
  const { documents, files } = stores;
  const state = await documents.read(docId);
  await documents.update(docId, (known) => known && { ...known, local: {} });
  await sweepFiles(stores, 10 * day);
  await documents.update(docId, (known) => known && state && { ...known, local: state.local });
  await sweepFiles(stores, 30 * day);
  await documents.update(docId, (known) => known && { ...known, local: {} });
  await sweepFiles(stores, 45 * day);
  expect(await files.bytes(file('a').sha256)).toEqual(bytes);
  await destroy();
});

test('while a document cannot be read no file goes: it may refer to any', async () => {
  const { destroy, ...stores } = await openWithFiles();
  await sweepFiles(stores, 10 * day);
  const documents = {
    ids: () => stores.documents.ids(),
    read: async () => Promise.reject(new Error('garbled')),
  };
  await expect(sweepFiles({ ...stores, documents }, 60 * day)).rejects.toThrow('garbled');
  expect((await stores.files.used()).count).toBe(2);
  await destroy();
});
