import { expect, test } from 'vitest';
import type { DocId } from '#shared/domain/ids.ts';
import { type DocumentState, newDocument } from '#shared/sync/document-state.ts';
import { settleConflict } from '#shared/sync/edit.ts';
import { bundleDocument } from './bundle-document.ts';
import { importDocument, standingOf } from './import-document.ts';

const id = '0190a000-0000-7000-8000-000000000001' as DocId;
const known: DocumentState = {
  ...newDocument(id, 'pledge', 'pledge@2', { title: 'Old', language: 'en' }, 1_000),
  rev: 1,
  base: { title: { v: 'Old', fr: 1 }, language: { v: 'en', fr: 1 } },
};
const by = { madeBy: 'ana', own: 'ben', now: 9_000 };
const written = (local: DocumentState['local']) => ({ ...known, local: { ...known.local, ...local } });

test('a document that is not here comes as it is, and nothing of it is sent as one’s own', () => {
  const theirs = bundleDocument(written({ title: 'Hers' }));
  expect(standingOf(theirs, undefined)).toEqual({ standing: 'new', fields: [] });
  const state = importDocument(undefined, theirs, by);
  expect([state.local.title, state.role, state.rev, state.base]).toEqual(['Hers', 'reader', 1, known.base]);
});

test('edits of different fields are both taken', () => {
  const theirs = bundleDocument(written({ title: 'Hers' }));
  const mine = written({ language: 'es' });
  expect(standingOf(theirs, mine)).toEqual({ standing: 'differs', fields: ['title', 'language'] });
  expect(importDocument(mine, theirs, by).local).toEqual({ title: 'Hers', language: 'es' });
});

test('the same field keeps both versions for Compare, until the person has settled it', () => {
  const theirs = bundleDocument(written({ title: 'Hers' }));
  const merged = importDocument(written({ title: 'Mine' }), theirs, by);
  expect([merged.local.title, merged.handed, merged.conflicts, merged.origins]).toEqual([
    'Mine',
    { title: 'Hers' },
    ['title'],
    { title: 'Old' },
  ]);
  expect(importDocument(merged, theirs, by)).toEqual({ ...merged });
  const taken = settleConflict(merged, 'title', 'theirs', 10_000);
  expect([taken.local.title, taken.handed, taken.conflicts]).toEqual(['Hers', undefined, []]);
  const kept = settleConflict(merged, 'title', 'mine', 10_000);
  expect([kept.local.title, kept.handed, kept.conflicts]).toEqual(['Mine', undefined, []]);
});

test('the Network’s newer fields come with the bundle, as with a page of the feed', () => {
  const theirs = bundleDocument({
    ...known,
    rev: 2,
    base: { ...known.base, title: { v: 'Newer', fr: 2 } },
    local: { ...known.local, title: 'Newer' },
  });
  const state = importDocument(written({ language: 'es' }), theirs, by);
  expect([state.rev, state.local]).toEqual([2, { title: 'Newer', language: 'es' }]);
});

test('what the Network has moved on from is older, and changes nothing', () => {
  const mine = {
    ...known,
    rev: 2,
    base: { ...known.base, title: { v: 'Newer', fr: 2 } },
    local: { ...known.local, title: 'Newer' },
  };
  expect(standingOf(bundleDocument(known), mine)).toEqual({ standing: 'older', fields: ['title'] });
  expect(importDocument(mine, bundleDocument(known), by)).toEqual(mine);
});

test('the same is the same', () => {
  expect(standingOf(bundleDocument(known), known)).toEqual({ standing: 'same', fields: [] });
  expect(importDocument(known, bundleDocument(known), by)).toEqual(known);
});
