import { expect, test } from 'vitest';
import { excessOf } from './bundle-size.ts';
import { bundleLimits } from './manifest.ts';
import { content } from './test-bundle.ts';
import { writeBundle } from './write-bundle.ts';

const { documents, entries, totalBytes } = bundleLimits;
const most = { documents, entries, bytes: totalBytes };

test('a bundle may be as large as one that can be read, and not by one more of anything', () => {
  expect(excessOf(most)).toBeNull();
  expect(excessOf({ ...most, documents: documents + 1 })).toEqual({
    code: 'bundle-documents',
    params: { count: 5_001, limit: 5_000 },
  });
  expect(excessOf({ ...most, entries: entries + 1 })).toEqual({
    code: 'bundle-entries',
    params: { count: 20_001, limit: 20_000 },
  });
  expect(excessOf({ ...most, bytes: totalBytes + 1 })).toEqual({
    code: 'bundle-bytes',
    params: { count: 1_074, limit: 1_073 },
  });
});

test('a part that could not be read is not written', () => {
  const [file] = content.files.keys();
  if (file === undefined) throw new Error('no file');
  const large = new Map([[file, new Uint8Array(bundleLimits.fileBytes + 1)]]);
  expect(writeBundle({ ...content, files: large })).toEqual({ ok: false, error: { code: 'bundle-entry' } });
});
