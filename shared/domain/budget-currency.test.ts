import { expect, test } from 'vitest';
import conceptNote from '#resources/templates/concept-note@2.json' with { type: 'json' };
import { currencyChange } from './budget-currency.ts';
import type { FieldMap } from './field-value.ts';
import { type Template, templateSchema } from './template.ts';

const note = templateSchema.parse(conceptNote) as Template;
const cell = 'budget/0000000001/amount/AAAAAAAAAA';
const stray = 'budget/0000000002/amount/BBBBBBBBBB';
const change = (values: FieldMap, next: string | undefined) => currencyChange(note, values, 'currency', next);

test.each([
  ['USD', 'JPY', 1_234_500, 12_345],
  ['JPY', 'USD', 12_345, 1_234_500],
  ['USD', 'EUR', 1_234_550, 1_234_550],
  ['USD', 'TND', 1_234_550, 12_345_500],
  [undefined, 'JPY', 1_234_500, 12_345],
  ['JPY', undefined, 12_345, 1_234_500],
])('from %s to %s every figure of the budget stays: %d minor units become %d', (from, to, before, after) => {
  const values = { [cell]: before, [stray]: 0, durationMonths: 24, ...(from && { currency: from }) };
  expect(change(values, to)).toEqual({
    ok: true,
    value: new Map<string, unknown>([
      ['currency', to],
      [cell, after],
      [stray, 0],
    ]),
  });
});

test('a figure that the new currency cannot hold exactly keeps the currency, and is named', () => {
  expect(change({ currency: 'USD', [stray]: 100, [cell]: 1_234_550 }, 'JPY')).toEqual({
    ok: false,
    error: { minor: 1_234_550, currency: 'USD' },
  });
  expect(change({ currency: 'JPY', [cell]: 9_000_000_000_000 }, 'USD').ok).toBe(false);
});

test('the amounts of a form are those of the currency of its budget alone', () => {
  const other = { minor: 1_234_500, currency: 'USD' };
  expect(currencyChange(note, { [cell]: 100, requested: other }, 'leadCountry', 'JP')).toEqual({
    ok: true,
    value: new Map([['leadCountry', 'JP']]),
  });
});
