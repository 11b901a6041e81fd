import { defineConfig } from '@playwright/test';

/** Journeys on the built app, on two shells; each test starts its own network and browser (tests/support). */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: false,
  // A network, a browser and the app's own processes fill the two cores of a small machine.
  workers: 1,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: [['list'], ['./build/parts/playwright-totals.ts']],
  projects: [
    { name: 'start', testMatch: 'start.spec.ts' },
    // The server of the browser edition is the one that it came from.
    {
      name: 'browser',
      testIgnore: ['start.spec.ts', 'server-change.spec.ts', 'saved-files.spec.ts'],
      metadata: { shell: 'browser' },
    },
    // The built main and preload bundles, in real Electron where it is to be had, else on the stand-in host.
    // The link, the engine and the store are the same in both shells: what is about them runs once.
    {
      name: 'hosted',
      testIgnore: [
        'start.spec.ts',
        'bad-link.spec.ts',
        'bundle.spec.ts',
        'bring-in.spec.ts',
        // The grid is the same in both shells.
        'budget.spec.ts',
        // A browser downloads what the host saves by its dialog, which tests/security/hosted-shell.test.ts scripts.
        'deadline.spec.ts',
        'register.spec.ts',
        'endorsement.spec.ts',
        // PDF on the host: tests/security/hosted-shell.test.ts.
        'export.spec.ts',
        // Both shells show the same built page.
        'first-paint.spec.ts',
        'full-disk.spec.ts',
        'history.spec.ts',
        'kept-focus.spec.ts',
        'killed-migration.spec.ts',
        'killed-pull.spec.ts',
        'pledge-life.spec.ts',
      ],
      metadata: { shell: 'hosted' },
    },
  ],
});
