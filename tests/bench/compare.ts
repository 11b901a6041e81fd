import type { BenchLine } from './bench-result.ts';
import { rotated, spread } from './statistics.ts';

/** One subject of a comparison: the first is the baseline. `run` may answer what it measured itself, in milliseconds. */
export type Step = {
  readonly subject: string;
  readonly run: () => Promise<number | undefined> | number | undefined;
  /** What else was counted, asked for when all is done. */
  readonly detail?: () => string;
};

/** What is made is not needed; how long it took is measured outside. */
export const onlyTimed = (_made: unknown): undefined => undefined;

/** Times steps in turn, after one round that does not count. */
export async function compare(
  measure: string,
  runs: number,
  steps: readonly Step[],
): Promise<readonly BenchLine[]> {
  const times = new Map<Step, number[]>(steps.map((step) => [step, []]));
  for (let run = -1; run < runs; run += 1) {
    for (const step of rotated(steps, run + 1)) {
      const before = performance.now();
      const measured = await step.run();
      if (run >= 0) times.get(step)?.push(measured ?? performance.now() - before);
    }
  }
  const baseline = spread(times.get(steps[0] as Step) ?? []).median;
  return steps.map((step, index) => {
    const ms = spread(times.get(step) ?? []);
    const ratio = index === 0 ? null : ms.median / baseline;
    return { subject: step.subject, measure, ms, ratio, ...(step.detail && { detail: step.detail() }) };
  });
}
