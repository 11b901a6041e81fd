import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#build/parts/tool.ts';

const docs = join(projectRoot, 'docs');
const guide = join(docs, 'guide');
const pagesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));

/** The files that a page links to or shows, wherever they should be; addresses on the internet are left out. */
const linksOf = (page: string): readonly string[] =>
  [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)[^)]*\)/g)].map(
    ([, target = '']) => join(dirname(page), target),
  );

const english = readdirSync(guide).filter((name) => name.endsWith('.md'));
/** The Spanish page of an English one: the first that it links to. */
const twinOf = (name: string): string | undefined =>
  linksOf(join(guide, name)).find((target) => dirname(target) === join(guide, 'es'));

test.each([join(projectRoot, 'README.md'), ...pagesIn(docs)].map((page) => relative(projectRoot, page)))(
  '%s links to nothing that is not there',
  (page) => {
    expect(linksOf(join(projectRoot, page)).filter((target) => !existsSync(target))).toEqual([]);
  },
);

test.each(english)('%s has its Spanish page, which leads back and to the same places', (name) => {
  const twin = twinOf(name);
  expect(twin).toBeDefined();
  const spanish = linksOf(String(twin));
  expect(spanish).toContain(join(guide, name));
  const onward = (links: readonly string[]) => links.filter((target) => dirname(target) === guide);
  const expected = onward(linksOf(join(guide, name))).map((target) => twinOf(basename(target)));
  for (const target of expected) expect(spanish).toContain(target);
  const pictures = (links: readonly string[]) =>
    links.filter((target) => target.endsWith('.png')).map((target) => basename(target));
  expect(pictures(spanish)).toEqual(pictures(linksOf(join(guide, name))));
});

test('every Spanish page is the page of one English one', () => {
  const twins = english.map((name) => basename(twinOf(name) ?? ''));
  expect([...twins].sort()).toEqual(readdirSync(join(guide, 'es')).sort());
});
