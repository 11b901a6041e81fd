import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FolderInUseError, lockFolder } from './folder-lock.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a folder has one holder at a time', () => {
  const lock = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(FolderInUseError);
  lock.release();
  expect(readdirSync(folder)).toEqual([]);
  lockFolder(folder).release();
});

test('the lock of a process that is gone, or of a reused pid, is taken over', () => {
  for (const left of [
    '{"pid":2147483646,"started":""}',
    `{"pid":${process.pid},"started":"1"}`,
    'cut off {',
  ]) {
    writeFileSync(join(folder, 'lock.json'), left);
    lockFolder(folder).release();
  }
  expect(readdirSync(folder)).toEqual([]);
});
