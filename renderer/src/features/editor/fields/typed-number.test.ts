import { expect, test } from 'vitest';
import { parseWhole, parseYear } from './typed-number.ts';

test('whole numbers are read with any grouping and any digits', () => {
  for (const text of ['4000', '4,000', '4 000', '4.000', ' ٤٠٠٠ ']) {
    expect(parseWhole(text)).toEqual({ ok: true, value: 4000 });
  }
});

test('what is not a whole number is refused with a name', () => {
  for (const text of ['', '-1', '4.5', '4,00', '1e3', 'many']) {
    expect(parseWhole(text)).toEqual({ ok: false, error: 'not-a-number' });
  }
  expect(parseWhole('9'.repeat(300))).toEqual({ ok: false, error: 'too-large' });
});

test('a year has four digits and lies between 1900 and 2200', () => {
  expect(['2027', '٢٠٢٧', '1899', '2201', '27', '20275'].map(parseYear)).toEqual([
    2027,
    2027,
    null,
    null,
    null,
    null,
  ]);
});
