import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBrowserProcess } from '#tests/support/browser-process.ts';
import { builtRenderer } from '#tests/support/sandbox-process.ts';
import { serveBenchPages } from '../bench-pages.ts';
import type { BenchResult } from '../bench-result.ts';
import { coldOpen, type Subject } from '../cold-open.ts';
import { compare } from '../compare.ts';
import { noteValues, seededBytes } from '../corpus.ts';
import type { SeedBench } from '../pages/seed.ts';
import { computed } from './computed.ts';
import { history } from './history.ts';
import { typed } from './typing.ts';

declare const seed: SeedBench;

/** A large concept note: to the screen, under the keys, through the checks and into Word. */
export async function benchDocuments(runs: number): Promise<BenchResult> {
  if (!existsSync(join(builtRenderer, 'index.html')))
    throw new Error('the app is not built; run: npm run build');
  const profile = mkdtempSync(join(tmpdir(), 'compact-desk-bench-profile-'));
  const pages = await serveBenchPages(['seed.html'], builtRenderer);
  const plain = await serveBenchPages(['empty.html', 'history.html'], builtRenderer);
  try {
    const filling = await startBrowserProcess(profile);
    const page = await filling.context.newPage();
    await page.goto(`${pages.url}/bench/seed.html`);
    await page.waitForFunction(() => 'seed' in globalThis);
    const note = await page.evaluate(() => seed.fillNote());
    await filling.close();

    const empty: Subject = {
      title: 'empty React page',
      url: `${plain.url}/bench/empty.html`,
      selector: 'h1',
      count: 1,
    };
    const desk: Subject = {
      title: 'the Desk',
      url: `${pages.url}/#/desk`,
      selector: '[aria-rowindex]',
      count: 1,
    };
    const editor: Subject = {
      title: 'note of 50 kB, 200 budget rows',
      url: `${pages.url}/#/documents/${note}`,
      selector: '[data-path="title"]',
      count: 1,
    };
    const whole: Subject = { ...editor, title: 'the note to its last row', selector: '[data-path="budget"]' };
    let chromium = '';
    const opened = await compare(
      'navigation to painted',
      runs,
      [empty, desk, editor, whole].map((subject) => ({
        subject: subject.title,
        run: async () => {
          const [ms, version] = await coldOpen(profile, subject);
          chromium = version;
          return ms;
        },
      })),
    );
    const typing = await typed(profile, runs, [
      {
        subject: 'a bare text area with the same text',
        url: `${plain.url}/bench/empty.html`,
        selector: 'textarea',
        text: String(noteValues(seededBytes(31)).context),
      },
      { subject: editor.title, url: editor.url, selector: '[data-path="context"] textarea' },
    ]);
    const opening = await history(profile, runs, plain.url);
    const lines = [...opened, ...typing, ...opening, ...(await computed(runs))];
    return {
      name: 'documents',
      runs,
      runtime: `Chromium ${chromium}`,
      cores: cpus().length,
      note: `Checks, Word and the table in Node ${process.version}, the rest in Chromium; a sealed store.`,
      lines,
    };
  } finally {
    await pages.close();
    await plain.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
