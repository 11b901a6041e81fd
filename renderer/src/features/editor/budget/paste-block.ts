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
  const shown = readAmount(cell.text, currency, locale, decimal);
  // Another currency, a percentage or a date: only what is shown says what the number is.
  const isOther = !shown.ok && (shown.error === 'other-currency' || shown.error === 'not-an-amount');
  if (cell.exact === undefined || isOther) return shown;
  const exact = readAmount(cell.exact, currency, 'en', '.');
  return exact.ok || exact.error === 'negative' ? exact : shown;
};

const isBlank = ({ text, exact }: BlockCell): boolean => exact === undefined && text.trim() === '';

/**
 * A block without the blank rows and columns at its end that there is no room for: they come with what is selected.
 * One all of blanks stays as it is.
 */
const withoutBlankEnd = (block: Block, rows: number, columns: number): Block => {
  const lastFilled = (row: Block[number]) => row.findLastIndex((cell) => !isBlank(cell));
  const width = block.reduce((most, row) => Math.max(most, lastFilled(row) + 1), columns);
  const height = block.findLastIndex((row) => lastFilled(row) >= 0) + 1;
  return height === 0 ? block : block.slice(0, Math.max(height, rows)).map((row) => row.slice(0, width));
};

/** What the cells of a block say that come to stand where amounts stand; a number in a description is none. */
const amountTexts = (grid: BudgetGrid, { top, start }: Area, block: Block): readonly string[] =>
  block.flatMap((cells, down) =>
    cells.flatMap(({ text }, across) => {
      const [row, column] = [grid.rows[top + down], grid.columns[start + across]];
      const here = row && column ? cellAt(grid, row, column).kind : 'none';
      return here === 'amount' || here === 'sum' ? [text] : [];
    }),
  );

/** Rows that there are for a block from `top` on, and the category to which more are added; null: to none. */
const roomFrom = (
  grid: BudgetGrid,
  top: number,
): { readonly rows: number; readonly growing: string | null } => {
  const row = grid.rows[top];
  if (row?.kind !== 'line' || !row.isDetail) return { rows: grid.rows.length - top, growing: null };
  const own = linesOf(grid, row.category);
  return { rows: own.length - own.indexOf(row.line), growing: row.category };
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
 * whole table can be copied and pasted back. Blank rows and columns at the end of the block are left off where there
 * is no room for them. Cells that a shorter row of the block lacks stay as they are.
 */
export const pasteBlock = (
  grid: BudgetGrid,
  selected: Area,
  copied: Block,
  language: GridLanguage,
  makeId: () => ItemId,
): Result<Pasted, PasteProblem> => {
  const only = copied.length === 1 && copied[0]?.length === 1 ? copied[0][0] : undefined;
  const isOneCell = selected.top === selected.bottom && selected.start === selected.end;
  if (only !== undefined && !isOneCell) return fillWith(grid, selected, only, language);

  const { rows, growing } = roomFrom(grid, selected.top);
  const room = grid.columns.length - selected.start;
  const block = withoutBlankEnd(copied, rows, room);
  const width = block.reduce((most, row) => Math.max(most, row.length), 0);
  if (width > room) return err({ code: 'too-many-columns', count: width, room });
  const missing = Math.max(0, block.length - rows);
  if (missing > 0 && growing === null) {
    return err({ code: 'too-many-rows', count: block.length, room: rows });
  }
  const lines = grid.rows.filter((row) => row.kind === 'line').length + missing;
  if (missing > 0 && lines > maxLines) return err({ code: 'too-many-lines', count: lines, most: maxLines });
  const added =
    missing === 0 || growing === null
      ? new Map()
      : newLines(grid, growing, linesOf(grid, growing).length - 1, Array.from({ length: missing }, makeId));
  const target = added.size === 0 ? grid : withNewLines(grid, added);
  const decimal = decimalOf(amountTexts(target, selected, block));
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
): Result<Pasted, PasteProblem> => {
  const decimal = decimalOf([cell.text]);
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
