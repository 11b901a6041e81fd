import type { FieldPath } from '#shared/domain/field-path.ts';
import { type BudgetGrid, cellAt, isEditable } from './budget-grid.ts';
import type { BudgetWords } from './budget-words.ts';

export type RowCell = {
  /** Words of the cell as they are shown, or as they were typed where they could not be read. */
  readonly text: string;
  readonly isCalculated: boolean;
  readonly tone?: 'error' | 'warning';
  /** The button that puts right what the cell shows; the grid hears its click by `data-fix`. */
  readonly fix?: CellFix;
};

export type CellFix = { readonly text: string; readonly name: string };

/** A row of the grid in words. */
export type ShownRow = {
  /** What it is called in a sentence. */
  readonly name: string;
  /** One for each column. */
  readonly cells: readonly RowCell[];
};

/** What stands in the cells beside the values of the document. */
export type CellNotes = {
  /** Words that could not be read, at the path of their cell. */
  readonly problems: ReadonlyMap<FieldPath, { readonly text: string }>;
  /** Cells that the checks warn of. */
  readonly warned: ReadonlySet<FieldPath>;
  /** Fixes of the rate of indirect costs, by column. */
  readonly fixes: ReadonlyMap<string, CellFix>;
};

/** The grid in words, row by row: a thousand cells, so that whoever moves the cursor keeps them. */
export const shownRows = (
  grid: BudgetGrid,
  words: BudgetWords,
  { problems, warned, fixes }: CellNotes,
): readonly ShownRow[] =>
  grid.rows.map((row) => ({
    name: words.rowName(row),
    cells: grid.columns.map((column) => {
      const cell = cellAt(grid, row, column);
      const problem = isEditable(cell) ? problems.get(cell.path) : undefined;
      const tone = problem ? 'error' : isEditable(cell) && warned.has(cell.path) ? 'warning' : undefined;
      const fix = row.key === 'rate' ? fixes.get(column) : undefined;
      return {
        text: problem?.text ?? words.show(row, column),
        isCalculated: !isEditable(cell),
        ...(tone !== undefined && { tone }),
        ...(fix !== undefined && { fix }),
      };
    }),
  }));
