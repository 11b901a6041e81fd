import { defineConfig } from 'vitest/config';
import { vitestTotals } from './build/parts/vitest-totals.ts';

const totalsFile = process.env.TOTALS_FILE;

export default defineConfig({
  test: {
    reporters: ['default', ...(totalsFile === undefined ? [] : [vitestTotals(totalsFile)])],
    // Browsers, databases and lint child processes want a core too.
    maxWorkers: '50%',
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: [
            '{shared,renderer,electron,build,resources}/**/*.test.{ts,tsx}',
            'tests/{layers,support,bench,guide}/**/*.test.ts',
          ],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        // What starts databases, servers or thousands of cases.
        test: {
          name: 'network',
          environment: 'node',
          include: ['sandbox/**/*.test.ts', 'tests/{simulation,contract,migrations,security}/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
