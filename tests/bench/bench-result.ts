import type { Spread } from './statistics.ts';

/** One line of a benchmark: times in milliseconds; `ratio` against the baseline of the same call. */
export type BenchLine = {
  readonly subject: string;
  readonly measure: string;
  readonly ms: Spread;
  readonly ratio: number | null;
  /** What else was counted, such as bytes. */
  readonly detail?: string;
};

export type BenchResult = {
  readonly name: string;
  readonly runs: number;
  /** What it ran in: the Chromium build, or Node. */
  readonly runtime: string;
  readonly cores: number;
  readonly note: string;
  readonly lines: readonly BenchLine[];
};

const cell = (ms: number): string => (ms >= 100 ? ms.toFixed(0) : ms.toFixed(2));

/** A table for people: median, range and ratio, one line per subject and measure. */
export function benchTable({ name, runs, runtime, cores, note, lines }: BenchResult): string {
  const isDetailed = lines.some(({ detail }) => detail !== undefined);
  const rows = [
    ['subject', 'measure', 'median ms', 'least–most', 'ratio', ...(isDetailed ? ['counted'] : [])],
    ...lines.map(({ subject, measure, ms, ratio, detail }) => [
      subject,
      measure,
      cell(ms.median),
      `${cell(ms.least)}–${cell(ms.most)}`,
      ratio === null ? 'baseline' : `${ratio < 0.01 ? ratio.toPrecision(1) : ratio.toFixed(2)} ×`,
      ...(isDetailed ? [detail ?? ''] : []),
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lineOf = (row: readonly string[]): string =>
    `| ${row.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  const [head = [], ...body] = rows;
  return [
    `${name}: ${runs} runs, ${runtime}, ${cores} cores. ${note}`,
    '',
    lineOf(head),
    rule,
    ...body.map(lineOf),
  ].join('\n');
}
