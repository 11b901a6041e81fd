import { expect, test } from 'vitest';
import { blockOfSpanned } from './spanned-cells.ts';

const cell = (text: string, columns = 1, rows = 1) => ({ cell: { text }, columns, rows });
const texts = (...rows: Parameters<typeof blockOfSpanned>[0]) =>
  blockOfSpanned(rows).map((row) => row.map(({ text }) => text));

test('what stands beside and below a merged cell keeps its column', () => {
  expect(
    texts([cell('Staff', 1, 2), cell('100'), cell('200')], [cell('300'), cell('400')], [cell('Travel')]),
  ).toEqual([['Staff', '100', '200'], ['', '300', '400'], ['Travel']]);
  expect(texts([cell('100'), cell('All', 2, 2)], [cell('300')], [cell('5'), cell('6')])).toEqual([
    ['100', 'All', ''],
    ['300', '', ''],
    ['5', '6'],
  ]);
});

test('a cell may reach to the last row, and a row may have no cells of its own', () => {
  expect(texts([cell('a', 1, Number.POSITIVE_INFINITY), cell('b', 1, 2)], [], [cell('c')])).toEqual([
    ['a', 'b'],
    ['', ''],
    ['', 'c'],
  ]);
  // A row too short to reach the merged cell lets it end where it ends.
  expect(texts([cell('a'), cell('b', 1, 2)], [], [cell('c'), cell('d')])).toEqual([
    ['a', 'b'],
    [],
    ['c', 'd'],
  ]);
});
