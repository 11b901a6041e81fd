import { expect, test } from 'vitest';
import type { Limit } from '#shared/domain/template.ts';
import { counterOf } from './counter.ts';

const limit = (kind: Limit['kind'], value: number): Limit => ({
  kind,
  value,
  severity: 'error',
  source: 'official',
});

test('a text without limits has no counter', () => {
  expect(counterOf('four words are here', [])).toBeNull();
});

test('characters are code points of the trimmed text, as the checks count them', () => {
  expect(counterOf(' 🙂é \n', [limit('minChars', 3), limit('maxChars', 30)])).toEqual({
    unit: 'characters',
    count: 2,
    min: 3,
    max: 30,
    state: 'fine',
  });
});

test('the counter is near from nine tenths, over beyond the limit', () => {
  const states = [8, 9, 10, 11].map(
    (length) => counterOf('a'.repeat(length), [limit('maxChars', 10)])?.state,
  );
  expect(states).toEqual(['fine', 'near', 'near', 'over']);
});

test('words are counted where the limit is in words', () => {
  expect(counterOf('two, words', [limit('maxWords', 800)])).toMatchObject({ unit: 'words', count: 2 });
});
