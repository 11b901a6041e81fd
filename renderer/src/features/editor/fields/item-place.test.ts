import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeOf } from './item-place.ts';

const middles = [10, 30, 50, 70];

test('an item takes the place of the one that the pointer has passed', () => {
  expect([0, 31, 55, 100].map((y) => placeOf(middles, 0, y))).toEqual([0, 1, 2, 3]);
  expect([0, 31, 55, 100].map((y) => placeOf(middles, 3, y))).toEqual([0, 2, 3, 3]);
});

test('an item over its own middle stays, and every place is one of the list', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), fc.nat(), fc.integer(), (unsorted, seed, y) => {
      const sorted = [...new Set(unsorted)].sort((a, b) => a - b);
      const from = seed % sorted.length;
      expect(placeOf(sorted, from, sorted[from] ?? 0)).toBe(from);
      const place = placeOf(sorted, from, y);
      expect(place >= 0 && place < sorted.length).toBe(true);
    }),
  );
});
