import { startBrowserProcess } from '#tests/support/browser-process.ts';
import type { BenchLine } from '../bench-result.ts';
import { compare } from '../compare.ts';
import type { HistoryBench } from '../pages/history.ts';

declare const historyBench: HistoryBench;

const versions = 500;

const kB = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;

/** Five hundred versions of a large concept note: what they take, and how long one takes to open. */
export async function history(profile: string, runs: number, url: string): Promise<readonly BenchLine[]> {
  const browser = await startBrowserProcess(profile);
  try {
    const page = await browser.context.newPage();
    await page.goto(`${url}/bench/history.html`);
    await page.waitForFunction(() => 'historyBench' in globalThis);
    const sizes = await page.evaluate((count) => historyBench.fill(count), versions);
    // In the middle between two that are kept whole: none takes more steps to open.
    const seq = versions / 2 - 1;
    return await compare(`one of ${versions} versions, opened`, runs, [
      {
        subject: 'kept whole, sealed',
        run: () => page.evaluate(() => historyBench.openWhole()),
        detail: () => `${kB(sizes.wholeBytes)} for all`,
      },
      {
        subject: 'history of the note',
        run: () => page.evaluate((at) => historyBench.open(at), seq),
        detail: () => `${kB(sizes.keptBytes)} for all`,
      },
    ]);
  } finally {
    await browser.close();
  }
}
