import { expect, test } from 'vitest';
import { isText } from './test-versions.ts';
import { applyDelta, countChanges, deltaOf } from './version-delta.ts';

test('a word in a long text costs a splice and not the text', () => {
  const summary = 'It stays as it is. '.repeat(400);
  const delta = deltaOf({ summary, title: 'Desks' }, { summary: `${summary}And grows.`, title: 'Desks' });
  expect(delta).toEqual({ set: {}, splices: { summary: [[summary.length, 0, 'And grows.']] }, removed: [] });
});

test('a delta that does not fit what it is laid on makes nothing', () => {
  const delta = { set: {}, splices: { title: [[40, 1, 'x'] as const] }, removed: [] };
  expect(applyDelta({ title: 'short' }, delta)).toBeUndefined();
  expect(applyDelta({ title: 7 }, delta)).toBeUndefined();
});

test('changes are counted in fields and in words, a list being one field and codes no words', () => {
  const before = { title: 'One desk', 'list/0000000001/name': 'IOM', objectives: ['1'] };
  const now = {
    title: 'One mobile desk here',
    'list/0000000001/name': 'IOM and UNICEF',
    'list/0000000001/pos': 'a1',
    objectives: ['1', '2'],
  };
  expect(countChanges(before, now, isText)).toEqual({ fields: 3, words: 4 });
  expect(countChanges(before, before, isText)).toEqual({ fields: 0, words: 0 });
});
