import { expect, test } from 'vitest';
import type { FieldValue } from '#shared/domain/field-value.ts';
import { openCell, typedInto, unreadIn } from './cell-typing.ts';

const path = 'budget/0000000001/amount/AAAAAAAAAA';
const none = new Map();

test('a cell shows what it was opened with, then what was typed in it, whatever comes in meanwhile', () => {
  const opened = openCell(path, { [path]: 10_000 }, none);
  const first = typedInto(opened, { [path]: 70_000 }, new Map([[path, 10_005]]));
  const second = typedInto(first, { [path]: 10_005 }, new Map([[path, 10_050]]));
  expect([opened, first, second].map(({ shown }) => shown)).toEqual([10_000, 10_005, 10_050]);
});

test("what was typed is taken back to what stood there when the first key came, a colleague's value too", () => {
  const first = typedInto(
    openCell(path, { [path]: 10_000 }, none),
    { [path]: 70_000 },
    new Map([[path, 500]]),
  );
  const more = new Map<string, FieldValue>([
    [path, 5_000],
    ['budget/0000000001/category', 'x'],
  ]);
  expect(typedInto(first, { [path]: 500 }, more).before).toEqual(
    new Map([
      [path, 70_000],
      ['budget/0000000001/category', undefined],
    ]),
  );
});

test('words that cannot be read stand over what the cell was opened with, also when it is opened again', () => {
  const typed = typedInto(openCell(path, { [path]: 10_000 }, none), { [path]: 10_000 }, new Map([[path, 1]]));
  const { shown } = unreadIn(typed);
  expect(shown).toBe(10_000);
  const problem = { text: '12x', code: 'not-an-amount', over: shown, row: 'r', column: 'c' } as const;
  expect(openCell(path, { [path]: 70_000 }, new Map([[path, problem]])).shown).toBe(10_000);
});
