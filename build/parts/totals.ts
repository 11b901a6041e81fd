import * as z from 'zod';

/** What a part of the checks amounted to. A skipped test always says why. */
export const totalsSchema = z.strictObject({
  passed: z.int().nonnegative(),
  failed: z.int().nonnegative(),
  skipped: z.array(z.strictObject({ title: z.string(), reason: z.string() })),
});
export type Totals = z.infer<typeof totalsSchema>;

/** The sum of parts. */
export function sumTotals(parts: readonly Totals[]): Totals {
  return {
    passed: parts.reduce((sum, { passed }) => sum + passed, 0),
    failed: parts.reduce((sum, { failed }) => sum + failed, 0),
    skipped: parts.flatMap(({ skipped }) => skipped),
  };
}

/**
 * The totals of a part from what it wrote and how it ended. A part that crashed, wrote nothing readable, ran
 * nothing, or ended badly although it counted no failure counts as one failure: silence is never success.
 */
export function judgedTotals(report: unknown, exitCode: number | null): Totals {
  const parsed = totalsSchema.safeParse(report);
  if (!parsed.success) return { passed: 0, failed: 1, skipped: [] };
  const { passed, failed, skipped } = parsed.data;
  const ranNothing = passed + failed + skipped.length === 0;
  const isUnexplained = failed === 0 && (exitCode !== 0 || ranNothing);
  return isUnexplained ? { ...parsed.data, failed: 1 } : parsed.data;
}

/** The line that ends every run, for people and machines. */
export function totalsLine({ passed, failed, skipped }: Totals): string {
  return `${passed} passed, ${failed} failed, ${skipped.length} skipped`;
}
