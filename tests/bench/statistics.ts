/** Median and range of a number that was measured several times. */
export type Spread = { readonly median: number; readonly least: number; readonly most: number };

/** The value below which the share `p` (0…1) of the values lies, by the nearest rank. Rejects an empty list. */
export function quantile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length) - 1))];
  if (value === undefined) throw new Error('there is no quantile of nothing');
  return value;
}

export function spread(values: readonly number[]): Spread {
  return { median: quantile(values, 0.5), least: Math.min(...values), most: Math.max(...values) };
}

/** The order of the subjects in run `run`: rotated, so that none is always the first. */
export function rotated<T>(subjects: readonly T[], run: number): T[] {
  const shift = run % subjects.length;
  return [...subjects.slice(shift), ...subjects.slice(0, shift)];
}
