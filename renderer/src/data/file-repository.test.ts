import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { openTestStore } from './test-store.ts';

const file = (byte: number) => ({
  sha256: String(byte).repeat(64).slice(0, 64),
  type: 'application/pdf',
  sizeBytes: 3,
});
const bytes = (byte: number) => Uint8Array.from([byte, byte, byte]);

test('[AT6] a file is sealed on the disk and comes back as it was', async () => {
  const { files, database, destroy } = await openTestStore();
  await files.keep(file(1), bytes(1));
  expect(await files.bytes(file(1).sha256)).toEqual(bytes(1));
  const [row] = await database.fileBytes.toArray();
  expect(row?.sealed.includes(1) && Buffer.from(row.sealed).includes(Buffer.from([1, 1, 1]))).toBe(false);
  await destroy();
});

test('[AT1] the same bytes twice are kept once, and what was sent stays sent', async () => {
  const { files, database, destroy } = await openTestStore();
  await files.keep(file(1), bytes(1));
  await files.markSent(file(1).sha256);
  await files.keep(file(1), bytes(1));
  expect(await database.fileBytes.count()).toBe(1);
  expect(await files.unsent()).toEqual([]);
  await destroy();
});

test('[AT2] an upload that was begun is known after a restart', async () => {
  const { files, destroy } = await openTestStore();
  const upload = { sha256: file(1).sha256, path: '/v1/uploads/a', sentBytes: 2 };
  await files.saveUpload(upload);
  expect(await files.upload(upload.sha256)).toEqual(upload);
  await files.forgetUpload(upload.sha256);
  expect(await files.upload(upload.sha256)).toBeUndefined();
  await destroy();
});
