import type { Block, BudgetBlock } from './block.ts';

/** More columns of amounts than this do not stand on an upright page. */
const mostUpright = 6;
/** More than this do not stand on a page turned on its side either. */
const mostTurned = 10;

/** Whether an answer wants a page turned on its side: a number is never cut off. */
export const isWide = (blocks: readonly Block[]): boolean =>
  blocks.some((block) => block.block === 'budget' && block.columns.length > mostUpright);

/** A budget in as many tables as its organizations need, of about the same size; the sums stand in the last. */
export const budgetTables = (budget: BudgetBlock): readonly BudgetBlock[] => {
  const count = Math.ceil(budget.columns.length / mostTurned);
  const size = Math.ceil(budget.columns.length / count);
  return Array.from({ length: count }, (_, index) => {
    const [from, to] = [index * size, (index + 1) * size];
    return {
      ...budget,
      columns: budget.columns.slice(from, to),
      rows: budget.rows.map((row) => ({ ...row, cells: row.cells.slice(from, to) })),
    };
  });
};
