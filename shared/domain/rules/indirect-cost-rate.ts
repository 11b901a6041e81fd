import { budgetTotals, indirectCategory, shareOf } from '#shared/domain/budget.ts';
import { subPath } from '#shared/domain/field-path.ts';
import { listItems } from '#shared/domain/list-items.ts';
import { numberParam, type Rule, textParam } from './rule.ts';

/**
 * Indirect costs are 7% of direct costs, per organization (Fund's terms, domain.md, 3). The most that
 * is allowed is the rate of the direct costs rounded half up to the cent; one cent more is reported.
 */
export const indirectCostRate: Rule = (values, params) => {
  const budget = textParam(params, 'field');
  const organizationsField = textParam(params, 'organizations') || 'organizations';
  const rate = numberParam(params, 'rateBasisPoints', 700);
  const totals = budgetTotals(values, budget, listItems(values, organizationsField));
  const line = listItems(values, budget).find(
    (item) => values[subPath(budget, item, 'category')] === indirectCategory,
  );
  if (line === undefined) return [];
  return totals.organizations
    .filter((column) => column.indirect > shareOf(column.direct, rate))
    .map((column) => ({
      path: `${budget}/${line}/amount/${column.organization}`,
      code: 'indirect-cost-rate' as const,
      params: {
        organization: String(
          values[subPath(organizationsField, column.organization, 'acronym')] ||
            values[subPath(organizationsField, column.organization, 'name')] ||
            '',
        ),
        actualBasisPoints: column.indirectRate ?? 10_000,
        rateBasisPoints: rate,
        allowed: shareOf(column.direct, rate),
      },
    }));
};
