import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applySplices } from './splice.ts';
import { longWordMarks, textSplices, textStretches } from './text-stretches.ts';

const text = fc
  .array(
    fc.oneof(
      fc.constantFrom('One desk. ', 'A ward? ', 'no end', '\n', '登记。', '😀', ' ', 'نص. ', '.'),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));

test('two edits far apart in one text are two small stretches', () => {
  const middle = 'Something that stays. '.repeat(50);
  const before = `It opens in May. ${middle}It costs 40.`;
  const now = `It opens in June. ${middle}It costs 45.`;
  expect(textStretches(before, now)).toEqual([
    { at: 0, was: 'It opens in May. ', is: 'It opens in June. ' },
    { at: 17 + middle.length, was: 'It costs 40.', is: 'It costs 45.' },
  ]);
  expect(textSplices(before, now)).toEqual([
    [12, 3, 'June'],
    [17 + middle.length + 10, 1, '5'],
  ]);
});

test('splices of any two texts make the one of the other', () => {
  fc.assert(
    fc.property(text, text, (before, now) => {
      const splices = textSplices(before, now).map(([at, deleted, inserted]): [number, number, string] => [
        at,
        deleted,
        inserted,
      ]);
      expect(applySplices(before, splices)).toBe(now);
    }),
    { numRuns: 2_000 },
  );
});

test('both texts can be read from the marks of long texts', () => {
  fc.assert(
    fc.property(text, text, (before, now) => {
      const of = (left: 'added' | 'removed') =>
        longWordMarks(before, now)
          .filter(({ mark }) => mark !== left)
          .map((part) => part.text)
          .join('');
      expect([of('added'), of('removed')]).toEqual([before, now]);
    }),
    { numRuns: 2_000 },
  );
});
