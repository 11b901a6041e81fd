import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applySplices, baseHash, diffText } from './splice.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', 'é', '😀', '👩', 'م') });

test('the splices of two texts turn the one into the other', () => {
  fc.assert(
    fc.property(text, text, (base, next) => {
      expect(applySplices(base, diffText(base, next))).toBe(next);
    }),
    { numRuns: 2000 },
  );
});

test('a splice never parts a surrogate pair', () => {
  fc.assert(
    fc.property(text, text, (base, next) => {
      for (const [position, deleted, inserted] of diffText(base, next)) {
        expect(base.slice(0, position).isWellFormed()).toBe(true);
        expect(base.slice(position + deleted).isWellFormed()).toBe(true);
        expect(inserted.isWellFormed()).toBe(true);
      }
    }),
    { numRuns: 2000 },
  );
});

test('one changed word is one small splice', () => {
  expect(diffText('two mobile desks visit', 'two mobile teams visit')).toEqual([[11, 4, 'team']]);
});

test('splices that do not fit the base are refused', () => {
  expect(applySplices('abc', [[2, 2, '']])).toBeUndefined();
  expect(
    applySplices('abc', [
      [2, 0, 'x'],
      [1, 0, 'y'],
    ]),
  ).toBeUndefined();
  expect(applySplices('a😀', [[2, 0, 'x']])).toBeUndefined();
});

test('the base is named by the first eight bytes of its sha256', () => {
  expect(baseHash('')).toBe('e3b0c44298fc1c14');
});
