import type { Spread } from './statistics.ts';

/** One line of a benchmark: times in milliseconds; `ratio` against the baseline of the same call. */
export type BenchLine = {
  readonly subject: string;
  readonly measure: string;
  readonly ms: Spread;
  readonly ratio: number | null;
};

export type BenchResult = {
  readonly name: string;
  readonly runs: number;
  readonly chromium: string;
  readonly cores: number;
  readonly note: string;
  readonly lines: readonly BenchLine[];
};

const cell = (ms: number): string => (ms >= 100 ? ms.toFixed(0) : ms.toFixed(2));

/** A table for people: median, range and ratio, one line per subject and measure. */
export function benchTable({ name, runs, chromium, cores, note, lines }: BenchResult): string {
  const rows = [
    ['subject', 'measure', 'median ms', 'least–most', 'ratio'],
    ...lines.map(({ subject, measure, ms, ratio }) => [
      subject,
      measure,
      cell(ms.median),
      `${cell(ms.least)}–${cell(ms.most)}`,
      ratio === null ? 'baseline' : `${ratio.toFixed(2)} ×`,
    ]),
  ];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lineOf = (row: readonly string[]): string =>
    `| ${row.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  const [head = [], ...body] = rows;
  return [
    `${name}: ${runs} runs, Chromium ${chromium}, ${cores} cores. ${note}`,
    '',
    lineOf(head),
    rule,
    ...body.map(lineOf),
  ].join('\n');
}
