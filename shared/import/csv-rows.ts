import Papa from 'papaparse';

/** One record of a table. `number` as a spreadsheet counts, the header included. */
export type CsvRow = {
  readonly number: number;
  readonly cells: readonly string[];
  /** Its quotation marks do not match: `cells` are its bare line, split at every delimiter. */
  readonly isBroken: boolean;
};

export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** Rows whose quotation marks do not match that are looked at one by one; after them quotation marks are text. */
const mostBroken = 50;

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/**
 * Splits a text into rows. A quotation mark that is never closed would swallow the rest of the file: its line is
 * then taken as it is, and reading goes on with the next one. Blank rows are counted, not listed.
 */
export const readRows = (
  source: string,
  delimiter: Delimiter,
  limit = Number.POSITIVE_INFINITY,
): readonly CsvRow[] => {
  const text = source.replace(/\r\n?/gu, '\n');
  const rows: CsvRow[] = [];
  let number = 0;
  let from = 0;
  let broken = 0;
  const push = (cells: readonly string[], isBroken: boolean) => {
    number += 1;
    if (!isBlank(cells)) rows.push({ number, cells, isBroken });
  };
  while (from < text.length && rows.length < limit) {
    const rest = text.slice(from);
    let good = 0;
    let isCut = false;
    Papa.parse<string[]>(rest, {
      delimiter,
      newline: '\n',
      quoteChar: broken < mostBroken ? '"' : '\u0001',
      step: ({ data, errors, meta }, parser) => {
        if (errors.some(({ type }) => type === 'Quotes')) {
          isCut = true;
          parser.abort();
          return;
        }
        good = meta.cursor;
        push(data, false);
        if (rows.length >= limit) parser.abort();
      },
    });
    if (!isCut) break;
    broken += 1;
    const end = rest.indexOf('\n', good);
    const line = rest.slice(good, end < 0 ? rest.length : end);
    push(line.split(delimiter), true);
    from += end < 0 ? rest.length : end + 1;
  }
  return rows;
};
