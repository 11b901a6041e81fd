import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FieldMap } from '#shared/domain/field-value.ts';
import type { ItemId } from '#shared/domain/ids.ts';
import { type BudgetGrid, cellAt } from './budget-grid.ts';
import { clipboardOf, copiedBlock } from './copied-block.ts';
import {
  areaOf,
  cursorAt,
  cursorWithin,
  enterCursor,
  extendTo,
  firstCursor,
  type GridCursor,
  moveCursor,
  selectAll,
  tabCursor,
} from './grid-cursor.ts';
import { addLine, type Changes, clearArea, fillDown, moveLine, removeLines } from './grid-edits.ts';
import { type GridHistory, noHistory, record, redo, stepOf, undo } from './grid-history.ts';
import { pasteBlock } from './paste-block.ts';
import { type Block, readTabSeparated, writeTabSeparated } from './tab-separated.ts';
import { applied, countingIds, dollars, gridOf, ilo, iom, someValues } from './test-budget.ts';

const keys = (grid: BudgetGrid) => grid.rows.map((row) => row.key);
const at = (row: string, column: string): GridCursor => cursorAt({ row, column });
const area = (top: number, bottom: number, start: number, end: number) => ({ top, bottom, start, end });
const blockOf = (...rows: readonly (readonly string[])[]): Block =>
  rows.map((row) => row.map((text) => ({ text })));
const paste = (values: FieldMap, where: ReturnType<typeof area>, block: Block) => {
  const grid = gridOf(values);
  return pasteBlock(grid, where, block, dollars(grid), countingIds());
};

test('a category is one row until it has a description or a second line; then a heading with rows under it', () => {
  expect(keys(gridOf(someValues))).toEqual([
    '0000000001',
    'category-2',
    'RRRRRRRRR1',
    'RRRRRRRRR2',
    'RRRRRRRRR3',
    '0000000003',
    'direct',
    '0000000004',
    'rate',
    'total',
    'shares',
  ]);
  const stray = { ...someValues, 'budget/QQQQQQQQQQ': true, 'budget/QQQQQQQQQQ/category': 'old' } as const;
  expect(keys(gridOf(stray))[6]).toBe('QQQQQQQQQQ');
});

test('headings, sums, rates and shares are calculated from the lines', () => {
  const grid = gridOf({
    ...someValues,
    'budget/0000000004': true,
    'budget/0000000004/category': 'indirect',
    [`budget/0000000004/amount/${iom}`]: 742,
  });
  const row = (key: string) => {
    const found = grid.rows.find((candidate) => candidate.key === key);
    return found === undefined ? [] : grid.columns.slice(1).map((column) => cellAt(grid, found, column));
  };
  expect(row('category-2')).toEqual([
    { kind: 'sum', minor: 600 },
    { kind: 'sum', minor: 0 },
    { kind: 'sum', minor: 600 },
    { kind: 'rate', basisPoints: 196 },
  ]);
  expect(row('direct').map((cell) => 'minor' in cell && cell.minor)).toEqual([10_600, 20_050, 30_650, false]);
  expect(row('rate')[0]).toEqual({ kind: 'rate', basisPoints: 700 });
  expect(row('total').map((cell) => 'minor' in cell && cell.minor)).toEqual([11_342, 20_050, 31_392, false]);
  expect(row('shares').slice(0, 3)).toEqual([
    { kind: 'rate', basisPoints: 3613 },
    { kind: 'rate', basisPoints: 6387 },
    { kind: 'rate', basisPoints: 10_000 },
  ]);
});

test('arrows, Home, End and Ctrl move as in a spreadsheet and stop at the edges', () => {
  const grid = gridOf(someValues);
  const go = (from: GridCursor, ...steps: readonly Parameters<typeof moveCursor>[2][]) =>
    steps.reduce((cursor, step) => moveCursor(grid, cursor, step, { extends: false }), from).active;
  const start = firstCursor(grid);
  expect(start.active).toEqual({ row: '0000000001', column: iom });
  expect(go(start, 'up', 'back', 'back', 'back')).toEqual({ row: '0000000001', column: 'label' });
  expect(go(start, 'down', 'forward')).toEqual({ row: 'category-2', column: ilo });
  expect(go(start, 'rowEnd')).toEqual({ row: '0000000001', column: 'share' });
  expect(go(start, 'last', 'rowStart')).toEqual({ row: 'shares', column: 'label' });
  expect(go(start, 'edgeDown')).toEqual({ row: 'RRRRRRRRR3', column: iom });
  expect(go(start, 'edgeDown', 'edgeDown')).toEqual({ row: 'direct', column: iom });
  expect(go(at('RRRRRRRRR1', ilo), 'edgeUp')).toEqual({ row: '0000000001', column: ilo });
  expect(go(start, 'pageDown', 'pageDown')).toEqual({ row: 'shares', column: iom });
});

test('shift extends from the cell that takes the typing', () => {
  const grid = gridOf(someValues);
  const grown = moveCursor(grid, moveCursor(grid, at('RRRRRRRRR2', ilo), 'up', { extends: true }), 'back', {
    extends: true,
  });
  expect(grown.active).toEqual({ row: 'RRRRRRRRR2', column: ilo });
  expect(areaOf(grid, grown)).toEqual(area(2, 3, 1, 2));
  expect(areaOf(grid, extendTo(grown, { row: 'RRRRRRRRR3', column: 'label' }))).toEqual(area(3, 4, 0, 2));
  expect(areaOf(grid, selectAll(grid, grown))).toEqual(area(0, 10, 0, 4));
});

test('Tab goes over the cells that can be typed in and out at the end; Enter returns below where Tab began', () => {
  const grid = gridOf(someValues);
  const first = at('RRRRRRRRR1', 'label');
  const second = tabCursor(grid, first, 1);
  const third = second && tabCursor(grid, second, 1);
  expect(third?.active).toEqual({ row: 'RRRRRRRRR1', column: ilo });
  expect(third && enterCursor(grid, third, 1).active).toEqual({ row: 'RRRRRRRRR2', column: 'label' });
  expect(tabCursor(grid, at('0000000001', ilo), 1)?.active).toEqual({ row: 'RRRRRRRRR1', column: 'label' });
  expect(tabCursor(grid, at('0000000004', ilo), 1)).toBeNull();
  expect(tabCursor(grid, at('0000000001', iom), -1)).toBeNull();
  expect(tabCursor(grid, { ...first, isLeaving: true }, 1)).toBeNull();
  expect(enterCursor(grid, at('0000000003', iom), 1).active).toEqual({ row: '0000000004', column: iom });
});

test('a cursor whose row is gone stands on the first cell that takes an amount', () => {
  const grid = gridOf({});
  expect(cursorWithin(grid, at('RRRRRRRRR2', ilo)).active).toEqual({ row: '0000000001', column: iom });
});

test('a block is laid over the cells from the first selected one', () => {
  const pasted = paste(
    someValues,
    area(2, 2, 0, 0),
    blockOf(['Blankets', '1,234.50', '$5'], ['Stoves', '', '7']),
  );
  expect(pasted.ok && [...pasted.value.changes]).toEqual([
    ['budget/RRRRRRRRR1/description', 'Blankets'],
    [`budget/RRRRRRRRR1/amount/${iom}`, 123_450],
    [`budget/RRRRRRRRR1/amount/${ilo}`, 500],
    ['budget/RRRRRRRRR2/description', 'Stoves'],
    [`budget/RRRRRRRRR2/amount/${iom}`, undefined],
    [`budget/RRRRRRRRR2/amount/${ilo}`, 700],
  ]);
});

test('rows are added under a category for what goes beyond its last row, in their order', () => {
  const pasted = paste(someValues, area(4, 4, 0, 0), blockOf(['A', '1'], ['B', '2'], ['C', '3']));
  const after = gridOf(applied(someValues, pasted.ok ? pasted.value.changes : new Map()));
  expect(
    after.rows.slice(2, 7).map((row) => {
      const [text, amount] = [cellAt(after, row, 'label'), cellAt(after, row, iom)];
      return [text.kind === 'text' && text.text, amount.kind === 'amount' && amount.minor];
    }),
  ).toEqual([
    ['Tents 1', 100],
    ['Tents 2', 200],
    ['A', 100],
    ['B', 200],
    ['C', 300],
  ]);
});

test('the amount of a first block begins the line of its category', () => {
  const pasted = paste({}, area(1, 1, 1, 1), blockOf(['5']));
  expect(pasted.ok && Object.fromEntries(pasted.value.changes)).toEqual({
    'budget/0000000002': true,
    'budget/0000000002/pos': 'a1',
    'budget/0000000002/category': '2',
    [`budget/0000000002/amount/${iom}`]: 500,
  });
});

test.each([
  ['words among the numbers', area(0, 0, 1, 1), blockOf(['1', '12 apples']), 'not-an-amount', [1, 2, ilo]],
  ['a negative amount', area(2, 2, 1, 1), blockOf(['1'], ['(5.00)']), 'negative', [2, 1, iom]],
  ['another currency', area(0, 0, 1, 1), blockOf(['€ 5']), 'other-currency', [1, 1, iom]],
  ['an amount beyond the form', area(0, 0, 1, 1), blockOf(['9'.repeat(20)]), 'too-large', [1, 1, iom]],
  ['a number over a sum', area(5, 5, 1, 1), blockOf(['1'], ['2']), 'calculated', [2, 1, iom]],
  ['broken text', area(2, 2, 0, 0), blockOf(['\ud800']), 'text-not-kept', [1, 1, 'label']],
])('%s is refused as a whole, and the place named', (_, where, block, code, [row, column, target]) => {
  const refused = paste(someValues, where, block);
  expect(refused).toMatchObject({ ok: false, error: { code, row, column, target } });
});

test('a block that does not fit says how much room there is', () => {
  const wide = paste(someValues, area(0, 0, 1, 1), blockOf(Array.from({ length: 9 }, () => '1')));
  expect(wide).toEqual({ ok: false, error: { code: 'too-many-columns', count: 9, room: 4 } });
  const long = paste(
    {},
    area(0, 0, 1, 1),
    Array.from({ length: 30 }, () => [{ text: '' }]),
  );
  expect(long).toEqual({ ok: false, error: { code: 'too-many-rows', count: 30, room: 8 } });
});

test('ten thousand cells: refused by name where they do not fit, nothing half done', () => {
  const cells = (rows: number, columns: number) =>
    readTabSeparated(Array.from({ length: rows }, () => Array(columns).fill('1').join('\t')).join('\r\n'));
  expect(paste(someValues, area(2, 2, 1, 1), cells(100, 100))).toMatchObject({
    error: { code: 'too-many-columns', count: 100, room: 4 },
  });
  expect(paste(someValues, area(2, 2, 1, 1), cells(5_000, 2))).toMatchObject({
    error: { code: 'too-many-lines', count: 5_003, most: 500 },
  });
  const sheet = paste(someValues, area(2, 2, 1, 1), cells(200_000, 1));
  expect(sheet).toMatchObject({ ok: false, error: { code: 'too-many-lines' } });
  const most = paste(someValues, area(2, 2, 1, 1), cells(490, 2));
  expect(most.ok && most.value.changes.size).toBe(490 * 2 + 487 * 4);
});

test('one cell fills the selection; what is calculated in it stays', () => {
  const pasted = paste(someValues, area(0, 2, 1, 2), blockOf(['9']));
  expect(pasted.ok && [...pasted.value.changes]).toEqual(
    ['0000000001', 'RRRRRRRRR1'].flatMap((line) =>
      [iom, ilo].map((organization) => [`budget/${line}/amount/${organization}`, 900]),
    ),
  );
});

test('the number that a spreadsheet keeps counts before the one that it shows', () => {
  const pasted = paste(someValues, area(0, 0, 1, 1), [[{ text: '1,235', exact: '1234.5' }]]);
  expect(pasted.ok && [...pasted.value.changes.values()]).toEqual([123_450]);
  const floating = paste(someValues, area(0, 0, 1, 1), [[{ text: '0.30', exact: '0.30000000000000004' }]]);
  expect(floating.ok && [...floating.value.changes.values()]).toEqual([30]);
});

test.each([
  ['7%', '0.07'],
  ['05/12/26', '46154'],
])('a number that the spreadsheet shows as %s is no amount', (text, exact) => {
  const pasted = paste(someValues, area(0, 0, 1, 1), [[{ text, exact }]]);
  expect(pasted).toEqual({
    ok: false,
    error: { code: 'not-an-amount', row: 1, column: 1, target: iom, text },
  });
});

test.each([
  ['es', '1.1 Personal', '1.500', 150_000],
  ['es', 'Taller 12.5.2026', '12.000', 1_200_000],
  ['en', 'Truck 2,5 t', '1,500', 150_000],
])('in %s, the numbers of the description %s do not say how the amount %s is read', (locale, ...row) => {
  const [description, amount, minor] = row;
  const grid = gridOf(someValues);
  const language = { ...dollars(grid), locale };
  const pasted = pasteBlock(grid, area(2, 2, 0, 0), blockOf([description, amount]), language, countingIds());
  expect(pasted.ok && pasted.value.changes.get(`budget/RRRRRRRRR1/amount/${iom}`)).toBe(minor);
});

test('blank rows and columns at the end of a block that there is no room for are left off', () => {
  const blank = ['', '', '', '', '', '', ''];
  const pasted = paste(
    someValues,
    area(4, 4, 0, 0),
    blockOf(['Boats', '1', '', '', '', '', ''], blank, blank),
  );
  expect(pasted.ok && [...pasted.value.changes]).toEqual([
    ['budget/RRRRRRRRR3/description', 'Boats'],
    [`budget/RRRRRRRRR3/amount/${iom}`, 100],
    [`budget/RRRRRRRRR3/amount/${ilo}`, undefined],
  ]);
  const below = paste(someValues, area(5, 5, 1, 1), blockOf(['3'], ...Array.from({ length: 9 }, () => [''])));
  expect(below).toMatchObject({ ok: true, value: { area: area(5, 10, 1, 1) } });
});

test('fill down takes the first row of the selection, or the row above one cell', () => {
  expect([...fillDown(gridOf(someValues), area(2, 4, 1, 2))]).toEqual([
    [`budget/RRRRRRRRR2/amount/${iom}`, 100],
    [`budget/RRRRRRRRR3/amount/${iom}`, 100],
    [`budget/RRRRRRRRR2/amount/${ilo}`, undefined],
    [`budget/RRRRRRRRR3/amount/${ilo}`, undefined],
  ]);
  expect([...fillDown(gridOf(someValues), area(3, 3, 0, 0))]).toEqual([
    ['budget/RRRRRRRRR2/description', 'Tents 1'],
  ]);
  expect(fillDown(gridOf(someValues), area(0, 0, 1, 1)).size).toBe(0);
});

test('rows are added after the current one, moved within their category, and taken out whole', () => {
  const grid = gridOf(someValues);
  const first = grid.rows[2];
  if (first?.kind !== 'line') throw new Error('row 2 is a line');
  const { line, changes } = addLine(grid, first, false, countingIds());
  const more = gridOf(applied(someValues, changes));
  expect(keys(more).slice(2, 6)).toEqual(['RRRRRRRRR1', line, 'RRRRRRRRR2', 'RRRRRRRRR3']);
  const last = grid.rows[4];
  if (last?.kind !== 'line') throw new Error('row 4 is a line');
  const movedUp = gridOf(applied(someValues, moveLine(grid, last, -1)));
  expect(keys(movedUp).slice(2, 5)).toEqual(['RRRRRRRRR1', 'RRRRRRRRR3', 'RRRRRRRRR2']);
  expect(moveLine(grid, last, 1).size).toBe(0);
  const without = applied(someValues, removeLines(grid, ['RRRRRRRRR1' as ItemId]));
  expect(Object.keys(without).filter((path) => path.includes('RRRRRRRRR1'))).toEqual([]);
});

test('a line that is not in the document yet stays beside a new one only where words stand in it', () => {
  const grid = gridOf({});
  const empty = grid.rows[1];
  if (empty?.kind !== 'line') throw new Error('row 1 is a line');
  const rowsAfter = (isKept: boolean) => {
    const { line, changes } = addLine(grid, empty, isKept, countingIds());
    return keys(gridOf(applied({}, changes))).map((key) => (key === line ? 'new' : key));
  };
  expect(rowsAfter(true).slice(1, 5)).toEqual(['category-2', '0000000002', 'new', '0000000003']);
  expect(rowsAfter(false).slice(1, 4)).toEqual(['category-2', 'new', '0000000003']);
});

test('undo leaves alone what somebody else changed meanwhile, and passes over what is nothing any more', () => {
  const path = `budget/0000000001/amount/${iom}`;
  const step = stepOf(
    someValues,
    new Map([
      [path, 5],
      [`budget/0000000001/amount/${ilo}`, 6],
    ]),
  );
  const history = record(noHistory, step);
  const theirs = {
    ...applied(
      someValues,
      new Map([
        [path, 5],
        [`budget/0000000001/amount/${ilo}`, 6],
      ]),
    ),
    [path]: 7,
  };
  expect(undo(history, theirs)?.changes).toEqual(new Map([[`budget/0000000001/amount/${ilo}`, 20_050]]));
  expect(undo(history, { ...theirs, [`budget/0000000001/amount/${ilo}`]: 8 })).toBeNull();
});

test('a row that was added stays where somebody wrote an amount in it before it was taken back', () => {
  const grid = gridOf(someValues);
  const first = grid.rows[2];
  if (first?.kind !== 'line') throw new Error('row 2 is a line');
  const { line, changes } = addLine(grid, first, false, countingIds());
  const added = applied(someValues, changes);
  const own = `budget/${line}/amount/${iom}`;
  const typed = applied(added, new Map([[own, 300]]));
  const step = stepOf(someValues, new Map([...changes, [own, 300]]));
  const history = record(noHistory, step);
  const theirs = { ...typed, [`budget/${line}/amount/${ilo}`]: 50_000 };

  expect(undo(history, typed)?.changes.size).toBe(changes.size + 1);
  expect(undo(history, theirs)?.changes).toEqual(new Map([[own, undefined]]));
  const moved = { ...added, [`budget/${line}/amount/${ilo}`]: 50_000 };
  expect(undo(record(noHistory, stepOf(someValues, changes)), moved)).toBeNull();
});

test('a row that was removed and put back stays where somebody wrote in it before it is removed again', () => {
  const removal = stepOf(someValues, removeLines(gridOf(someValues), ['RRRRRRRRR1' as ItemId]));
  const history: GridHistory = { done: [], undone: [removal] };
  const theirs = { ...someValues, [`budget/RRRRRRRRR1/amount/${ilo}`]: 50_000 };
  const again = applied(theirs, redo(history, theirs)?.changes ?? new Map());
  expect(keys(gridOf(again))).toContain('RRRRRRRRR1');
});

test('an amount is not put back into a row that somebody removed meanwhile', () => {
  const path = `budget/RRRRRRRRR1/amount/${iom}`;
  const cleared = stepOf(someValues, new Map([[path, undefined]]));
  const without = applied(someValues, removeLines(gridOf(someValues), ['RRRRRRRRR1' as ItemId]));
  expect(undo(record(noHistory, cleared), without)).toBeNull();
  const back = stepOf(without, new Map([[path, 100]]));
  expect(redo({ done: [], undone: [back] }, without)).toBeNull();
});

test('words that could not be read are taken back and done again as a step, whatever somebody else changed', () => {
  const path = `budget/0000000001/amount/${iom}`;
  const words = {
    text: '12x',
    code: 'not-an-amount',
    over: 10_000,
    row: '0000000001',
    column: iom,
  } as const;
  const typed = stepOf(someValues, new Map(), new Map(), new Map([[path, words]]));
  const emptied = stepOf(
    someValues,
    new Map([[path, undefined]]),
    new Map([[path, words]]),
    new Map([[path, undefined]]),
  );
  const history = record(record(noHistory, typed), emptied);
  const after = applied(someValues, new Map([[path, undefined]]));

  const first = undo(history, after);
  expect([first?.changes, first?.words]).toEqual([new Map([[path, 10_000]]), new Map([[path, words]])]);
  const second = first && undo(first.history, someValues);
  expect([second?.changes, second?.words]).toEqual([new Map(), new Map([[path, undefined]])]);
  const again = second && redo(second.history, someValues);
  expect([again?.changes, again?.words]).toEqual([new Map(), new Map([[path, words]])]);

  const theirs = { ...after, [path]: 7 };
  expect(undo(history, theirs)).toMatchObject({ changes: new Map(), words: new Map([[path, words]]) });
});

type Operation = (values: FieldMap, makeId: () => ItemId) => Changes;
const rowIndex = fc.integer({ min: 0, max: 10 });
const someArea = fc
  .tuple(rowIndex, rowIndex, fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }))
  .map(([a, b, c, d]) => area(Math.min(a, b), Math.max(a, b), Math.min(c, d), Math.max(c, d)));
const operation: fc.Arbitrary<Operation> = fc.oneof(
  someArea.map(
    (where): Operation =>
      (values) =>
        clearArea(gridOf(values), where),
  ),
  someArea.map(
    (where): Operation =>
      (values) =>
        fillDown(gridOf(values), where),
  ),
  fc
    .tuple(
      someArea,
      fc.array(fc.array(fc.constantFrom('1', '2.50', '', 'x'), { minLength: 1, maxLength: 3 }), {
        minLength: 1,
        maxLength: 4,
      }),
    )
    .map(
      ([where, rows]): Operation =>
        (values, makeId) => {
          const grid = gridOf(values);
          const pasted = pasteBlock(grid, where, blockOf(...rows), dollars(grid), makeId);
          return pasted.ok ? pasted.value.changes : new Map();
        },
    ),
  fc.tuple(rowIndex, fc.boolean()).map(
    ([index, isKept]): Operation =>
      (values, makeId) => {
        const row = gridOf(values).rows[index];
        return row === undefined || row.kind === 'sum'
          ? new Map()
          : addLine(gridOf(values), row, isKept, makeId).changes;
      },
  ),
  rowIndex.map(
    (index): Operation =>
      (values) => {
        const row = gridOf(values).rows[index];
        return row?.kind === 'line' ? removeLines(gridOf(values), [row.line]) : new Map();
      },
  ),
  rowIndex.map(
    (index): Operation =>
      (values) => {
        const row = gridOf(values).rows[index];
        return row?.kind === 'line' ? moveLine(gridOf(values), row, -1) : new Map();
      },
  ),
);

test('undo gives back exactly the earlier values, redo exactly the later ones, however long the way', () => {
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 12 }), (operations) => {
      const makeId = countingIds();
      let values = someValues;
      let history: GridHistory = noHistory;
      const seen = [values];
      for (const operate of operations) {
        const step = stepOf(values, operate(values, makeId));
        values = applied(values, new Map([...step.values].map(([path, { after }]) => [path, after])));
        history = record(history, step);
        if (step.values.size > 0) seen.push(values);
      }
      for (const earlier of seen.slice(0, -1).reverse()) {
        const taken = undo(history, values);
        values = applied(values, taken?.changes ?? new Map());
        history = taken?.history ?? history;
        expect(values).toEqual(earlier);
      }
      expect(undo(history, values)).toBeNull();
      for (const later of seen.slice(1)) {
        const taken = redo(history, values);
        values = applied(values, taken?.changes ?? new Map());
        history = taken?.history ?? history;
        expect(values).toEqual(later);
      }
    }),
    { numRuns: 300 },
  );
});

test('rows and columns agree with the total after whatever was done', () => {
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 8 }), (operations) => {
      const makeId = countingIds();
      const values = operations.reduce(
        (before, operate) => applied(before, operate(before, makeId)),
        someValues,
      );
      const grid = gridOf(values);
      const sum = (kind: 'line', column: string) =>
        grid.rows.reduce((total, row) => {
          const cell = row.kind === kind ? cellAt(grid, row, column) : undefined;
          return total + (cell !== undefined && 'minor' in cell ? (cell.minor ?? 0) : 0);
        }, 0);
      expect(sum('line', 'all')).toBe(grid.totals.total);
      expect(sum('line', iom) + sum('line', ilo)).toBe(grid.totals.total);
    }),
    { numRuns: 300 },
  );
});

test('what was pasted is copied as the same block, as text and as a table', () => {
  const amount = fc.option(fc.integer({ min: 0, max: 99_999_999 }), { nil: null });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.string({ unit: 'grapheme', maxLength: 8 }), amount, amount), {
        minLength: 1,
        maxLength: 6,
      }),
      (rows) => {
        // Blank rows at the end of a block are no rows of the budget.
        const block = [...rows, ['Last', null, null] as const].map(([text, a, b]) => [
          { text: text.replace(/\s+/g, ' ').replaceAll('\0', '').trim() },
          ...[a, b].map((minor) =>
            minor === null
              ? { text: '' }
              : { text: (minor / 100).toFixed(2), exact: (minor / 100).toFixed(2) },
          ),
        ]);
        const pasted = paste(someValues, area(2, 2, 0, 0), block);
        if (!pasted.ok) throw new Error(pasted.error.code);
        const grid = gridOf(applied(someValues, pasted.value.changes));
        const copied = copiedBlock(grid, pasted.value.area, dollars(grid), '.');
        expect(copied).toEqual(block);
        expect(readTabSeparated(clipboardOf(copied).text)).toEqual(
          block.map((row) => row.map(({ text }) => ({ text }))),
        );
      },
    ),
    { numRuns: 300 },
  );
});

test.each([
  [
    'a\tb\r\nc\td\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['a\n\nb', [['a'], [''], ['b']]],
  ['\t\n', [['', '']]],
  ['', [['']]],
  ['"two\nlines"\t"a ""b"""', [['two\nlines', 'a "b"']]],
  ['"a" and b\t5"', [['"a" and b', '5"']]],
  ['"never closed\tx', [['"never closed', 'x']]],
])('reads %j as spreadsheets write it', (text, rows) => {
  expect(readTabSeparated(text).map((row) => row.map((cell) => cell.text))).toEqual(rows);
});

test('every block that is written reads back, and whatever text comes in is a block of at least one cell', () => {
  const piece = fc.constantFrom(
    '"',
    '""',
    '\t',
    '\n',
    '\r\n',
    '\r',
    'a',
    '1,5',
    ' ',
    '\u0000',
    '\ud800',
    '𝔸',
  );
  const dirty = fc.oneof(
    fc.array(piece, { maxLength: 30 }).map((parts) => parts.join('')),
    fc.string(),
  );
  fc.assert(
    fc.property(dirty, (text) => {
      const block = readTabSeparated(text);
      expect(block.length > 0 && block.every((row) => row.length > 0)).toBe(true);
      expect(readTabSeparated(`${writeTabSeparated(block)}\r\n`)).toEqual(block);
    }),
    { numRuns: 10_000 },
  );
});

test('whatever is pasted wherever, it is taken whole or refused by name', () => {
  const piece = fc.constantFrom(
    '"',
    '\t',
    '\n',
    '1',
    '2.5',
    '-3',
    '€',
    'x',
    '',
    '1.234',
    '\ud800',
    '99999999999999999',
  );
  const dirty = fc.array(piece, { maxLength: 14 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(dirty, someArea, (text, where) => {
      const pasted = paste(someValues, where, readTabSeparated(text));
      if (!pasted.ok) {
        expect(pasted.error.code).toMatch(/^[a-z-]+$/);
        return;
      }
      for (const [path, value] of pasted.value.changes) {
        if (path.includes('/amount/')) expect(value === undefined || Number.isSafeInteger(value)).toBe(true);
      }
    }),
    { numRuns: 10_000 },
  );
});
