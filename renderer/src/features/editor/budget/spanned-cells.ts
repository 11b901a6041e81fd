import type { Block, BlockCell } from './tab-separated.ts';

/** A cell with the columns and rows that it stands over, from 1. */
export type SpannedCell = {
  readonly cell: BlockCell;
  readonly columns: number;
  readonly rows: number;
};

const blank: BlockCell = { text: '' };

/**
 * The rows of an HTML table as a block: each cell in the next column that no cell from above stands in, blanks
 * where it stands over more than one.
 */
export const blockOfSpanned = (rows: readonly (readonly SpannedCell[])[]): Block => {
  // The first row below a merged cell, by column.
  const freeFrom: number[] = [];
  return rows.map((cells, index) => {
    const row: BlockCell[] = [];
    const passMerged = () => {
      while ((freeFrom[row.length] ?? 0) > index) row.push(blank);
    };
    for (const spanned of cells) {
      passMerged();
      for (let across = 0; across < spanned.columns; across += 1) {
        freeFrom[row.length] = index + spanned.rows;
        row.push(across === 0 ? spanned.cell : blank);
      }
    }
    passMerged();
    return row;
  });
};
