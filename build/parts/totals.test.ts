import { describe, expect, test } from 'vitest';
import { judgedTotals, sumTotals, totalsLine } from './totals.ts';

const good = { passed: 3, failed: 0, skipped: [{ title: 'on PostgreSQL', reason: 'no initdb' }] };

describe('the totals of a run', () => {
  test('are what the part wrote when it ended well', () => {
    expect(judgedTotals(good, 0)).toEqual(good);
  });

  test.each([
    ['wrote nothing', undefined, 0],
    ['wrote something else', { passed: 'many' }, 0],
    ['ended badly without a counted failure', good, 1],
    ['was killed', good, null],
    ['ran nothing', { passed: 0, failed: 0, skipped: [] }, 0],
  ])('count one failure when the part %s', (_, report, exitCode) => {
    expect(judgedTotals(report, exitCode).failed).toBe(1);
  });

  test('keep the failures that were counted', () => {
    expect(judgedTotals({ ...good, failed: 2 }, 1).failed).toBe(2);
  });

  test('are summed into one plain line', () => {
    expect(totalsLine(sumTotals([good, { passed: 4, failed: 1, skipped: [] }]))).toBe(
      '7 passed, 1 failed, 1 skipped',
    );
  });
});
