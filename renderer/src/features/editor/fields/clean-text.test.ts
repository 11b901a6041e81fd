import { expect, test } from 'vitest';
import { maxTextBytes } from '#shared/domain/field-value.ts';
import { cleanText, fitsAfterInsert, fitsField } from './clean-text.ts';

test('NUL and lone surrogates are taken out, whole pairs stay', () => {
  expect(cleanText('a\u0000b\ud83dc\ude42 🙂')).toBe('abc 🙂');
});

test('a field holds exactly its bytes of UTF-8', () => {
  expect(fitsField('é'.repeat(maxTextBytes / 2))).toBe(true);
  expect(fitsField(`${'é'.repeat(maxTextBytes / 2)}a`)).toBe(false);
});

test('a paste that replaces a selection is measured by its result', () => {
  const full = 'a'.repeat(maxTextBytes);
  expect(fitsAfterInsert(full, [0, 10], 'b'.repeat(10))).toBe(true);
  expect(fitsAfterInsert(full, [0, 10], 'b'.repeat(11))).toBe(false);
  expect(fitsAfterInsert('', [0, 0], 'b'.repeat(10_000_000))).toBe(false);
});
