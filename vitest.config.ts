import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: [
      '{shared,renderer,electron,sandbox,build}/**/*.test.{ts,tsx}',
      'tests/{layers,support,security,simulation,contract,migrations}/**/*.test.ts',
      'resources/**/*.test.ts',
    ],
    // One process per core leaves nothing for PGlite and the lint child processes.
    maxWorkers: '50%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
