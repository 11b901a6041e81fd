import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';
import type { Totals } from './totals.ts';

/** Writes the totals of a Vitest run to a file: failures of hooks and of loading a file count too. */
export function vitestTotals(file: string): Reporter {
  return {
    onTestRunEnd(modules: readonly TestModule[], unhandledErrors) {
      const tests = modules.flatMap((module) => [...module.children.allTests()]);
      const suites = modules.flatMap((module) => [module, ...module.children.allSuites()]);
      const brokenSuites = suites.filter((suite) => suite.errors().length > 0).length;
      const count = (state: string): number => tests.filter((test) => test.result().state === state).length;
      const totals: Totals = {
        passed: count('passed'),
        failed: count('failed') + count('pending') + brokenSuites + unhandledErrors.length,
        skipped: tests.flatMap((test) => {
          const result = test.result();
          const reason = result.state === 'skipped' ? (result.note ?? 'no reason given') : '';
          return result.state === 'skipped' ? [{ title: test.fullName, reason }] : [];
        }),
      };
      writeFileSync(file, JSON.stringify(totals));
    },
  };
}
