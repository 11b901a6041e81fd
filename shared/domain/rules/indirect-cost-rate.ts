import { amountIn, amountPath, budgetTotals, indirectCategory, shareOf } from '#shared/domain/budget.ts';
import { subPath } from '#shared/domain/field-path.ts';
import { listItems } from '#shared/domain/list-items.ts';
import { numberParam, type Rule, textParam } from './rule.ts';

/**
 * Indirect costs are 7% of direct costs, per organization (Fund's terms, domain.md, 3). The most that
 * is allowed is the rate of the direct costs rounded half up to the cent; one cent more is reported, of every
 * organization, at its largest line of indirect costs. `allowed` is what that line may hold beside the others;
 * absent where these alone are too much. An organization without a name has its number.
 */
export const indirectCostRate: Rule = (values, params) => {
  const budget = textParam(params, 'field');
  const organizationsField = textParam(params, 'organizations') || 'organizations';
  const rate = numberParam(params, 'rateBasisPoints', 700);
  const organizations = listItems(values, organizationsField);
  return budgetTotals(values, budget, organizations).organizations.flatMap((column, index) => {
    const most = shareOf(column.direct, rate);
    if (column.indirect <= most) return [];
    const cells = listItems(values, budget)
      .filter((line) => values[subPath(budget, line, 'category')] === indirectCategory)
      .map((line) => ({
        path: amountPath(budget, line, column.organization),
        minor: amountIn(values, budget, line, column.organization) ?? 0,
      }));
    const largest = cells.reduce((first, other) => (other.minor > first.minor ? other : first));
    const allowed = most - (column.indirect - largest.minor);
    const word = (id: string) => String(values[subPath(organizationsField, column.organization, id)] ?? '');
    return [
      {
        path: largest.path,
        code: 'indirect-cost-rate' as const,
        params: {
          organization: word('acronym').trim() || word('name').trim(),
          number: index + 1,
          actualBasisPoints: column.indirectRate ?? 10_000,
          rateBasisPoints: rate,
          ...(allowed >= 0 && { allowed }),
        },
      },
    ];
  });
};
