import type { Block, BlockCell } from './tab-separated.ts';

/** Cells that one span may stand for: a clipboard that says more is not a table of a person. */
const mostSpan = 1_000;

const cellOf = (element: HTMLTableCellElement): BlockCell => {
  // LibreOffice and Excel say what number a formatted text stands for.
  const exact = element.getAttribute('sdval') ?? element.getAttribute('x:num') ?? '';
  const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  return /^-?\d+(\.\d+)?$/.test(exact) ? { text, exact } : { text };
};

/** The first table of copied HTML as a block; null where there is none. Merged cells leave blanks. */
export const readHtmlTable = (html: string): Block | null => {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  if (table === null || table.rows.length === 0) return null;
  return [...table.rows].map((row) =>
    [...row.cells].flatMap((cell): readonly BlockCell[] => [
      cellOf(cell),
      ...Array.from({ length: Math.min(cell.colSpan, mostSpan) - 1 }, () => ({ text: '' })),
    ]),
  );
};
