import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testTemplate } from '#shared/domain/test-template.ts';
import { readTemplateShelf } from './template-shelf.ts';

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'desk-forms-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** A folder with these files. */
const folderOf = (files: Readonly<Record<string, unknown>>): string => {
  const folder = mkdtempSync(join(home, 'forms-'));
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, name), JSON.stringify(content));
  }
  return folder;
};

const second = { ...testTemplate, version: 2 };
const builtIn = () => folderOf({ 'pledge@1.json': testTemplate });

test('forms that are published from a folder stand beside those built in, byte for byte; other files are left', () => {
  const published = folderOf({ 'pledge@2.json': second, 'notes.json': {}, 'pledge@1.json': testTemplate });
  const shelf = readTemplateShelf(builtIn(), published);
  expect(shelf.refs).toEqual(['pledge@1', 'pledge@2']);
  expect(shelf.fileOf('pledge@2')).toBe(JSON.stringify(second));
  expect(shelf.versions('pledge@2').map(({ version }) => version)).toEqual([2, 1]);
});

test('a folder that is not there publishes nothing', () => {
  expect(readTemplateShelf(builtIn(), join(home, 'nowhere')).refs).toEqual(['pledge@1']);
});

test.each([
  [
    'changes a form that is there',
    { 'pledge@1.json': { ...testTemplate, titleField: 'email' } },
    'next version',
  ],
  ['is called otherwise than it says', { 'pledge@3.json': second }, 'the file holds another one'],
  [
    'takes its title from a field that it does not have',
    { 'pledge@2.json': { ...second, titleField: 'nowhere' } },
    'validate-template',
  ],
])('a file that %s is refused in words', (_, files, words) => {
  const published = folderOf(files);
  expect(() => readTemplateShelf(builtIn(), published)).toThrow(words);
});
