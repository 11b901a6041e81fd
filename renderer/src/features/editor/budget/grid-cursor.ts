import { assertNever } from '#shared/assert.ts';
import { type BudgetGrid, cellAt, isEditable, isFilled } from './budget-grid.ts';

/** A cell by the keys of its row and column, so that it stays itself when rows come and go. */
export type CellKey = { readonly row: string; readonly column: string };

/**
 * Where the person is. `active` takes what is typed; the selection reaches from it to `extent`.
 * `type`: the keys write and arrows leave the cell. `caret` (F2): arrows move in the text.
 *
 *        key / F2            Enter, Tab, arrows (type only)
 *  move ─────────► type|caret ─────────► move
 *        ◄───────── Escape (the earlier value stands again)
 */
export type GridCursor = {
  readonly active: CellKey;
  readonly extent: CellKey;
  readonly mode: 'move' | 'type' | 'caret';
  /** Column in which a run of Tab began: Enter goes back to it. */
  readonly tabFrom: string | null;
  /** After Escape, Tab leaves the grid. */
  readonly isLeaving: boolean;
};

/** `forward` and `back` follow the direction of the screens. */
export type Step = 'up' | 'down' | 'back' | 'forward' | 'pageUp' | 'pageDown';
/** As far as Ctrl, Home and End go. */
export type Jump =
  | 'edgeUp'
  | 'edgeDown'
  | 'edgeBack'
  | 'edgeForward'
  | 'rowStart'
  | 'rowEnd'
  | 'first'
  | 'last';

/** Rows and columns, both inclusive, by index. */
export type Area = {
  readonly top: number;
  readonly bottom: number;
  readonly start: number;
  readonly end: number;
};

type Index = { readonly row: number; readonly column: number };

const pageRows = 10;

const clamp = (value: number, last: number): number => Math.max(0, Math.min(last, value));

/** Indexes of a cell; the nearest there is when its row or column is gone. */
export const indexOf = (grid: BudgetGrid, cell: CellKey): Index => ({
  row: clamp(
    grid.rows.findIndex(({ key }) => key === cell.row),
    grid.rows.length - 1,
  ),
  column: clamp(grid.columns.indexOf(cell.column), grid.columns.length - 1),
});

export const keyAt = (grid: BudgetGrid, { row, column }: Index): CellKey => ({
  row: grid.rows[clamp(row, grid.rows.length - 1)]?.key ?? '',
  column: grid.columns[clamp(column, grid.columns.length - 1)] ?? '',
});

const contentAt = (grid: BudgetGrid, { row, column }: Index) => {
  const at = grid.rows[row];
  return at === undefined ? null : cellAt(grid, at, grid.columns[column] ?? '');
};

const isTyped = (grid: BudgetGrid, at: Index): boolean => {
  const cell = contentAt(grid, at);
  return cell !== null && isEditable(cell);
};

/** The cursor on one cell, nothing else selected. */
export const cursorAt = (cell: CellKey): GridCursor => ({
  active: cell,
  extent: cell,
  mode: 'move',
  tabFrom: null,
  isLeaving: false,
});

/** The first cell that takes an amount. */
export const firstCursor = (grid: BudgetGrid): GridCursor => {
  const column = grid.columns.length > 1 ? 1 : 0;
  const row = grid.rows.findIndex((_, index) => isTyped(grid, { row: index, column }));
  return cursorAt(keyAt(grid, { row, column }));
};

/** The cursor on cells that are still there; rows and columns may have gone meanwhile. */
export const cursorWithin = (grid: BudgetGrid, cursor: GridCursor): GridCursor => {
  const isThere = ({ row, column }: CellKey) =>
    grid.columns.includes(column) && grid.rows.some(({ key }) => key === row);
  if (isThere(cursor.active) && isThere(cursor.extent)) return cursor;
  return isThere(cursor.active) ? cursorAt(cursor.active) : firstCursor(grid);
};

/** What is selected, as indexes. */
export const areaOf = (grid: BudgetGrid, { active, extent }: GridCursor): Area => {
  const [a, b] = [indexOf(grid, active), indexOf(grid, extent)];
  return {
    top: Math.min(a.row, b.row),
    bottom: Math.max(a.row, b.row),
    start: Math.min(a.column, b.column),
    end: Math.max(a.column, b.column),
  };
};

/** As in spreadsheets: to the end of the filled run, else to the next filled cell, else to the edge. */
const edge = (grid: BudgetGrid, from: Index, rows: number, columns: number): Index => {
  const lastRow = grid.rows.length - 1;
  const lastColumn = grid.columns.length - 1;
  const next = ({ row, column }: Index): Index | null => {
    const to = { row: row + rows, column: column + columns };
    return to.row < 0 || to.column < 0 || to.row > lastRow || to.column > lastColumn ? null : to;
  };
  const filled = (at: Index): boolean => {
    const cell = contentAt(grid, at);
    return cell !== null && isFilled(cell);
  };
  let at = from;
  let ahead = next(at);
  const runs = filled(from) && ahead !== null && filled(ahead);
  while (ahead !== null) {
    if (runs && !filled(ahead)) return at;
    at = ahead;
    if (!runs && filled(at)) return at;
    ahead = next(at);
  }
  return at;
};

const moved = (grid: BudgetGrid, from: Index, by: Step | Jump): Index => {
  const lastRow = grid.rows.length - 1;
  const lastColumn = grid.columns.length - 1;
  switch (by) {
    case 'up':
      return { ...from, row: clamp(from.row - 1, lastRow) };
    case 'down':
      return { ...from, row: clamp(from.row + 1, lastRow) };
    case 'back':
      return { ...from, column: clamp(from.column - 1, lastColumn) };
    case 'forward':
      return { ...from, column: clamp(from.column + 1, lastColumn) };
    case 'pageUp':
      return { ...from, row: clamp(from.row - pageRows, lastRow) };
    case 'pageDown':
      return { ...from, row: clamp(from.row + pageRows, lastRow) };
    case 'edgeUp':
      return edge(grid, from, -1, 0);
    case 'edgeDown':
      return edge(grid, from, 1, 0);
    case 'edgeBack':
      return edge(grid, from, 0, -1);
    case 'edgeForward':
      return edge(grid, from, 0, 1);
    case 'rowStart':
      return { ...from, column: 0 };
    case 'rowEnd':
      return { ...from, column: lastColumn };
    case 'first':
      return { row: 0, column: 0 };
    case 'last':
      return { row: lastRow, column: lastColumn };
    default:
      return assertNever(by);
  }
};

/** One step or jump; with `extends` the selection grows instead of moving. */
export const moveCursor = (
  grid: BudgetGrid,
  cursor: GridCursor,
  by: Step | Jump,
  options: { readonly extends: boolean },
): GridCursor => {
  const to = keyAt(grid, moved(grid, indexOf(grid, options.extends ? cursor.extent : cursor.active), by));
  return options.extends
    ? { ...cursor, extent: to, mode: 'move', tabFrom: null, isLeaving: false }
    : cursorAt(to);
};

/** The selection from the active cell to another one: shift and a click, or a drag. */
export const extendTo = (cursor: GridCursor, cell: CellKey): GridCursor => ({
  ...cursor,
  extent: cell,
  mode: 'move',
  tabFrom: null,
  isLeaving: false,
});

/** Everything in the grid. */
export const selectAll = (grid: BudgetGrid, cursor: GridCursor): GridCursor => ({
  ...extendTo(cursor, keyAt(grid, { row: grid.rows.length - 1, column: grid.columns.length - 1 })),
  active: keyAt(grid, { row: 0, column: 0 }),
});

/** Tab: the next cell that can be typed in, row by row; null at the end, where Tab leaves the grid. */
export const tabCursor = (grid: BudgetGrid, cursor: GridCursor, by: 1 | -1): GridCursor | null => {
  if (cursor.isLeaving) return null;
  const width = grid.columns.length;
  const from = indexOf(grid, cursor.active);
  for (let at = from.row * width + from.column + by; at >= 0 && at < width * grid.rows.length; at += by) {
    const to = { row: Math.floor(at / width), column: at % width };
    if (isTyped(grid, to)) {
      return { ...cursorAt(keyAt(grid, to)), tabFrom: cursor.tabFrom ?? cursor.active.column };
    }
  }
  return null;
};

/** Enter: the next cell below that can be typed in, in the column where a run of Tab began; stays at the end. */
export const enterCursor = (grid: BudgetGrid, cursor: GridCursor, by: 1 | -1): GridCursor => {
  const from = indexOf(grid, cursor.active);
  const begun = cursor.tabFrom === null ? -1 : grid.columns.indexOf(cursor.tabFrom);
  const column = begun < 0 ? from.column : begun;
  for (let row = from.row + by; row >= 0 && row < grid.rows.length; row += by) {
    if (isTyped(grid, { row, column })) return cursorAt(keyAt(grid, { row, column }));
  }
  return cursorAt(cursor.active);
};
