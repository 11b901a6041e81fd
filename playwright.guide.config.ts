import { defineConfig } from '@playwright/test';

/** `npm run guide`: takes the pictures of the user guide anew, from the built app, in each language of the guide. */
export default defineConfig({
  testDir: 'tests/guide',
  testMatch: '*pictures.ts',
  outputDir: 'test-results/guide',
  workers: 1,
  timeout: 300_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  projects: [{ name: 'guide', metadata: { shell: 'browser' } }],
});
