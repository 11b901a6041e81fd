import { expect, test } from 'vitest';
import { amountPath } from '#shared/domain/budget.ts';
import type { ItemId } from '#shared/domain/ids.ts';
import { type CellProblems, endedBy } from './cell-problem.ts';
import { cellChanges, clearArea, removeLines } from './grid-edits.ts';
import { applied, gridOf, ilo, iom, someValues } from './test-budget.ts';

const staff = '0000000001' as ItemId;
const travel = '0000000003' as ItemId;
const [staffIom, staffIlo, travelIom, travelIlo] = [staff, travel].flatMap((line) =>
  [iom, ilo].map((organization) => amountPath('budget', line, organization)),
) as [string, string, string, string];

const problems: CellProblems = new Map(
  [
    [staffIom, staff, iom],
    [travelIom, travel, iom],
  ].map(([path = '', row = '', column = '']) => [
    path,
    { text: '12x', code: 'not-an-amount', over: undefined, row, column },
  ]),
);

test('emptying cells ends the problems in them and in no others', () => {
  const grid = gridOf(applied(someValues, new Map([[staffIlo, undefined]])));
  expect(endedBy(problems, clearArea(grid, { top: 0, bottom: 0, start: 2, end: 2 }))).toEqual([]);
  expect(endedBy(problems, clearArea(grid, { top: 0, bottom: 0, start: 1, end: 2 }))).toEqual([staffIom]);
});

test('a line that is taken out ends the problems in it; one that begins keeps those of its other cells', () => {
  const grid = gridOf(someValues);
  expect(endedBy(problems, removeLines(grid, [staff]))).toEqual([staffIom]);
  const row = grid.rows.find(({ key }) => key === travel);
  if (row?.kind !== 'line') throw new Error('travel is a line');
  const begun = cellChanges(grid, row, { kind: 'amount', path: travelIlo, minor: undefined }, 500);
  expect(endedBy(problems, begun)).toEqual([]);
});
