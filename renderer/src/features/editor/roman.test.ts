import { expect, test } from 'vitest';
import { roman } from './roman.ts';

test('sections are counted in Roman numerals', () => {
  expect([1, 3, 4, 6, 9, 14, 39].map(roman)).toEqual(['I', 'III', 'IV', 'VI', 'IX', 'XIV', 'XXXIX']);
});
