import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { budgetTotals, shareOf } from '#shared/domain/budget.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import { fixFor } from '#shared/domain/fixes/fix-for.ts';
import { seededItemId } from '#shared/domain/ids.ts';
import { maxAmountMinor } from '#shared/domain/money.ts';
import { testTemplate } from '#shared/domain/test-template.ts';
import { budgetSums } from './budget-sums.ts';
import { indirectCostRate } from './indirect-cost-rate.ts';
import { reading } from './test-reading.ts';

const params = { field: 'budget', organizations: 'organizations', currency: 'currency', stated: 'stated' };
const iom = '00000000AA';
const ilo = '00000000BB';
const staff = seededItemId(1);
const indirect = seededItemId(8);
const budget: FieldMap = {
  currency: 'USD',
  [`organizations/${iom}`]: true,
  [`organizations/${iom}/acronym`]: 'IOM',
  [`organizations/${ilo}`]: true,
  [`organizations/${ilo}/acronym`]: 'ILO',
  [`budget/${staff}`]: true,
  [`budget/${staff}/category`]: '1',
  [`budget/${staff}/amount/${iom}`]: 10_000,
  [`budget/${staff}/amount/${ilo}`]: 20_050,
  [`budget/${indirect}`]: true,
  [`budget/${indirect}/category`]: 'indirect',
  [`budget/${indirect}/amount/${iom}`]: 700,
};
const sums = (values: FieldMap) => budgetSums({ ...budget, ...values }, params, reading({}));

describe('budget-sums', () => {
  it('is content with a budget that adds up, with and without a stated total', () => {
    expect(sums({})).toEqual([]);
    expect(sums({ stated: { minor: 30_750, currency: 'USD' } })).toEqual([]);
    expect(budgetSums({}, params, reading({}))).toEqual([]);
  });

  it('says a stated total that differs by a cent, with both amounts', () => {
    expect(sums({ stated: { minor: 30_749, currency: 'USD' } })).toEqual([
      {
        path: 'stated',
        code: 'stated-total-differs',
        params: { statedMinor: 30_749, budgetMinor: 30_750, currency: 'USD' },
      },
    ]);
  });

  it('compares no amounts of two currencies', () => {
    expect(sums({ stated: { minor: 30_750, currency: 'EUR' } })).toEqual([
      { path: 'stated', code: 'stated-currency-differs', params: { stated: 'EUR', budget: 'USD' } },
    ]);
  });

  it('says amounts that are in no column', () => {
    expect(sums({ [`budget/${staff}/amount/00000000CC`]: 5 })).toEqual([
      { path: 'budget', code: 'budget-without-organization', params: {} },
    ]);
    expect(sums({ [`budget/${staff}/amount/00000000CC`]: 0 })).toEqual([]);
    expect(sums({ 'budget/00000000ZZ/amount/00000000CC': 5 })).toEqual([]);
  });

  it('says amounts that are in no category', () => {
    const line = '00000000DD';
    const bare = { [`budget/${line}`]: true, [`budget/${line}/amount/${iom}`]: 5 };
    expect(sums(bare)).toEqual([
      { path: `budget/${line}/category`, code: 'budget-line-without-category', params: {} },
    ]);
    expect(sums({ [`budget/${line}`]: true })).toEqual([]);
  });

  it('says a total that is no longer exact', () => {
    const lines = Object.fromEntries(
      Array.from({ length: 950 }, (_, index) => {
        const line = seededItemId(index + 100);
        return [
          [`budget/${line}`, true],
          [`budget/${line}/category`, '1'],
          [`budget/${line}/amount/${iom}`, maxAmountMinor],
        ] as const;
      }).flat(),
    );
    expect(sums(lines)).toEqual([{ path: 'budget', code: 'budget-too-large', params: {} }]);
  });
});

const amount = fc.integer({ min: 0, max: maxAmountMinor });

test('categories and organizations add up to the same total, whatever the amounts', () => {
  void fc.assert(
    fc.property(fc.array(amount, { minLength: 4, maxLength: 4 }), ([a = 0, b = 0, c = 0, d = 0]) => {
      const values = {
        ...budget,
        [`budget/${staff}/amount/${iom}`]: a,
        [`budget/${staff}/amount/${ilo}`]: b,
        [`budget/${indirect}/amount/${iom}`]: c,
        [`budget/${indirect}/amount/${ilo}`]: d,
      };
      const totals = budgetTotals(values, 'budget', [iom, ilo] as never);
      const byCategory = Object.values(totals.categories).reduce((sum, part) => sum + part, 0);
      const byOrganization = totals.organizations.reduce((sum, column) => sum + column.total, 0);
      expect([byCategory, byOrganization]).toEqual([totals.total, totals.total]);
      expect(
        budgetSums({ ...values, stated: { minor: totals.total, currency: 'USD' } }, params, reading({})),
      ).toEqual([]);
    }),
  );
});

describe('indirect-cost-rate', () => {
  const rate = (values: FieldMap) =>
    indirectCostRate({ ...budget, ...values }, { field: 'budget', rateBasisPoints: 700 }, reading({}));
  const cell = (organization: string) => `budget/${indirect}/amount/${organization}`;

  it('says nothing of exactly the rate, nor where nothing is spent', () => {
    expect(rate({})).toEqual([]);
    expect(indirectCostRate({}, { field: 'budget' }, reading({}))).toEqual([]);
  });

  it('names every organization above it, one without a name by its number', () => {
    const found = rate({
      [cell(iom)]: 800,
      [cell(ilo)]: 2_005,
      [`organizations/${ilo}/acronym`]: ' ',
    });
    expect(found).toEqual([
      {
        path: cell(iom),
        code: 'indirect-cost-rate',
        params: {
          organization: 'IOM',
          number: 1,
          actualBasisPoints: 800,
          rateBasisPoints: 700,
          allowed: 700,
        },
      },
      {
        path: cell(ilo),
        code: 'indirect-cost-rate',
        params: {
          organization: '',
          number: 2,
          actualBasisPoints: 1_000,
          rateBasisPoints: 700,
          allowed: 1_404,
        },
      },
    ]);
  });

  it('of several lines takes the largest, and leaves beside the others what is allowed', () => {
    const other = seededItemId(9);
    const lines = (minor: number): FieldMap => ({
      [`budget/${other}`]: true,
      [`budget/${other}/category`]: 'indirect',
      [`budget/${other}/amount/${iom}`]: minor,
    });
    expect(rate({ ...lines(800), [cell(iom)]: 100 })).toMatchObject([
      { path: `budget/${other}/amount/${iom}`, params: { allowed: 600 } },
    ]);
    const [tooMuch] = rate({ ...lines(800), [cell(iom)]: 800 });
    expect(tooMuch?.params).not.toHaveProperty('allowed');
    expect(
      tooMuch && fixFor({ ...tooMuch, severity: 'warning', source: 'official' }, budget, testTemplate),
    ).toBe(null);
  });
});

test('indirect-cost-rate: the fix of what it finds is the most that it lets pass', () => {
  void fc.assert(
    fc.property(amount, amount, (direct, overhead) => {
      const cell = `budget/${indirect}/amount/${iom}`;
      const values = { ...budget, [`budget/${staff}/amount/${iom}`]: direct, [cell]: overhead };
      const use = { field: 'budget', rateBasisPoints: 700 };
      const [found] = indirectCostRate(values, use, reading({}));
      expect(found !== undefined).toBe(overhead > shareOf(direct, 700));
      if (found === undefined) return;
      const fix = fixFor({ ...found, severity: 'warning', source: 'official' }, values, testTemplate);
      expect(fix).toEqual({
        code: 'use-allowed-rate',
        params: { organization: 'IOM', number: 1, rateBasisPoints: 700 },
        edits: [{ path: cell, value: shareOf(direct, 700) }],
      });
      const fixed = { ...values, [cell]: shareOf(direct, 700) };
      expect(indirectCostRate(fixed, use, reading({}))).toEqual([]);
      expect(indirectCostRate({ ...fixed, [cell]: shareOf(direct, 700) + 1 }, use, reading({}))).toHaveLength(
        1,
      );
    }),
  );
});
