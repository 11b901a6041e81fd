import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { countCharacters, countWords } from './measure.ts';

describe('words', () => {
  it.each([
    ['English', 'Two well-kept desks, one queue.', 6],
    ['Spanish', 'Niños y niñas migrantes; ¿cuántos?', 5],
    ['Arabic', 'تسجيل المواليد في القرى', 4],
    // By the dictionary: migrants · and · family.
    ['Chinese', '移民和家庭', 3],
    ['Thai', 'เด็กไปโรงเรียน', 3],
    ['nothing but signs', ' … — ! ', 0],
  ])('are counted in %s', (_language, text, count) => {
    expect(countWords(text)).toBe(count);
  });
});

test('are the same counted sentence by sentence', () => {
  const whole = new Intl.Segmenter('en', { granularity: 'word' });
  const piece = fc.constantFrom(
    ...[
      'Two desks',
      "don't",
      '3.5',
      'a. b',
      '. ',
      '! ',
      '?',
      '؟ ',
      '\n',
      '\r\n',
      '。',
      '！',
      ' ',
      '\u00a0',
      '\u0301',
      '\u200d',
    ],
    ...[
      'تسجيل',
      'المواليد',
      '移民和家庭',
      '家',
      'ひらがな',
      'カタカナ',
      'เด็กไปโรงเรียน',
      '😀',
      '👨‍👩‍👧',
      '🇨🇱',
      '_',
      ':',
      '-',
      '1',
    ],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      expect(countWords(text)).toBe([...whole.segment(text)].filter(({ isWordLike }) => isWordLike).length);
    }),
    { numRuns: 3_000 },
  );
});

describe('characters', () => {
  it.each([
    ['an emoji is one', '😀', 1],
    ['a newline is one', 'a\nb', 3],
    ['a Chinese sign outside the first plane is one', '𠮷', 1],
  ])('%s', (_what, text, count) => {
    expect(countCharacters(text)).toBe(count);
  });
});
