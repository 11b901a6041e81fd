import type { Direction, Text } from '../text.ts';
import { type Line, type ParagraphStyle, paragraph } from './paragraph.ts';

/** A cell as it is written: its paragraphs, and over how many columns it reaches. */
export type WordCell = {
  readonly lines: readonly Line[];
  readonly style: ParagraphStyle;
  readonly span?: number;
  readonly isShaded?: boolean;
};

/** `isHead`: comes again on each page; `keepNext`: stays on the page of the row after it. */
export type WordRow = {
  readonly cells: readonly WordCell[];
  readonly isHead?: boolean;
  readonly keepNext?: boolean;
};

const empty: Text = { text: '', language: 'en' };

const cellXml = (
  cell: WordCell,
  widths: readonly number[],
  at: number,
  page: Direction,
  keepNext: boolean,
): string => {
  const span = cell.span ?? 1;
  const width = widths.slice(at, at + span).reduce((sum, one) => sum + one, 0);
  const grid = span === 1 ? '' : `<w:gridSpan w:val="${span}"/>`;
  const shade = cell.isShaded === true ? '<w:shd w:val="clear" w:color="auto" w:fill="F3F5F6"/>' : '';
  const lines = cell.lines.length === 0 ? [empty] : cell.lines;
  const inside = lines.map((text) => paragraph(cell.style, text, page, keepNext)).join('');
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${grid}${shade}</w:tcPr>${inside}</w:tc>`;
};

const rowXml = (row: WordRow, widths: readonly number[], page: Direction): string => {
  let at = 0;
  const cells = row.cells.map((cell) => {
    const xml = cellXml(cell, widths, at, page, row.keepNext === true);
    at += cell.span ?? 1;
    return xml;
  });
  const head = row.isHead === true ? '<w:tblHeader/>' : '';
  return `<w:tr><w:trPr><w:cantSplit/>${head}</w:trPr>${cells.join('')}</w:tr>`;
};

/**
 * A table in the house style over the whole width. Rows do not break across pages; heads come again on each; in a
 * document that runs from right to left, so do the columns. Ends with the small paragraph that Word wants after it.
 */
export const table = (rows: readonly WordRow[], widths: readonly number[], page: Direction): string => {
  const way = page === 'rtl' ? '<w:bidiVisual/>' : '';
  const hasHead = rows.some(({ isHead }) => isHead === true);
  const width = widths.reduce((sum, one) => sum + one, 0);
  const grid = widths.map((one) => `<w:gridCol w:w="${one}"/>`).join('');
  return [
    `<w:tbl><w:tblPr><w:tblStyle w:val="DeskTable"/>${way}<w:tblW w:w="${width}" w:type="dxa"/>`,
    '<w:tblLayout w:type="fixed"/>',
    `<w:tblLook w:val="${hasHead ? '0420' : '0400'}" w:firstRow="${hasHead ? 1 : 0}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>`,
    `</w:tblPr><w:tblGrid>${grid}</w:tblGrid>`,
    ...rows.map((row) => rowXml(row, widths, page)),
    '</w:tbl>',
    paragraph('AfterTable', empty, page),
  ].join('');
};
