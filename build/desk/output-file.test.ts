import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isSameFile, writeWhole } from './output-file.ts';

let folder = '';
const inFolder = (name: string) => join(folder, name);
const bytes = new TextEncoder().encode('new');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'compact-desk-output-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a file is written, over another or through a link, and nothing is left beside it', async () => {
  writeFileSync(inFolder('old'), 'a longer text that stood there');
  symlinkSync(inFolder('old'), inFolder('link'));
  for (const name of ['fresh', 'link']) await writeWhole(inFolder(name), bytes);
  expect(readdirSync(folder).sort()).toEqual(['fresh', 'link', 'old']);
  expect(['fresh', 'old'].map((name) => readFileSync(inFolder(name), 'utf8'))).toEqual(['new', 'new']);
});

test('what cannot be put there leaves what stood there, and nothing beside it', async () => {
  writeFileSync(inFolder('old'), 'whole');
  const broken = { length: 3 } as unknown as Uint8Array;
  await expect(writeWhole(inFolder('old'), broken)).rejects.toThrow();
  expect(readFileSync(inFolder('old'), 'utf8')).toBe('whole');
  expect(readdirSync(folder)).toEqual(['old']);
  await expect(writeWhole(folder, bytes)).rejects.toMatchObject({ code: 'EISDIR' });
});

test('a file is itself by every name it has, and what is not there is nothing', async () => {
  writeFileSync(inFolder('a'), 'same');
  writeFileSync(inFolder('b'), 'same');
  symlinkSync(inFolder('a'), inFolder('link'));
  const same = (a: string, b: string) => isSameFile(inFolder(a), inFolder(b));
  expect(await Promise.all([same('a', './a'), same('a', 'link'), same('a', 'b'), same('a', 'c')])).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
