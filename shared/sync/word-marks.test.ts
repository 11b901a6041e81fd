import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordMarks } from './word-marks.ts';

test('a word that was put in and one that was taken out are marked', () => {
  expect(wordMarks('One desk per ward', 'One mobile desk per')).toEqual([
    { text: 'One ', mark: 'same' },
    { text: 'mobile ', mark: 'added' },
    { text: 'desk ', mark: 'same' },
    { text: 'per ward', mark: 'removed' },
    { text: 'per', mark: 'added' },
  ]);
});

test('both texts can be read from the marks', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b ', 'c\n', '登记', ' '), { maxLength: 20 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, text, (before, now) => {
      const of = (left: 'added' | 'removed') =>
        wordMarks(before, now)
          .filter(({ mark }) => mark !== left)
          .map((part) => part.text)
          .join('');
      expect([of('added'), of('removed')]).toEqual([before, now]);
    }),
  );
});
