import type { BudgetBlock, BudgetRole, Cell, ResultsBlock, TableBlock } from '../block.ts';
import { columnNeed, columnWidths } from '../column-widths.ts';
import { documentWords } from '../document-words.ts';
import type { Text } from '../text.ts';
import type { Page } from './page.ts';
import type { Line, ParagraphStyle } from './paragraph.ts';
import { table, type WordCell, type WordRow } from './table.ts';

/** Heads of numbers stand over them, at the end. */
const headRow = (texts: readonly Text[], isNumber: readonly boolean[] = []): WordRow => ({
  isHead: true,
  cells: texts.map((text, column) => ({
    lines: [text],
    style: isNumber[column] === true ? 'TableTotalAmount' : 'TableHead',
  })),
});

const bodyCell = ({ lines, isNumber }: Cell): WordCell => ({
  lines,
  style: isNumber ? 'TableAmount' : 'TableText',
});

export const tableXml = ({ head, rows }: TableBlock, page: Page): string => {
  const needs = head.map((text, column) =>
    columnNeed([text, ...rows.flatMap((row) => row[column]?.lines ?? [])]),
  );
  const isNumber = head.map((_, column) => rows.every((row) => row[column]?.isNumber === true));
  return table(
    [headRow(head, isNumber), ...rows.map((cells) => ({ cells: cells.map(bodyCell) }))],
    columnWidths(needs, page.width),
    page.direction,
  );
};

const sums: ReadonlySet<BudgetRole> = new Set(['category', 'subtotal', 'direct', 'total']);

export const budgetXml = ({ corner, columns, rows }: BudgetBlock, page: Page): string => {
  const body = rows.map(({ role, label, cells }): WordRow => {
    const isSum = sums.has(role);
    const amount: ParagraphStyle = isSum ? 'TableTotalAmount' : 'TableAmount';
    const isShaded = role === 'direct' || role === 'total';
    if (role === 'category')
      return { keepNext: true, cells: [{ lines: [label], style: 'TableTotal', span: columns.length + 1 }] };
    const amounts = cells.map(
      (text): WordCell => ({ lines: [{ text, language: label.language }], style: amount, isShaded }),
    );
    return { cells: [{ lines: [label], style: isSum ? 'TableTotal' : 'TableText', isShaded }, ...amounts] };
  });
  // Amounts never break: their columns get what the longest needs, the names of the categories get the rest.
  const amountNeeds = columns.map((text, column) => {
    const longest = Math.max(...rows.map(({ cells }) => cells[column]?.length ?? 0));
    // Bold figures of the widest face that may stand in, and the padding of a cell.
    const least = Math.max(columnNeed([text]).least, Math.ceil(longest * 1.2) + 1);
    return { least, wished: least };
  });
  return table(
    [headRow([corner, ...columns], [false, ...columns.map(() => true)]), ...body],
    columnWidths([{ least: 30, wished: 44 }, ...amountNeeds], page.width),
    page.direction,
  );
};

/** A band over the whole width for each outcome and output, under it a row for each indicator. */
export const resultsXml = ({ head, results }: ResultsBlock, page: Page): string => {
  const rows = results.flatMap(({ level, name, statement, facts, indicators }): readonly WordRow[] => {
    const [first, ...rest] = statement;
    const title: Line = first === undefined ? name : [name, { text: '. ', language: page.language }, first];
    const said = facts.map(
      ({ label, value }): Line => [
        label,
        { text: documentWords(label.language).colon.text, language: page.language },
        ...value,
      ],
    );
    const band: WordCell = {
      lines: [title, ...rest, ...said],
      style: level === 1 ? 'TableTotal' : 'TableText',
      span: head.length,
      isShaded: level === 1,
    };
    return [
      { cells: [band], keepNext: indicators.length > 0 },
      ...indicators.map((cells) => ({ cells: cells.map(bodyCell) })),
    ];
  });
  const needs = head.map((_, column) => ({ least: 14, wished: column === 0 ? 40 : 24 }));
  return table([headRow(head), ...rows], columnWidths(needs, page.width), page.direction);
};
