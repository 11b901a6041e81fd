import { describe, expect, it } from 'vitest';
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

describe('characters', () => {
  it.each([
    ['an emoji is one', '😀', 1],
    ['a newline is one', 'a\nb', 3],
    ['a Chinese sign outside the first plane is one', '𠮷', 1],
  ])('%s', (_what, text, count) => {
    expect(countCharacters(text)).toBe(count);
  });
});
