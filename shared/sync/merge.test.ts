import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FieldValue } from '#shared/domain/field-value.ts';
import { type Base, liveFields, liveValue } from './base.ts';

import { mergeFields } from './merge.ts';

const none = { conflicts: [], origins: {} };
const path = fc.constantFrom('title', 'description', 'countries', 'champion');
const value: fc.Arbitrary<FieldValue> = fc.oneof(
  fc.constantFrom('one', 'two', 'three'),
  fc.boolean(),
  fc.constantFrom(['SN'], ['HN', 'SN']),
);
const fields = fc.dictionary(path, value);
const baseAt = (values: Record<string, FieldValue>, fr: number): Base =>
  Object.fromEntries(Object.entries(values).map(([key, v]) => [key, { v, fr }])) as Base;

test('with nothing changed there, what is on the screen stays', () => {
  fc.assert(
    fc.property(fields, fields, (before, mine) => {
      const base = baseAt(before, 1);
      expect(mergeFields(base, base, mine, none)).toEqual({ local: mine, ...none });
    }),
  );
});

test('with nothing changed here, what the Network has is taken', () => {
  fc.assert(
    fc.property(fields, fields, (before, theirs) => {
      const newBase = baseAt(theirs, 2);
      const merged = mergeFields(baseAt(before, 1), newBase, before, none);
      expect(merged).toEqual({ local: liveFields(newBase), ...none });
    }),
  );
});

test('no value that either side wrote is lost: it is on the screen, or in the base of a conflict', () => {
  fc.assert(
    fc.property(fields, fields, fields, (before, theirs, mine) => {
      const oldBase = baseAt(before, 1);
      const newBase = baseAt(theirs, 2);
      const merged = mergeFields(oldBase, newBase, mine, none);
      for (const key of ['title', 'description', 'countries', 'champion']) {
        const kept = JSON.stringify([
          merged.local[key],
          merged.conflicts.includes(key) ? liveValue(newBase[key]) : 0,
        ]);
        for (const side of [mine[key], theirs[key]]) {
          if (side === undefined || JSON.stringify(side) === JSON.stringify(before[key])) continue;
          // A set is merged: what was added to it is in.
          const was = before[key];
          const added = Array.isArray(side)
            ? side.filter((one) => !(Array.isArray(was) && was.includes(one)))
            : [side];
          for (const one of added) expect(kept).toContain(JSON.stringify(one));
        }
      }
    }),
    { numRuns: 2000 },
  );
});

test("a position that both moved takes the Network's and is no conflict", () => {
  const item = 'participants/4G7Z2Q9R1T/pos';
  const merged = mergeFields(
    baseAt({ [item]: 'a0' }, 1),
    baseAt({ [item]: 'a5' }, 2),
    { [item]: 'a3' },
    none,
  );
  expect(merged).toEqual({ local: { [item]: 'a5' }, ...none });
});

test('a conflict ends by itself when both sides come to the same', () => {
  const merged = mergeFields(
    baseAt({ title: 'x' }, 2),
    baseAt({ title: 'mine' }, 3),
    { title: 'mine' },
    {
      conflicts: ['title'],
      origins: {},
    },
  );
  expect(merged.conflicts).toEqual([]);
});
