/** One cell of a copied block. */
export type BlockCell = {
  readonly text: string;
  /** The number as the spreadsheet keeps it, with a point ("1234.5"), where it says so. */
  readonly exact?: string;
};

/** A block of cells, row by row; rows may differ in length. */
export type Block = readonly (readonly BlockCell[])[];

/** The end of a quoted cell that begins at `from`; null where the quote is a character like any other. */
const quotedEnd = (text: string, from: number): number | null => {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] === '"') at += 1;
    else return at + 1 === text.length || /[\t\r\n]/.test(text[at + 1] ?? '') ? at : null;
  }
  return null;
};

/**
 * Reads cells as Excel and LibreOffice put them on the clipboard: tabs between cells, a line each row, a cell
 * with a tab, a line or a quote in it within quotes. Spreadsheets do not quote a cell only because it begins
 * with one, so a quote that is not closed before a tab or a line end stands for itself. The line end after
 * the last row is no row.
 */
export const readTabSeparated = (text: string): Block => {
  let row: BlockCell[] = [];
  const rows = [row];
  let at = 0;
  for (;;) {
    const end = text[at] === '"' ? quotedEnd(text, at) : null;
    const separators = /[\t\r\n]/g;
    separators.lastIndex = at;
    const next = end === null ? (separators.exec(text)?.index ?? text.length) : end + 1;
    row.push({ text: end === null ? text.slice(at, next) : text.slice(at + 1, end).replaceAll('""', '"') });
    if (next === text.length) return rows;
    at = next + (text.startsWith('\r\n', next) ? 2 : 1);
    if (text[next] === '\t') continue;
    if (at === text.length) return rows;
    row = [];
    rows.push(row);
  }
};

const quoted = (text: string): string => (/[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Writes cells so that a spreadsheet, and `readTabSeparated`, read them back as they are. */
export const writeTabSeparated = (block: Block): string =>
  block.map((row) => row.map((cell) => quoted(cell.text)).join('\t')).join('\r\n');
