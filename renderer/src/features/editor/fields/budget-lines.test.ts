import { expect, test } from 'vitest';
import { seededItemId } from '#shared/domain/ids.ts';
import { budgetLines } from './budget-lines.ts';

const categories = ['1', '2', 'indirect'];

test('an empty budget shows one row for each category, none of them begun', () => {
  expect(budgetLines({}, 'budget', categories)).toEqual([
    { line: seededItemId(1), category: '1', isIndirect: false, isBegun: false },
    { line: seededItemId(2), category: '2', isIndirect: false, isBegun: false },
    { line: seededItemId(3), category: 'indirect', isIndirect: true, isBegun: false },
  ]);
});

test('lines of the document stand with their category, indirect costs last, strangers before them', () => {
  const values = {
    'budget/AAAAAAAAAA': true,
    'budget/AAAAAAAAAA/category': '2',
    'budget/BBBBBBBBBB': true,
    'budget/BBBBBBBBBB/category': '2',
    'budget/CCCCCCCCCC': true,
    'budget/CCCCCCCCCC/category': 'travel',
  };
  expect(budgetLines(values, 'budget', categories).map(({ line, isBegun }) => [line, isBegun])).toEqual([
    [seededItemId(1), false],
    ['AAAAAAAAAA', true],
    ['BBBBBBBBBB', true],
    ['CCCCCCCCCC', true],
    [seededItemId(3), false],
  ]);
});
