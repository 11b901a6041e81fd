import { indirectCategory } from '#shared/domain/budget.ts';
import { type FieldPath, subPath } from '#shared/domain/field-path.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import { type ItemId, seededItemId } from '#shared/domain/ids.ts';
import { listItems } from '#shared/domain/list-items.ts';

/** One row of the budget: a line of the document, or the line that its first amount would begin. */
export type BudgetLine = {
  readonly line: ItemId;
  readonly category: string;
  readonly isIndirect: boolean;
  /** False until the document has this line. */
  readonly isBegun: boolean;
};

/**
 * The rows in the order of the categories; the k-th category begins the line seeded k, as in the samples. Lines that somebody else added stand with their category;
 * a line whose category no list has stands at the end and is never hidden.
 */
export const budgetLines = (
  values: FieldMap,
  budget: FieldPath,
  categories: readonly string[],
): readonly BudgetLine[] => {
  const begun = listItems(values, budget).map((line) => ({
    line,
    category: String(values[subPath(budget, line, 'category')] ?? ''),
  }));
  const rowOf = (line: ItemId, category: string, isBegun: boolean): BudgetLine => ({
    line,
    category,
    isIndirect: category === indirectCategory,
    isBegun,
  });
  const known = categories.flatMap((category, index) => {
    const lines = begun.filter((candidate) => candidate.category === category);
    return lines.length === 0
      ? [rowOf(seededItemId(index + 1), category, false)]
      : lines.map(({ line }) => rowOf(line, category, true));
  });
  const unknown = begun
    .filter(({ category }) => !categories.includes(category))
    .map(({ line, category }) => rowOf(line, category, true));
  const direct = [...known, ...unknown].filter((row) => !row.isIndirect);
  return [...direct, ...known.filter((row) => row.isIndirect)];
};
