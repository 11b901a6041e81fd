import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBrowserProcess } from '#tests/support/browser-process.ts';
import { builtRenderer } from '#tests/support/sandbox-process.ts';
import { type BenchPages, serveBenchPages } from './bench-pages.ts';
import type { BenchResult } from './bench-result.ts';
import { coldOpen, type Subject } from './cold-open.ts';
import type { SeedBench } from './pages/seed.ts';
import { rotated, spread } from './statistics.ts';

declare const seed: SeedBench;

async function fill(pages: BenchPages, profile: string, documents: number): Promise<string> {
  const browser = await startBrowserProcess(profile);
  try {
    const page = await browser.context.newPage();
    page.setDefaultTimeout(0);
    await page.goto(`${pages.url}/bench/seed.html`);
    await page.waitForFunction(() => 'seed' in globalThis);
    return await page.evaluate((count) => seed.fill(count), documents);
  } finally {
    await browser.close();
  }
}

/** A cold page to the painted Desk of `documents` pledges, and to the Editor of one of them. */
export async function benchOpen(runs: number, documents: number): Promise<BenchResult> {
  if (!existsSync(join(builtRenderer, 'index.html')))
    throw new Error('the app is not built; run: npm run build');
  const profile = mkdtempSync(join(tmpdir(), 'compact-desk-bench-profile-'));
  const pages = await serveBenchPages(['seed.html'], builtRenderer);
  // On an origin of its own: the app's service worker would answer with the app.
  const plain = await serveBenchPages(['empty.html'], builtRenderer);
  try {
    const newest = await fill(pages, profile, documents);
    const subjects: readonly Subject[] = [
      { title: 'empty React page', url: `${plain.url}/bench/empty.html`, selector: 'h1', count: 1 },
      { title: `Desk of ${documents}`, url: `${pages.url}/#/desk`, selector: '[aria-rowindex]', count: 10 },
      { title: 'Editor of one', url: `${pages.url}/#/documents/${newest}`, selector: 'textarea', count: 1 },
    ];
    const times = new Map<Subject, number[]>(subjects.map((subject) => [subject, []]));
    let chromium = '';
    for (let run = -1; run < runs; run++) {
      for (const subject of rotated(subjects, run + 1)) {
        const [ms, version] = await coldOpen(profile, subject);
        chromium = version;
        if (run >= 0) times.get(subject)?.push(ms);
      }
    }
    const baseline = spread(times.get(subjects[0] as Subject) ?? []).median;
    const lines = subjects.map((subject, index) => {
      const ms = spread(times.get(subject) ?? []);
      return {
        subject: subject.title,
        measure: 'navigation to painted',
        ms,
        ratio: index === 0 ? null : ms.median / baseline,
      };
    });
    const note =
      'A browser process of its own for every opening; sealed store, files from the service worker.';
    return { name: 'open', runs, runtime: `Chromium ${chromium}`, cores: cpus().length, note, lines };
  } finally {
    await pages.close();
    await plain.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
