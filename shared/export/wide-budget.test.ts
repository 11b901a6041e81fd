import { expect, it } from 'vitest';
import type { BudgetBlock } from './block.ts';
import { budgetTables, isWide } from './wide-budget.ts';

const text = (word: string) => ({ text: word, language: 'en' as const });
const budget = (count: number): BudgetBlock => ({
  block: 'budget',
  corner: text('Category (USD)'),
  columns: [...Array.from({ length: count }, (_, index) => text(`O${index}`)), text('All')],
  rows: [
    {
      role: 'total',
      label: text('Total'),
      cells: [...Array.from({ length: count }, (_, index) => `${index}`), 'sum'],
    },
  ],
});
const columns = (count: number): readonly string[] =>
  budgetTables(budget(count)).map((table) => table.columns.map((one) => one.text).join(' '));

it('leaves a budget whole while it stands on a page, upright or turned', () => {
  expect([5, 6].map((count) => isWide([budget(count)]))).toEqual([false, true]);
  expect(budgetTables(budget(9))).toEqual([budget(9)]);
});

it('cuts it into tables of about the same size, with every column once and the sums at the end', () => {
  expect(columns(11)).toEqual(['O0 O1 O2 O3 O4 O5', 'O6 O7 O8 O9 O10 All']);
  expect(budgetTables(budget(11)).map(({ rows }) => rows[0]?.cells.join(' '))).toEqual([
    '0 1 2 3 4 5',
    '6 7 8 9 10 sum',
  ]);
  expect(columns(24).join(' ').split(' ')).toHaveLength(25);
});
