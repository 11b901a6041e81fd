import { perField } from './field-parts.ts';
import { type FieldPath, subPath } from './field-path.ts';
import type { FieldMap } from './field-value.ts';
import type { ItemId } from './ids.ts';
import { listItems } from './list-items.ts';

/** The code of the line that holds indirect costs; the others are the UNDG categories "1" to "7". */
export const indirectCategory = 'indirect';

/** Path of a cell: integer minor units of the budget's currency. */
export const amountPath = (budget: FieldPath, line: ItemId, organization: ItemId): FieldPath =>
  `${budget}/${line}/amount/${organization}`;

/** The amount of a cell in minor units; null where none is given, or what stands there is no whole number of them. */
export const amountIn = (
  values: FieldMap,
  budget: FieldPath,
  line: ItemId,
  organization: ItemId,
): number | null => {
  const value = values[amountPath(budget, line, organization)];
  return Number.isSafeInteger(value) ? (value as number) : null;
};

/** Sums of one participating organization, in integer minor units. */
export type OrganizationTotals = {
  readonly organization: ItemId;
  readonly direct: number;
  readonly indirect: number;
  readonly total: number;
  /** Indirect costs as a share of direct costs, in basis points (7% = 700), rounded half up; null without direct costs. */
  readonly indirectRate: number | null;
  /** Share of the grand total in basis points, rounded half up; null while that is nought. */
  readonly share: number | null;
};

export type BudgetTotals = {
  readonly organizations: readonly OrganizationTotals[];
  /** By category code, over the columns; indirect costs under "indirect". */
  readonly categories: Readonly<Record<string, number>>;
  readonly direct: number;
  readonly indirect: number;
  readonly total: number;
};

/** `part` of `whole` in basis points, rounded half up; exact whatever the size. */
export const basisPoints = (part: number, whole: number): number | null =>
  whole === 0 ? null : Number((BigInt(part) * 20_000n + BigInt(whole)) / (2n * BigInt(whole)));

/** `rate` basis points of an amount in minor units, rounded half up to the minor unit. */
export const shareOf = (minor: number, rateBasisPoints: number): number =>
  Number((BigInt(minor) * BigInt(rateBasisPoints) + 5_000n) / 10_000n);

/**
 * Adds a budget up, `organizations` being its columns. Amounts of organizations that are no longer listed are kept
 * in the document but do not count here; sums are never stored.
 */
export const budgetTotals = perField((values, budget, organizations: readonly ItemId[]): BudgetTotals => {
  const columns = organizations.map((organization) => ({ organization, direct: 0, indirect: 0 }));
  const categories: Record<string, number> = {};
  for (const line of listItems(values, budget)) {
    const category = String(values[subPath(budget, line, 'category')] ?? '');
    let rowSum = 0;
    for (const column of columns) {
      const amount = amountIn(values, budget, line, column.organization) ?? 0;
      column[category === indirectCategory ? 'indirect' : 'direct'] += amount;
      rowSum += amount;
    }
    categories[category] = (categories[category] ?? 0) + rowSum;
  }
  const direct = columns.reduce((sum, column) => sum + column.direct, 0);
  const indirect = columns.reduce((sum, column) => sum + column.indirect, 0);
  return {
    organizations: columns.map((column) => ({
      ...column,
      total: column.direct + column.indirect,
      indirectRate: basisPoints(column.indirect, column.direct),
      share: basisPoints(column.direct + column.indirect, direct + indirect),
    })),
    categories,
    direct,
    indirect,
    total: direct + indirect,
  };
});
