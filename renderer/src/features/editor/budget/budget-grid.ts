import { assertNever } from '#shared/assert.ts';
import {
  amountIn,
  amountPath,
  type BudgetTotals,
  basisPoints,
  budgetTotals,
  indirectCategory,
} from '#shared/domain/budget.ts';
import { type FieldPath, subPath } from '#shared/domain/field-path.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import { type ItemId, seededItemId } from '#shared/domain/ids.ts';
import { listItems } from '#shared/domain/list-items.ts';

/** A row of sums under the lines. */
export type SumKey = 'direct' | 'rate' | 'total' | 'shares';

/** One row of the budget as it stands on the screen. */
export type GridRow =
  /** A category with rows of its own under it: its amounts are their sums. */
  | { readonly kind: 'heading'; readonly key: string; readonly category: string; readonly number: number }
  | {
      readonly kind: 'line';
      readonly key: string;
      readonly line: ItemId;
      readonly category: string;
      /** Place of the category in its list, from 1. */
      readonly number: number;
      /** True under a heading: the first cell is a description of its own. */
      readonly isDetail: boolean;
      /** False until the document has this line. */
      readonly isBegun: boolean;
    }
  | { readonly kind: 'sum'; readonly key: SumKey };

export type LineRow = Extract<GridRow, { kind: 'line' }>;

/** `label`, an organization, `all` or `share`. */
export type ColumnKey = string;

/** The budget as rows and columns, with what it adds up to. */
export type BudgetGrid = {
  readonly path: FieldPath;
  readonly values: FieldMap;
  readonly organizations: readonly ItemId[];
  readonly rows: readonly GridRow[];
  readonly columns: readonly ColumnKey[];
  readonly totals: BudgetTotals;
};

/** What a cell holds; amounts in integer minor units, rates in basis points. */
export type GridCell =
  | { readonly kind: 'text'; readonly path: FieldPath; readonly text: string }
  | { readonly kind: 'amount'; readonly path: FieldPath; readonly minor: number | undefined }
  /** The cells below are calculated, or named by a list: they take no typing. */
  | { readonly kind: 'category'; readonly category: string }
  | { readonly kind: 'name'; readonly of: SumKey }
  | { readonly kind: 'sum'; readonly minor: number }
  | { readonly kind: 'rate'; readonly basisPoints: number | null }
  | { readonly kind: 'none' };

export type EditableCell = Extract<GridCell, { kind: 'text' | 'amount' }>;

export const isEditable = (cell: GridCell): cell is EditableCell =>
  cell.kind === 'text' || cell.kind === 'amount';

/** Lines of one category in their order, as the document has them. */
export const linesOf = (grid: Pick<BudgetGrid, 'values' | 'path'>, category: string): readonly ItemId[] =>
  listItems(grid.values, grid.path).filter(
    (line) => String(grid.values[subPath(grid.path, line, 'category')] ?? '') === category,
  );

/**
 * The budget field at `path` as a grid. A category without rows of its own is one row (the k-th begins the
 * line seeded k, as in the samples); with a description or a second line it becomes a heading with rows
 * under it. Lines of a category that no list has stand after the others and are never hidden; indirect costs
 * come after the sum of direct costs.
 */
export const budgetGrid = (
  values: FieldMap,
  path: FieldPath,
  organizations: readonly ItemId[],
  categories: readonly string[],
): BudgetGrid => {
  const lines = listItems(values, path);
  const categoryOf = (line: ItemId): string => String(values[subPath(path, line, 'category')] ?? '');
  const unknown = [...new Set(lines.map(categoryOf))].filter((category) => !categories.includes(category));
  const rowsOf = (category: string, index: number): readonly GridRow[] => {
    const own = lines.filter((line) => categoryOf(line) === category);
    const number = index + 1;
    const row = (line: ItemId, isDetail: boolean, isBegun: boolean): LineRow => ({
      kind: 'line',
      key: line,
      line,
      category,
      number,
      isDetail,
      isBegun,
    });
    const [only] = own;
    if (only === undefined) return [row(seededItemId(number), false, false)];
    if (own.length === 1 && values[subPath(path, only, 'description')] === undefined) {
      return [row(only, false, true)];
    }
    return [
      { kind: 'heading', key: `category-${category}`, category, number },
      ...own.map((line) => row(line, true, true)),
    ];
  };
  const all = [...categories, ...unknown].map((category, index) => ({ category, index }));
  const direct = all.filter(({ category }) => category !== indirectCategory);
  const indirect = all.filter(({ category }) => category === indirectCategory);
  const sum = (key: SumKey): GridRow => ({ kind: 'sum', key });
  return {
    path,
    values,
    organizations,
    columns: ['label', ...organizations, 'all', 'share'],
    totals: budgetTotals(values, path, organizations),
    rows: [
      ...direct.flatMap(({ category, index }) => rowsOf(category, index)),
      sum('direct'),
      ...indirect.flatMap(({ category, index }) => rowsOf(category, index)),
      sum('rate'),
      sum('total'),
      sum('shares'),
    ],
  };
};

const amountOf = (grid: BudgetGrid, line: ItemId, organization: ItemId): number | undefined =>
  amountIn(grid.values, grid.path, line, organization) ?? undefined;

const added = (amounts: readonly (number | undefined)[]): number =>
  amounts.reduce<number>((sum, minor) => sum + (minor ?? 0), 0);

const sumCell = (grid: BudgetGrid, key: SumKey, column: ColumnKey): GridCell => {
  const { totals } = grid;
  if (column === 'label') return { kind: 'name', of: key };
  const own = totals.organizations.find((candidate) => candidate.organization === column);
  if (column === 'share') {
    return key === 'direct'
      ? { kind: 'rate', basisPoints: totals.direct === 0 ? null : 10_000 }
      : { kind: 'none' };
  }
  switch (key) {
    case 'direct':
      return { kind: 'sum', minor: own?.direct ?? totals.direct };
    case 'total':
      return { kind: 'sum', minor: own?.total ?? totals.total };
    case 'rate':
      return {
        kind: 'rate',
        basisPoints: own ? own.indirectRate : basisPoints(totals.indirect, totals.direct),
      };
    case 'shares':
      return { kind: 'rate', basisPoints: own ? own.share : basisPoints(totals.total, totals.total) };
    default:
      return assertNever(key);
  }
};

/** What stands in a cell. */
export const cellAt = (grid: BudgetGrid, row: GridRow, column: ColumnKey): GridCell => {
  if (row.kind === 'sum') return sumCell(grid, row.key, column);
  const lines = row.kind === 'line' ? [row.line] : linesOf(grid, row.category);
  const total = (): number =>
    added(
      lines.flatMap((line) => grid.organizations.map((organization) => amountOf(grid, line, organization))),
    );
  switch (column) {
    case 'label': {
      if (row.kind === 'heading' || !row.isDetail) return { kind: 'category', category: row.category };
      const path = subPath(grid.path, row.line, 'description');
      return { kind: 'text', path, text: String(grid.values[path] ?? '') };
    }
    case 'all':
      return { kind: 'sum', minor: total() };
    case 'share':
      return { kind: 'rate', basisPoints: basisPoints(total(), grid.totals.direct) };
    default: {
      const organization = column as ItemId;
      if (row.kind === 'heading') {
        return { kind: 'sum', minor: added(lines.map((line) => amountOf(grid, line, organization))) };
      }
      const path = amountPath(grid.path, row.line, organization);
      return { kind: 'amount', path, minor: amountOf(grid, row.line, organization) };
    }
  }
};

/** True where something stands that was typed or adds up to more than nought. */
export const isFilled = (cell: GridCell): boolean => {
  switch (cell.kind) {
    case 'text':
      return cell.text !== '';
    case 'amount':
      return cell.minor !== undefined;
    case 'sum':
      return cell.minor !== 0;
    case 'rate':
      return cell.basisPoints !== null;
    case 'none':
      return false;
    case 'category':
    case 'name':
      return true;
    default:
      return assertNever(cell);
  }
};
