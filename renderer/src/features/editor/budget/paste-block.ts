import type { FieldPath } from '#shared/domain/field-path.ts';
import { type FieldValue, textSchema } from '#shared/domain/field-value.ts';
import type { ItemId } from '#shared/domain/ids.ts';
import { type AmountProblem, decimalOf, readAmount } from '#shared/domain/pasted-amount.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { type BudgetGrid, budgetGrid, cellAt, type GridRow, isEditable, linesOf } from './budget-grid.ts';
import { type Area, type CellKey, keyAt } from './grid-cursor.ts';
import { type Changes, cellChanges, editableIn, maxLines, newLines } from './grid-edits.ts';
import type { Block, BlockCell } from './tab-separated.ts';

/** Why a block was not pasted, and where; rows and columns of the block count from 1. */
export type PasteProblem =
  | { readonly code: 'too-many-rows' | 'too-many-columns'; readonly count: number; readonly room: number }
  | { readonly code: 'too-many-lines'; readonly count: number; readonly most: number }
  | {
      readonly code: AmountProblem | 'calculated' | 'text-not-kept';
      readonly row: number;
      readonly column: number;
      /** Key of the column that the cell would have gone to. */
      readonly target: string;
      readonly text: string;
    };

/** How amounts are read, and how what is calculated is written. */
export type GridLanguage = {
  readonly currency: string;
  readonly locale: string;
  /** The words of a cell as the screen shows them. */
  readonly show: (row: GridRow, column: string) => string;
};

export type Pasted = {
  readonly changes: Changes;
  /** What the block covers afterwards; a selection that was filled with one cell stays as it was. */
  readonly area: Area;
  /** First and last cell of that, rows that were added among them. */
  readonly corners: readonly [CellKey, CellKey];
};

const coveredBy = (grid: BudgetGrid, area: Area): Pick<Pasted, 'area' | 'corners'> => ({
  area,
  corners: [
    keyAt(grid, { row: area.top, column: area.start }),
    keyAt(grid, { row: area.bottom, column: area.end }),
  ],
});

const oneLine = (text: string): string => text.replace(/\s*[\r\n]+\s*/g, ' ').trim();

const same = (a: string, b: string): boolean => oneLine(a).toLowerCase() === oneLine(b).toLowerCase();

/** The number that the spreadsheet keeps, unless it has more decimals than the currency: then what is shown. */
const readCell = (
  cell: BlockCell,
  { currency, locale }: GridLanguage,
  decimal: string | undefined,
): Result<number | undefined, AmountProblem> => {
  // Another currency stands only in what is shown.
  const shown = readAmount(cell.text, currency, locale, decimal);
  if (cell.exact === undefined || (!shown.ok && shown.error === 'other-currency')) return shown;
  const exact = readAmount(cell.exact, currency, 'en', '.');
  return exact.ok || exact.error === 'negative' ? exact : shown;
};

/** Lines that the block needs below the last line of its category; null where rows cannot be added. */
const missingLines = (
  grid: BudgetGrid,
  top: number,
  count: number,
): { category: string; count: number } | null => {
  const row = grid.rows[top];
  if (row?.kind !== 'line' || !row.isDetail) return null;
  const own = linesOf(grid, row.category);
  return { category: row.category, count: Math.max(0, count - (own.length - own.indexOf(row.line))) };
};

const withNewLines = (grid: BudgetGrid, changes: Changes): BudgetGrid => {
  const values: Record<FieldPath, FieldValue> = { ...grid.values };
  for (const [path, value] of changes) if (value !== undefined) values[path] = value;
  const categories = [
    ...new Set(
      grid.rows.flatMap((row) => (row.kind === 'sum' ? [] : [{ at: row.number, code: row.category }])),
    ),
  ]
    .sort((a, b) => a.at - b.at)
    .map(({ code }) => code);
  return budgetGrid(values, grid.path, grid.organizations, [...new Set(categories)]);
};

/**
 * Lays a block over the grid from the first cell of the selection; one cell fills the whole selection. In the
 * rows under a category, rows are added for what goes beyond the last one. All of it is taken or nothing: the
 * first cell that cannot be kept is named. What is calculated takes only what stands there already, so that a
 * whole table can be copied and pasted back. Cells that a shorter row of the block lacks stay as they are.
 */
export const pasteBlock = (
  grid: BudgetGrid,
  selected: Area,
  block: Block,
  language: GridLanguage,
  makeId: () => ItemId,
): Result<Pasted, PasteProblem> => {
  const decimal = decimalOf(block.flatMap((row) => row.map((cell) => cell.text)));
  const only = block.length === 1 && block[0]?.length === 1 ? block[0][0] : undefined;
  const isOneCell = selected.top === selected.bottom && selected.start === selected.end;
  if (only !== undefined && !isOneCell) return fillWith(grid, selected, only, language, decimal);

  const width = Math.max(...block.map((row) => row.length));
  const room = grid.columns.length - selected.start;
  if (width > room) return err({ code: 'too-many-columns', count: width, room });
  const missing = missingLines(grid, selected.top, block.length);
  const rowsLeft = grid.rows.length - selected.top;
  if (missing === null && block.length > rowsLeft) {
    return err({ code: 'too-many-rows', count: block.length, room: rowsLeft });
  }
  const lines = grid.rows.filter((row) => row.kind === 'line').length + (missing?.count ?? 0);
  if (missing !== null && missing.count > 0 && lines > maxLines) {
    return err({ code: 'too-many-lines', count: lines, most: maxLines });
  }
  const added =
    missing === null || missing.count === 0
      ? new Map()
      : newLines(
          grid,
          missing.category,
          linesOf(grid, missing.category).length - 1,
          Array.from({ length: missing.count }, makeId),
        );
  const target = added.size === 0 ? grid : withNewLines(grid, added);
  const changes = new Map<FieldPath, FieldValue | undefined>(added);
  for (const [down, cells] of block.entries()) {
    const row = target.rows[selected.top + down];
    if (row === undefined) return err({ code: 'too-many-rows', count: block.length, room: down });
    for (const [across, cell] of cells.entries()) {
      const column = target.columns[selected.start + across] ?? '';
      const laid = layCell(target, row, column, cell, language, decimal);
      if (!laid.ok) {
        return err({ code: laid.error, row: down + 1, column: across + 1, target: column, text: cell.text });
      }
      for (const [path, value] of laid.value) changes.set(path, value);
    }
  }
  const { top, start } = selected;
  const covered = { top, start, bottom: top + block.length - 1, end: start + width - 1 };
  return ok({ changes, ...coveredBy(target, covered) });
};

type CellProblem = AmountProblem | 'calculated' | 'text-not-kept';

const layCell = (
  grid: BudgetGrid,
  row: GridRow,
  column: string,
  cell: BlockCell,
  language: GridLanguage,
  decimal: string | undefined,
): Result<Changes, CellProblem> => {
  const here = cellAt(grid, row, column);
  if (row.kind !== 'line' || !isEditable(here)) {
    const stands = language.show(row, column);
    const isSame =
      oneLine(cell.text) === '' || same(cell.text, stands) || isSameAmount(cell, here, language, decimal);
    return isSame ? ok(new Map()) : err('calculated');
  }
  if (here.kind === 'text') {
    const text = oneLine(cell.text);
    return textSchema.safeParse(text).success ? ok(cellChanges(grid, row, here, text)) : err('text-not-kept');
  }
  const read = readCell(cell, language, decimal);
  return read.ok ? ok(cellChanges(grid, row, here, read.value)) : read;
};

const isSameAmount = (
  cell: BlockCell,
  here: ReturnType<typeof cellAt>,
  language: GridLanguage,
  decimal: string | undefined,
): boolean => {
  if (here.kind !== 'sum') return false;
  const read = readCell(cell, language, decimal);
  return read.ok && read.value === here.minor;
};

const fillWith = (
  grid: BudgetGrid,
  selected: Area,
  cell: BlockCell,
  language: GridLanguage,
  decimal: string | undefined,
): Result<Pasted, PasteProblem> => {
  const changes = new Map<FieldPath, FieldValue | undefined>();
  for (const { row, cell: place } of editableIn(grid, selected)) {
    const column = grid.columns.find((key) => {
      const at = cellAt(grid, row, key);
      return isEditable(at) && at.path === place.path;
    });
    const laid = layCell(grid, row, column ?? '', cell, language, decimal);
    if (!laid.ok) return err({ code: laid.error, row: 1, column: 1, target: column ?? '', text: cell.text });
    for (const [path, value] of laid.value) changes.set(path, value);
  }
  return ok({ changes, ...coveredBy(grid, selected) });
};
