import type { FieldMap, FieldValue } from '#shared/domain/field-value.ts';
import type { ItemId } from '#shared/domain/ids.ts';
import { type BudgetGrid, budgetGrid, cellAt } from './budget-grid.ts';
import type { Changes } from './grid-edits.ts';
import type { GridLanguage } from './paste-block.ts';

export const iom = 'AAAAAAAAAA' as ItemId;
export const ilo = 'BBBBBBBBBB' as ItemId;
export const categories = ['1', '2', '3', 'indirect'] as const;

/** A budget of two organizations: category 2 has three rows of its own, the others are one row each. */
export const someValues: FieldMap = {
  'budget/0000000001': true,
  'budget/0000000001/pos': 'a0',
  'budget/0000000001/category': '1',
  [`budget/0000000001/amount/${iom}`]: 10_000,
  [`budget/0000000001/amount/${ilo}`]: 20_050,
  ...Object.fromEntries(
    ['RRRRRRRRR1', 'RRRRRRRRR2', 'RRRRRRRRR3'].flatMap((line, index): [string, FieldValue][] => [
      [`budget/${line}`, true],
      [`budget/${line}/pos`, `b0${index}`],
      [`budget/${line}/category`, '2'],
      [`budget/${line}/description`, `Tents ${index + 1}`],
      [`budget/${line}/amount/${iom}`, 100 * (index + 1)],
    ]),
  ),
};

export const gridOf = (values: FieldMap): BudgetGrid => budgetGrid(values, 'budget', [iom, ilo], categories);

export const applied = (values: FieldMap, changes: Changes): FieldMap => {
  const next: Record<string, FieldValue> = { ...values };
  for (const [path, value] of changes) {
    if (value === undefined) delete next[path];
    else next[path] = value;
  }
  return next;
};

/** Ids that follow one another: 9000000000, 9000000001… */
export const countingIds = (): (() => ItemId) => {
  let next = 9_000_000_000;
  return () => {
    next += 1;
    return String(next) as ItemId;
  };
};

/** English dollars; what is calculated is shown as its bare number. */
export const dollars = (grid: BudgetGrid): GridLanguage => ({
  currency: 'USD',
  locale: 'en',
  show: (row, column) => {
    const cell = cellAt(grid, row, column);
    switch (cell.kind) {
      case 'text':
        return cell.text;
      case 'amount':
        return cell.minor === undefined ? '' : (cell.minor / 100).toFixed(2);
      case 'sum':
        return (cell.minor / 100).toFixed(2);
      case 'category':
        return `Category ${cell.category}`;
      case 'name':
        return cell.of;
      case 'rate':
        return cell.basisPoints === null ? '' : `${cell.basisPoints / 100}%`;
      case 'none':
        return '';
    }
  },
});
