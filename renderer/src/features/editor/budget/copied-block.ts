import { plainAmount } from '#shared/domain/money.ts';
import { type BudgetGrid, cellAt } from './budget-grid.ts';
import type { Area } from './grid-cursor.ts';
import type { GridLanguage } from './paste-block.ts';
import { type Block, writeTabSeparated } from './tab-separated.ts';

/** An area as cells: amounts without grouping, with the decimal sign of the screens' language. */
export const copiedBlock = (grid: BudgetGrid, area: Area, language: GridLanguage, decimal: string): Block =>
  grid.rows.slice(area.top, area.bottom + 1).map((row) =>
    grid.columns.slice(area.start, area.end + 1).map((column) => {
      const cell = cellAt(grid, row, column);
      const minor = cell.kind === 'amount' || cell.kind === 'sum' ? cell.minor : undefined;
      if (minor === undefined || !Number.isSafeInteger(minor)) return { text: language.show(row, column) };
      const exact = plainAmount(minor, language.currency);
      return { text: exact.replace('.', decimal), exact };
    }),
  );

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The block as text and as a table, in which numbers stand as numbers for Excel and LibreOffice. */
export const clipboardOf = (block: Block): { readonly text: string; readonly html: string } => {
  const cell = ({ text, exact }: Block[number][number]) => {
    const number = exact === undefined ? '' : ` sdval="${exact}" x:num="${exact}"`;
    return `<td${number}>${escaped(text)}</td>`;
  };
  const rows = block.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('');
  return {
    text: writeTabSeparated(block),
    html: `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table>${rows}</table></body></html>`,
  };
};
