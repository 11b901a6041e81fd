import type { Page } from '@playwright/test';
import { startBrowserProcess } from '#tests/support/browser-process.ts';
import type { BenchLine } from '../bench-result.ts';
import { rotated, spread } from '../statistics.ts';

/** Keys of one run, and the time between two: thirty a second. */
const keys = 90;
const keyMs = 1000 / 30;
/** A frame that comes later than this after the one before it has let one out. */
const lateMs = 25;

export type Typing = {
  readonly subject: string;
  readonly url: string;
  readonly selector: string;
  /** What stands there before the first key, where the page does not bring it. */
  readonly text?: string;
};

type Frames = {
  readonly count: number;
  readonly late: number;
  readonly longestMs: number;
  /** Of the window's main thread; 0: none took 50 ms. */
  readonly longestTaskMs: number;
};

/** Types into what has the focus, at thirty keys a second, and watches the frames meanwhile. */
async function typedFrames(page: Page): Promise<Frames> {
  await page.evaluate((late) => {
    const frames = { count: 0, late: 0, longestMs: 0, longestTaskMs: 0 };
    const watch = { frames, isOver: false };
    Object.assign(globalThis, { watch });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        frames.longestTaskMs = Math.max(frames.longestTaskMs, duration);
      }
    }).observe({ type: 'longtask' });
    let last = performance.now();
    const look = (now: number): void => {
      frames.count += 1;
      if (now - last > late) frames.late += 1;
      frames.longestMs = Math.max(frames.longestMs, now - last);
      last = now;
      if (!watch.isOver) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, lateMs);
  await page.keyboard.type('The desk stays open. '.repeat(keys).slice(0, keys), { delay: keyMs });
  return page.evaluate(() => {
    const { watch } = globalThis as unknown as { watch: { frames: Frames; isOver: boolean } };
    watch.isOver = true;
    return watch.frames;
  });
}

/** Typing in the note, against typing in a bare text area. */
export async function typed(
  profile: string,
  runs: number,
  subjects: readonly Typing[],
): Promise<readonly BenchLine[]> {
  const browser = await startBrowserProcess(profile);
  try {
    const pages: [Typing, Page, Frames[]][] = [];
    for (const subject of subjects) {
      const page = await browser.context.newPage();
      await page.setViewportSize({ width: 1360, height: 900 });
      await page.goto(subject.url);
      const control = page.locator(subject.selector).first();
      await control.waitFor();
      if (subject.text !== undefined) await control.fill(subject.text);
      pages.push([subject, page, []]);
    }
    for (let run = -1; run < runs; run += 1) {
      for (const [{ selector }, page, seen] of rotated(pages, run + 1)) {
        await page.bringToFront();
        await page.locator(selector).first().click();
        const frames = await typedFrames(page);
        if (run >= 0) seen.push(frames);
      }
    }
    const longest = (seen: readonly Frames[]) => spread(seen.map(({ longestMs }) => longestMs));
    const baseline = longest(pages[0]?.[2] ?? []).median;
    return pages.map(([{ subject }, , seen], index) => {
      const ms = longest(seen);
      const sum = (pick: (frames: Frames) => number) => seen.reduce((all, frames) => all + pick(frames), 0);
      const task = Math.max(...seen.map(({ longestTaskMs }) => longestTaskMs));
      return {
        subject,
        measure: `longest frame in ${keys} keys at 30 a second`,
        ms,
        ratio: index === 0 ? null : ms.median / baseline,
        detail: `${sum(({ late }) => late)} of ${sum(({ count }) => count)} frames after more than ${lateMs} ms; longest task ${task === 0 ? 'under 50' : task.toFixed(0)} ms`,
      };
    });
  } finally {
    await browser.close();
  }
}
