import { expect, test } from 'vitest';
import { columnNeed } from './column-widths.ts';
import { line } from './text.ts';

const least = (word: string): number => columnNeed([line(word, 'ru')]).least;

test('a word of broad letters gets more room than one of as many narrow ones', () => {
  expect(least('Женщины')).toBeGreaterThan(least('Девочки'));
  expect(least('Девочки')).toBe(least('Mujeres'));
});
