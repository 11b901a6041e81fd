import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBrowserProcess } from '#tests/support/browser-process.ts';
import { builtRenderer } from '#tests/support/sandbox-process.ts';
import { serveBenchPages } from './bench-pages.ts';
import type { BenchResult } from './bench-result.ts';
import type { AutosaveBench } from './pages/autosave.ts';
import { quantile, rotated, spread } from './statistics.ts';

const savesPerRun = 100;
const subjects = ['rawPuts', 'appSaves'] as const;
const titles = { rawPuts: 'raw IndexedDB, strict put', appSaves: 'Compact Desk, sealed' } as const;

declare const bench: AutosaveBench;

/** One field of an 11 kB pledge, from the moment of saving to the end of the strict transaction. */
export async function benchAutosave(runs: number): Promise<BenchResult> {
  const profile = mkdtempSync(join(tmpdir(), 'compact-desk-bench-profile-'));
  const pages = await serveBenchPages(['autosave.html'], builtRenderer);
  const browser = await startBrowserProcess(profile);
  try {
    const page = await browser.context.newPage();
    await page.goto(`${pages.url}/bench/autosave.html`);
    await page.waitForFunction(() => 'bench' in globalThis);
    const sizeBytes = await page.evaluate(() => bench.sizeBytes);
    const times = { rawPuts: [] as number[][], appSaves: [] as number[][] };
    for (let run = -1; run < runs; run++) {
      for (const subject of rotated(subjects, run + 1)) {
        const measured = await page.evaluate(([name, count]) => bench[name](count), [
          subject,
          savesPerRun,
        ] as const);
        // The first round only warms up.
        if (run >= 0) times[subject].push(measured);
      }
    }
    const lines = ([0.5, 0.99] as const).flatMap((p) => {
      const of = (subject: (typeof subjects)[number]) =>
        spread(times[subject].map((run) => quantile(run, p)));
      const baseline = of('rawPuts').median;
      return subjects.map((subject) => ({
        subject: titles[subject],
        measure: `p${p * 100} of ${savesPerRun} saves`,
        ms: of(subject),
        ratio: subject === 'rawPuts' ? null : of(subject).median / baseline,
      }));
    });
    const note = `A document of ${sizeBytes} bytes; checks and summary of the document are part of a save.`;
    return {
      name: 'autosave',
      runs,
      runtime: `Chromium ${browser.version}`,
      cores: cpus().length,
      note,
      lines,
    };
  } finally {
    await browser.close();
    await pages.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
