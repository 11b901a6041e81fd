import { describe, expect, test } from 'vitest';
import { benchTable } from './bench-result.ts';
import { quantile, rotated, spread } from './statistics.ts';

describe('the arithmetic of benchmarks', () => {
  test('quantiles are values that were measured', () => {
    const values = [5, 1, 4, 2, 3];
    expect([quantile(values, 0), quantile(values, 0.5), quantile(values, 0.99)]).toEqual([1, 3, 5]);
    expect(spread(values)).toEqual({ median: 3, least: 1, most: 5 });
    expect(() => quantile([], 0.5)).toThrow('nothing');
  });

  test('every subject is first in turn', () => {
    expect([0, 1, 2, 3].map((run) => rotated(['a', 'b', 'c'], run)[0])).toEqual(['a', 'b', 'c', 'a']);
  });

  test('a table names its baseline', () => {
    const table = benchTable({
      name: 'autosave',
      runs: 7,
      runtime: 'Chromium 1.2',
      cores: 2,
      note: 'Sealed.',
      lines: [
        { subject: 'raw', measure: 'p50', ms: spread([1, 2, 3]), ratio: null },
        { subject: 'app', measure: 'p50', ms: spread([3, 4, 5]), ratio: 2 },
      ],
    });
    expect(table.split('\n').slice(2)).toEqual([
      '| subject | measure | median ms | least–most | ratio    |',
      '|---------|---------|-----------|------------|----------|',
      '| raw     | p50     | 2.00      | 1.00–3.00  | baseline |',
      '| app     | p50     | 4.00      | 3.00–5.00  | 2.00 ×   |',
    ]);
  });
});
