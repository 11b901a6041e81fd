import { amountIn, budgetTotals } from '#shared/domain/budget.ts';
import { perField } from '#shared/domain/field-parts.ts';
import { subPath } from '#shared/domain/field-path.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import type { ItemId } from '#shared/domain/ids.ts';
import { listItems } from '#shared/domain/list-items.ts';
import { type Rule, type RuleFinding, textParam } from './rule.ts';

/** Whether an amount stands in a line of the budget under an organization that is not listed. */
const hasStrayAmounts = (values: FieldMap, budget: string, columns: readonly ItemId[]): boolean => {
  const listed: ReadonlySet<string> = new Set(columns);
  return Object.entries(values).some(([path, value]) => {
    if (typeof value !== 'number' || value === 0) return false;
    const [, line = '', part, organization = ''] = path.split('/');
    return part === 'amount' && !listed.has(organization) && values[`${budget}/${line}`] === true;
  });
};

/** Amounts that are in no sum: under an organization that is not listed, or in a line without a category. */
const uncounted = perField((values, budget, columns: readonly ItemId[]): readonly RuleFinding[] => [
  ...(hasStrayAmounts(values, budget, columns)
    ? [{ path: budget, code: 'budget-without-organization' as const, params: {} }]
    : []),
  ...listItems(values, budget).flatMap((line) => {
    const path = subPath(budget, line, 'category');
    const hasAmount = columns.some((column) => (amountIn(values, budget, line, column) ?? 0) !== 0);
    return hasAmount && !values[path]
      ? [{ path, code: 'budget-line-without-category' as const, params: {} }]
      : [];
  }),
]);

/**
 * Category by category and organization by organization, the budget adds up to one grand total, and to
 * the total that the form states elsewhere (domain.md, 3; official). Sums are computed in integer minor
 * units and never stored, so that they can differ only by what is in no sum: amounts of an organization
 * that is no longer listed, amounts on a line without a category, and a total too large to be exact.
 * `params`: `field`, the budget; `organizations`, its columns; `currency`; `stated`, a money field, optional.
 */
export const budgetSums: Rule = (values, params) => {
  const budget = textParam(params, 'field');
  const columns = listItems(values, textParam(params, 'organizations') || 'organizations');
  const findings = uncounted(values, budget, columns);
  const { total } = budgetTotals(values, budget, columns);
  if (!Number.isSafeInteger(total)) {
    return [...findings, { path: budget, code: 'budget-too-large', params: {} }];
  }
  const statedPath = textParam(params, 'stated');
  const stated = values[statedPath];
  if (typeof stated !== 'object' || !('minor' in stated) || total === 0) return findings;
  const currency = String(values[textParam(params, 'currency')] ?? '');
  if (currency !== '' && stated.currency !== currency) {
    const currencies = { stated: stated.currency, budget: currency };
    return [...findings, { path: statedPath, code: 'stated-currency-differs', params: currencies }];
  }
  if (stated.minor === total) return findings;
  const amounts = { statedMinor: stated.minor, budgetMinor: total, currency: stated.currency };
  return [...findings, { path: statedPath, code: 'stated-total-differs', params: amounts }];
};
