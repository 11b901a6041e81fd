import type { IntlShape } from 'react-intl';
import { assertNever } from '#shared/assert.ts';
import { subPath } from '#shared/domain/field-path.ts';
import { amountFormat } from '#shared/domain/money.ts';
import { type Localized, localized } from '#shared/domain/template.ts';
import type { Term } from '#shared/domain/vocabulary.ts';
import { type BudgetGrid, cellAt, type GridRow } from './budget-grid.ts';

export type BudgetWords = {
  readonly amount: (minor: number) => string;
  readonly rate: (basisPoints: number | null) => string;
  readonly category: (code: string) => string;
  /** The words of a cell as the screen shows them. */
  readonly show: (row: GridRow, column: string) => string;
  /** What a row is called in a sentence. */
  readonly rowName: (row: GridRow) => string;
  readonly columnName: (column: string) => string;
};

/** The words of a budget in the language of the screens. */
export const budgetWords = (
  intl: IntlShape,
  grid: BudgetGrid,
  terms: readonly Term[],
  currency: string,
  organizationsField: string,
): BudgetWords => {
  const amount = amountFormat(currency, intl.locale);
  const percent = new Intl.NumberFormat(intl.locale, { style: 'percent', minimumFractionDigits: 2 });
  const rate = (basisPoints: number | null) =>
    basisPoints === null ? '' : percent.format(basisPoints / 10_000);
  const read = (text: Localized) => localized(text, intl.locale);
  const category = (code: string): string => {
    const term = terms.find((candidate) => candidate.code === code);
    return term === undefined ? code : read(term.name);
  };
  const show = (row: GridRow, column: string): string => {
    const cell = cellAt(grid, row, column);
    switch (cell.kind) {
      case 'text':
        return cell.text;
      case 'amount':
        return cell.minor === undefined ? '' : amount(cell.minor);
      case 'sum':
        return amount(cell.minor);
      case 'rate':
        return rate(cell.basisPoints);
      case 'category':
        return category(cell.category);
      case 'name':
        return intl.formatMessage({ id: `budget.${cell.of}` });
      case 'none':
        return '';
      default:
        return assertNever(cell);
    }
  };
  return {
    amount,
    rate,
    category,
    show,
    rowName: (row) => {
      if (row.kind === 'sum') return intl.formatMessage({ id: `budget.${row.key}` });
      const own = show(row, 'label');
      if (row.kind === 'heading' || !row.isDetail) return own;
      const description = own === '' ? intl.formatMessage({ id: 'budget.noDescription' }) : own;
      return `${category(row.category)}, ${description}`;
    },
    columnName: (column) => {
      if (column === 'label') return intl.formatMessage({ id: 'budget.description' });
      if (column === 'all') return intl.formatMessage({ id: 'budget.all' });
      if (column === 'share') return intl.formatMessage({ id: 'budget.share' });
      const at = grid.columns.indexOf(column) - 1;
      const text = (id: string) => {
        const organization = grid.organizations[at];
        const path = organization && subPath(organizationsField, organization, id);
        return String((path && grid.values[path]) ?? '').trim();
      };
      return (
        text('acronym') || text('name') || intl.formatMessage({ id: 'budget.unnamed' }, { number: at + 1 })
      );
    },
  };
};
