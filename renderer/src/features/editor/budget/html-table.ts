import { blockOfSpanned, type SpannedCell } from './spanned-cells.ts';
import type { Block } from './tab-separated.ts';

/** Columns that one span may stand for: a clipboard that says more is not a table of a person. */
const mostSpan = 1_000;

const spannedCell = (element: HTMLTableCellElement): SpannedCell => {
  // LibreOffice and Excel say what number a formatted text stands for.
  const exact = element.getAttribute('sdval') ?? element.getAttribute('x:num') ?? '';
  const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  return {
    cell: /^-?\d+(\.\d+)?$/.test(exact) ? { text, exact } : { text },
    columns: Math.min(element.colSpan, mostSpan),
    // HTML: nought stands for all rows that follow.
    rows: element.rowSpan || Number.POSITIVE_INFINITY,
  };
};

/** The first table of copied HTML as a block; null where there is none. Merged cells leave blanks. */
export const readHtmlTable = (html: string): Block | null => {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  if (table === null || table.rows.length === 0) return null;
  // Lines and paragraphs of a cell part its words as spaces do.
  for (const part of table.querySelectorAll('br, p, div, li')) {
    part.before(' ');
    part.after(' ');
  }
  return blockOfSpanned([...table.rows].map((row) => [...row.cells].map(spannedCell)));
};
