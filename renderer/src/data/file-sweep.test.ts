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

test('a file that no document refers to goes after thirty days, and one that is referred to stays', async () => {
  const { documents, files, destroy } = await openWithFiles();
  expect(await sweepFiles(documents, files, 30 * day)).toBe(0);
  expect(await sweepFiles(documents, files, 31 * day)).toBe(1);
  expect([await files.bytes(file('a').sha256), await files.bytes(file('b').sha256)]).toEqual([
    bytes,
    undefined,
  ]);
  expect(await files.used()).toEqual({ count: 1, bytes: 3 });
  await destroy();
});

test('while a document cannot be read no file goes: it may refer to any', async () => {
  const { documents, files, destroy } = await openWithFiles();
  const unreadable = {
    ids: () => documents.ids(),
    read: async () => Promise.reject(new Error('garbled')),
  };
  await expect(sweepFiles(unreadable, files, 31 * day)).rejects.toThrow('garbled');
  expect((await files.used()).count).toBe(2);
  await destroy();
});
