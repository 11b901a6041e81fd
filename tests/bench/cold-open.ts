import { startBrowserProcess } from '#tests/support/browser-process.ts';

/** An address, and when it is on the screen. */
export type Subject = {
  readonly title: string;
  readonly url: string;
  /** On the screen when at least `count` elements match. */
  readonly selector: string;
  readonly count: number;
};

/** Runs in the page before its own code; the time origin is the start of the navigation. */
function watchFor({ selector, count }: { selector: string; count: number }): void {
  const look = (): void => {
    if (document.querySelectorAll(selector).length < count) requestAnimationFrame(look);
    // The frame that has it is on the screen when the next one begins.
    else requestAnimationFrame(() => Object.assign(globalThis, { paintedAtMs: performance.now() }));
  };
  requestAnimationFrame(look);
}

/** Opens an address in a browser that was not running; milliseconds until it is on the screen. */
export async function coldOpen(profile: string, subject: Subject): Promise<[ms: number, version: string]> {
  const browser = await startBrowserProcess(profile);
  try {
    const page = await browser.context.newPage();
    await page.setViewportSize({ width: 1360, height: 900 });
    await page.addInitScript(watchFor, { selector: subject.selector, count: subject.count });
    await page.goto(subject.url);
    const painted = await page
      .waitForFunction(() => (globalThis as unknown as { paintedAtMs?: number }).paintedAtMs)
      .catch(async () => {
        throw new Error(`${subject.title} was never painted: ${await page.locator('body').innerText()}`);
      });
    return [(await painted.jsonValue()) ?? Number.NaN, browser.version];
  } finally {
    await browser.close();
  }
}
