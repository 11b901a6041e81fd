import { writeFileSync } from 'node:fs';
import type { Reporter, Suite } from '@playwright/test/reporter';
import type { Totals } from './totals.ts';

/** Writes the totals of a Playwright run to the file that TOTALS_FILE names, if it names one. */
class PlaywrightTotals implements Reporter {
  private root: Suite | undefined;
  private errors = 0;

  onBegin(_config: unknown, suite: Suite): void {
    this.root = suite;
  }

  onError(): void {
    this.errors += 1;
  }

  onEnd(): void {
    const file = process.env.TOTALS_FILE;
    if (file === undefined) return;
    const tests = this.root?.allTests() ?? [];
    const withOutcome = (...outcomes: string[]) => tests.filter((test) => outcomes.includes(test.outcome()));
    // A test that never ran because the run stopped has the outcome "skipped" without any result.
    const skipped = withOutcome('skipped');
    const neverRan = skipped.filter(({ results }) => results.length === 0);
    const totals: Totals = {
      passed: withOutcome('expected').length,
      failed: withOutcome('unexpected', 'flaky').length + neverRan.length + this.errors,
      skipped: skipped
        .filter(({ results }) => results.length > 0)
        .map((test) => ({
          title: test.titlePath().filter(Boolean).join(' › '),
          reason: test.annotations.find(({ type }) => type === 'skip')?.description ?? 'no reason given',
        })),
    };
    writeFileSync(file, JSON.stringify(totals));
  }

  printsToStdio(): boolean {
    return false;
  }
}

// biome-ignore lint/style/noDefaultExport: Playwright finds a reporter by its default export.
export default PlaywrightTotals;
