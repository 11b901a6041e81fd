import { positionsAfterMoveTo, positionsOfNew } from '#renderer/commands/item-positions.ts';
import { withValues } from '#shared/domain/field-parts.ts';
import { type FieldPath, itemPath, positionPath, subPath } from '#shared/domain/field-path.ts';
import type { FieldValue } from '#shared/domain/field-value.ts';
import type { ItemId } from '#shared/domain/ids.ts';
import { pathsWithin } from '#shared/domain/list-items.ts';
import {
  type BudgetGrid,
  cellAt,
  type EditableCell,
  type GridRow,
  isEditable,
  type LineRow,
  linesOf,
} from './budget-grid.ts';
import type { Area } from './grid-cursor.ts';

/** Each path to its new value; undefined clears it. Written as one: all of it or nothing. */
export type Changes = ReadonlyMap<FieldPath, FieldValue | undefined>;

/** Lines that one budget takes: with more, every laptop that opens it would be slow. */
export const maxLines = 500;

/** The place of the k-th category's first line, the same on every laptop. */
const seededPosition = (number: number): string => (number <= 10 ? `a${number - 1}` : 'az');

const begin = (grid: BudgetGrid, row: LineRow): readonly (readonly [FieldPath, FieldValue])[] =>
  row.isBegun
    ? []
    : [
        [itemPath(grid.path, row.line), true],
        [positionPath(grid.path, row.line), seededPosition(row.number)],
        [subPath(grid.path, row.line, 'category'), row.category],
      ];

/** Sets one cell; its line begins with it. A description that is emptied stays: its row is one of its own. */
export const cellChanges = (
  grid: BudgetGrid,
  row: LineRow,
  cell: EditableCell,
  value: string | number | undefined,
): Changes =>
  new Map<FieldPath, FieldValue | undefined>([
    ...(value === undefined ? [] : begin(grid, row)),
    [cell.path, cell.kind === 'text' ? (value ?? '') : value],
  ]);

type Placed = { readonly row: LineRow; readonly cell: EditableCell };

/** The cells of an area that can be typed in, row by row. */
export const editableIn = (grid: BudgetGrid, area: Area): readonly Placed[] =>
  grid.rows.slice(area.top, area.bottom + 1).flatMap((row) => {
    if (row.kind !== 'line') return [];
    return grid.columns.slice(area.start, area.end + 1).flatMap((column) => {
      const cell = cellAt(grid, row, column);
      return isEditable(cell) ? [{ row, cell }] : [];
    });
  });

const joined = (all: readonly Changes[]): Changes => new Map(all.flatMap((changes) => [...changes]));

/** Empties an area; what is calculated stays. */
export const clearArea = (grid: BudgetGrid, area: Area): Changes =>
  joined(editableIn(grid, area).map(({ row, cell }) => cellChanges(grid, row, cell, undefined)));

/**
 * Fills an area with its first row; an area of one row takes the row above it. What is calculated stays, and
 * words go only into descriptions, amounts only into amounts.
 */
export const fillDown = (grid: BudgetGrid, area: Area): Changes => {
  const from = area.top === area.bottom ? area.top - 1 : area.top;
  const source = grid.rows[from];
  if (source === undefined) return new Map();
  return joined(
    grid.columns.slice(area.start, area.end + 1).flatMap((column, index) => {
      const content = cellAt(grid, source, column);
      if (!isEditable(content)) return [];
      const value = content.kind === 'text' ? content.text : content.minor;
      const at = area.start + index;
      return editableIn(grid, { top: from + 1, bottom: area.bottom, start: at, end: at })
        .filter(({ cell }) => cell.kind === content.kind)
        .map(({ row, cell }) => cellChanges(grid, row, cell, value));
    }),
  );
};

/** New empty lines of a category after the one at index `at` among its lines. */
export const newLines = (grid: BudgetGrid, category: string, at: number, added: readonly ItemId[]): Changes =>
  new Map<FieldPath, FieldValue | undefined>([
    ...added.flatMap((line): readonly (readonly [FieldPath, FieldValue])[] => [
      [itemPath(grid.path, line), true],
      [subPath(grid.path, line, 'category'), category],
      [subPath(grid.path, line, 'description'), ''],
    ]),
    ...positionsOfNew(grid.values, grid.path, linesOf(grid, category), at, added),
  ]);

/**
 * A new row under a category: after a line, or after its last one. `isKept`: the line stays a row of its own although
 * the document does not have it yet, for the words in it that could not be read.
 */
export const addLine = (
  grid: BudgetGrid,
  row: Exclude<GridRow, { kind: 'sum' }>,
  isKept: boolean,
  makeId: () => ItemId,
): { readonly line: ItemId; readonly changes: Changes } => {
  const begun = new Map(isKept && row.kind === 'line' ? begin(grid, row) : []);
  const before = { ...grid, values: withValues(grid.values, begun) };
  const own = linesOf(before, row.category);
  const at = row.kind === 'line' ? own.indexOf(row.line) : -1;
  const line = makeId();
  const added = newLines(before, row.category, at < 0 ? own.length - 1 : at, [line]);
  return { line, changes: joined([begun, added]) };
};

/** Takes lines out with all that they hold. */
export const removeLines = (grid: BudgetGrid, lines: readonly ItemId[]): Changes =>
  new Map(
    lines.flatMap((line) =>
      pathsWithin(grid.values, itemPath(grid.path, line)).map((path) => [path, undefined] as const),
    ),
  );

/** Moves a line by one place within its category; empty at its end. */
export const moveLine = (grid: BudgetGrid, row: LineRow, by: -1 | 1): Changes => {
  const own = linesOf(grid, row.category);
  return new Map(positionsAfterMoveTo(grid.values, grid.path, own, row.line, own.indexOf(row.line) + by));
};
