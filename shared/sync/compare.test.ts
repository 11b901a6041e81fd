import { expect, test } from 'vitest';
import { comparedText, compareTexts } from './compare.ts';

const origin = 'Two nurses work at the desk in the harbour, from eight to noon.';
const theirs = 'Three nurses work at the mobile desk in the harbour, from eight to noon.';
const mine = 'Four nurses work at the desk in the harbour, from eight to one.';

test('[MG3][MG4] the result starts merged, and only the place that both changed waits', () => {
  const comparison = compareTexts(origin, theirs, mine);
  expect(comparison.places).toBe(1);
  const text = (choice?: 'mine' | 'theirs' | 'both') =>
    comparedText(comparison, choice === undefined ? new Map() : new Map([[0, choice]]));
  expect(text()).toBe('Four nurses work at the mobile desk in the harbour, from eight to one.');
  expect(text('mine')).toBe(text());
  expect(text('theirs')).toBe('Three nurses work at the mobile desk in the harbour, from eight to one.');
  expect(text('both')).toBe('Three Four nurses work at the mobile desk in the harbour, from eight to one.');
});
