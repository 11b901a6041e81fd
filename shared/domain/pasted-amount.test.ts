import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amountFormat, formatAmount, fractionDigits, maxAmountMinor, plainAmount } from './money.ts';
import { decimalOf, readAmount } from './pasted-amount.ts';

test.each([
  ['1,234.50', 'USD', 'en', 123450],
  ['1.234,50', 'EUR', 'es', 123450],
  ['1 234,50', 'EUR', 'fr', 123450],
  ['1\u202f234,50 €', 'EUR', 'fr', 123450],
  ['$1,234.50', 'USD', 'en', 123450],
  ['US$ 1,234.50', 'USD', 'es', 123450],
  ['1.234,50 USD', 'USD', 'es', 123450],
  ['CHF 1’234.50', 'CHF', 'en', 123450],
  ['kr. 12,50', 'DKK', 'en', 1250],
  ['¥1,500', 'JPY', 'en', 1500],
  ['KWD 1.250', 'KWD', 'en', 1250],
  ['\u200f١٢٣٤\u200f', 'USD', 'ar', 123400],
  [' - ', 'USD', 'en', 0],
  ['$ -', 'USD', 'en', 0],
  ['-0.00', 'USD', 'en', 0],
  ['', 'USD', 'en', undefined],
  ['  \u00a0', 'USD', 'en', undefined],
])('reads %j in %s, %s', (text, currency, locale, minor) => {
  expect(readAmount(text, currency, locale)).toEqual({ ok: true, value: minor });
});

test.each([
  ['(1,234.50)', 'negative'],
  ['-5', 'negative'],
  ['−5', 'negative'],
  ['$-5', 'negative'],
  ['-$5', 'negative'],
  ['5-', 'negative'],
  ['€ 1,000', 'other-currency'],
  ['1000 EUR', 'other-currency'],
  ['12 apples', 'not-an-amount'],
  ['apples', 'not-an-amount'],
  ['7%', 'not-an-amount'],
  ['#REF!', 'not-an-amount'],
  ['1e3', 'not-an-amount'],
  ['()', 'not-an-amount'],
  ['####', 'not-an-amount'],
  ['9'.repeat(40), 'too-large'],
])('refuses %s by name', (text, error) => {
  expect(readAmount(text, 'USD', 'en')).toEqual({ ok: false, error });
});

test('a block tells how its numbers are written, so that "1.234" is read as its neighbours are', () => {
  expect(decimalOf(['1.234', '12,50'])).toBe(',');
  expect(decimalOf(['1,234.50', 'x'])).toBe('.');
  expect(decimalOf(['1.234.567'])).toBe(',');
  expect(decimalOf(['1.234'])).toBeUndefined();
  expect(decimalOf(['1,50', '1.50'])).toBeUndefined();
  expect(readAmount('1.234', 'USD', 'en', ',')).toEqual({ ok: true, value: 123400 });
});

test('currencies have the decimals of ISO 4217', () => {
  expect(['USD', 'JPY', 'UGX', 'KWD', 'XOF'].map(fractionDigits)).toEqual([2, 0, 0, 3, 0]);
  expect(formatAmount(1500, 'JPY', 'en')).toBe('1,500');
  expect(formatAmount(1500, 'KWD', 'en')).toBe('1.500');
  expect(plainAmount(5, 'USD')).toBe('0.05');
  expect(plainAmount(1500, 'JPY')).toBe('1500');
});

test('every amount that is shown or copied reads back as itself', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: maxAmountMinor }),
      fc.constantFrom('USD', 'JPY', 'KWD', 'EUR'),
      fc.constantFrom('en', 'es', 'fr', 'ar'),
      (minor, currency, locale) => {
        const shown = amountFormat(currency, locale)(minor);
        expect(readAmount(shown, currency, locale)).toEqual({ ok: true, value: minor });
        expect(readAmount(plainAmount(minor, currency), currency, 'en', '.')).toEqual({
          ok: true,
          value: minor,
        });
      },
    ),
  );
});

test('whatever is pasted, it is an amount in its range, nothing, or a named refusal', () => {
  const pieces = fc.constantFrom(
    '1',
    '23',
    '.',
    ',',
    ' ',
    '-',
    '(',
    ')',
    '$',
    '€',
    'USD',
    'kr.',
    '%',
    '٣',
    '\u200f',
  );
  const dirty = fc.oneof(
    fc.array(pieces, { maxLength: 9 }).map((parts) => parts.join('')),
    fc.string(),
  );
  fc.assert(
    fc.property(dirty, fc.constantFrom('USD', 'JPY', 'KWD'), (text, currency) => {
      const read = readAmount(text, currency, 'en');
      if (!read.ok) {
        expect(['not-an-amount', 'too-large', 'unclear', 'negative', 'other-currency']).toContain(read.error);
      } else if (read.value !== undefined) {
        expect(Number.isSafeInteger(read.value) && read.value >= 0 && read.value <= maxAmountMinor).toBe(
          true,
        );
      }
    }),
    { numRuns: 10_000 },
  );
});
