import type { ImportWarning } from './import-result.ts';

/** A paragraph as it reads. `level`: 1–9 of a heading, 0 of text; `list`: depth in a list, null outside of one. */
export type ParagraphBlock = {
  readonly block: 'paragraph';
  readonly text: string;
  readonly level: number;
  readonly style: string;
  readonly isBold: boolean;
  readonly list: { readonly depth: number; readonly isOrdered: boolean } | null;
  readonly anchors: readonly string[];
};

/**
 * A table; a table within a cell stands in the cell's text as lines. A cell that reaches over several columns is one,
 * so that rows may differ in length. `styles`: of the first paragraph of each cell.
 */
export type TableRows = {
  readonly block: 'table';
  readonly rows: readonly (readonly string[])[];
  readonly styles: readonly (readonly string[])[];
  readonly anchors: readonly string[];
};

export type DocxBlock = ParagraphBlock | TableRows;

export type DocxComment = { readonly author: string; readonly text: string };

export type DocxText = {
  readonly blocks: readonly DocxBlock[];
  readonly comments: readonly DocxComment[];
  readonly warnings: readonly ImportWarning[];
  /** The numbers of the texts of the file that stand in the blocks and comments. */
  readonly reached: ReadonlySet<number>;
};

/** A paragraph as a line: list items with their mark, deeper ones further in. */
export const paragraphText = ({ text, list }: ParagraphBlock): string =>
  list === null || text.trim() === '' ? text.trim() : `${'  '.repeat(list.depth)}- ${text.trim()}`;

/** A table as lines, its cells between bars; a cell of several lines keeps them, further in. */
export const tableText = ({ rows }: TableRows): string =>
  rows
    .filter((cells) => cells.some((cell) => cell.trim() !== ''))
    .map((cells) => cells.map((cell) => cell.trim().replace(/\n/gu, '\n    ')).join(' | '))
    .join('\n');

/** Without the blank lines before and after; blanks within a line are its own. */
export const withoutBlankEnds = (text: string): string => {
  const lines = text.split('\n');
  const isSaid = (line: string): boolean => line.trim() !== '';
  return lines.slice(Math.max(lines.findIndex(isSaid), 0), lines.findLastIndex(isSaid) + 1).join('\n');
};
