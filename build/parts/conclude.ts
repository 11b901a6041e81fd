import type { PartResult } from './run-part.ts';
import { sumTotals, totalsLine } from './totals.ts';

/** Prints why tests were skipped, which parts failed, and the totals as the last line; sets the exit code. */
export function conclude(results: readonly PartResult[]): void {
  const totals = sumTotals(results.map((result) => result.totals));
  for (const { title, reason } of totals.skipped) console.log(`skipped: ${title}: ${reason}`);
  for (const { name, totals: part } of results) {
    if (part.failed > 0) console.log(`failed: ${name} (${part.failed})`);
  }
  console.log(totalsLine(totals));
  process.exitCode = totals.failed > 0 ? 1 : 0;
}
