import fc from 'fast-check';
import { expect, test } from 'vitest';
import { budgetTotals, shareOf } from './budget.ts';
import type { FieldMap } from './field-value.ts';
import type { ItemId } from './ids.ts';
import { formatAmount, maxAmountMinor, parseAmount } from './money.ts';

test.each([
  ['1,234.50', 'en', 123450],
  ['1.234,50', 'es', 123450],
  ['1 234,5', 'fr', 123450],
  ['12.50', 'es', 1250],
  ['12,50', 'en', 1250],
  ['1.234', 'es', 123400],
  ['1,234', 'en', 123400],
  ['1.234.567', 'es', 123456700],
  ['١٢٣٤', 'ar', 123400],
  ['0', 'en', 0],
  ['.5', 'en', 50],
])('reads %s as people write it in %s', (typed, locale, minor) => {
  expect(parseAmount(typed, 'USD', locale)).toEqual({ ok: true, value: minor });
});

test.each(['', 'abc', '-5', '1.2.3', '12.3456', '1,23,4', '5 USD', '1e3'])(
  'refuses %s instead of guessing',
  (typed) => {
    expect(parseAmount(typed, 'USD', 'fr')).toEqual({ ok: false, error: 'not-an-amount' });
  },
);

test.each([
  ['250,000', 'USD', 'es'],
  ['250.000', 'USD', 'en'],
  ['1.500', 'USD', 'fr'],
  ['100.000', 'XOF', 'en'],
  ['100,000', 'XOF', 'fr'],
  ['12.345', 'USD', 'en'],
])('whether %s %s has thousands or decimals in %s is not guessed', (typed, currency, locale) => {
  expect(parseAmount(typed, currency, locale)).toEqual({ ok: false, error: 'unclear' });
});

test('three digits after a lone separator are read where only one reading is left', () => {
  expect(parseAmount('0.500', 'USD', 'en')).toEqual({ ok: true, value: 50 });
  expect(parseAmount('1500.000', 'USD', 'en')).toEqual({ ok: true, value: 150_000 });
  expect(parseAmount('250.000', 'USD', 'en', '.')).toEqual({ ok: true, value: 25_000 });
  expect(parseAmount('250.000', 'USD', 'en', ',')).toEqual({ ok: true, value: 25_000_000 });
});

test('refuses an amount of 300 digits by name', () => {
  expect(parseAmount('9'.repeat(300), 'USD', 'en')).toEqual({ ok: false, error: 'too-large' });
});

test('a currency has the decimals that it has', () => {
  expect(parseAmount('1500', 'XOF', 'fr')).toEqual({ ok: true, value: 1500 });
  expect(parseAmount('1,5', 'XOF', 'fr').ok).toBe(false);
  expect(parseAmount('1,250', 'TND', 'fr')).toEqual({ ok: true, value: 1250 });
});

test.each(['en', 'es', 'fr', 'ar', 'ru', 'zh'])(
  'what is shown in %s reads back as the same amount',
  (locale) => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: maxAmountMinor }),
        fc.constantFrom('USD', 'XOF', 'TND'),
        (minor, currency) => {
          const shown = formatAmount(minor, currency, locale);
          expect(parseAmount(shown, currency, locale)).toEqual({ ok: true, value: minor });
        },
      ),
    );
  },
);

test('a sum that is too large to be exact is not written as if it were', () => {
  expect(formatAmount(Number.MAX_SAFE_INTEGER, 'USD', 'en')).toBe('90,071,992,547,409.91');
  expect(formatAmount(950 * maxAmountMinor, 'USD', 'en')).toBe('> 90,071,992,547,409.91');
});

test('7% of direct costs, rounded half up to the cent', () => {
  expect(shareOf(317_757_009, 700)).toBe(22_242_991);
  expect(shareOf(50, 100)).toBe(1);
  expect(shareOf(49, 100)).toBe(0);
});

test('rows, columns and the grand total agree, whatever the amounts', () => {
  const organizations = ['00000000AA', '00000000BB', '00000000CC'] as ItemId[];
  const amounts = fc.array(fc.integer({ min: 0, max: maxAmountMinor }), { minLength: 24, maxLength: 24 });
  fc.assert(
    fc.property(amounts, (cells) => {
      const values: Record<string, FieldMap[string]> = {};
      for (let line = 0; line < 8; line += 1) {
        const path = `budget/000000000${line}`;
        values[path] = true;
        values[`${path}/category`] = line === 7 ? 'indirect' : String(line + 1);
        organizations.forEach((organization, column) => {
          values[`${path}/amount/${organization}`] = cells[line * 3 + column] ?? 0;
        });
      }
      const totals = budgetTotals(values, 'budget', organizations);
      const all = cells.reduce((sum, cell) => sum + BigInt(cell), 0n);
      expect(BigInt(totals.total)).toBe(all);
      expect(Object.values(totals.categories).reduce((sum, row) => sum + row, 0)).toBe(totals.total);
      expect(totals.organizations.reduce((sum, column) => sum + column.total, 0)).toBe(totals.total);
    }),
  );
});
