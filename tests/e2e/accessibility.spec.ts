import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { bringFurniture, furnish } from './furnished-desk.ts';
import { test } from './journey.ts';
import { type RoomState, roomStates } from './room-states.ts';

/** The one that the page is opened in comes last, so that it stays. */
const themes = ['dark', 'contrast', 'light'] as const;
const languages = ['en', 'es', 'en-XB'] as const;

/** All rules on the whole page once; then on what a state adds; a theme is colours and nothing else. */
async function violations(page: Page, part: string | undefined, language: string, theme: string) {
  // A connected browser cannot open the extra page in which axe would join the results of frames; there are none.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (theme !== 'light') axe.withRules('color-contrast');
  if (part !== undefined && !(language === 'en' && theme === 'light')) axe.include(part);
  const { violations: found } = await axe.analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(' ')}`));
}

async function show(page: Page, language: string, textSize = 100): Promise<void> {
  await page.evaluate(
    (chosen) => {
      const key = 'desk:preferences';
      const kept = JSON.parse(localStorage.getItem(key) ?? '{}') as object;
      localStorage.setItem(
        key,
        JSON.stringify({ density: 'comfortable', ...kept, ...chosen, theme: 'light' }),
      );
    },
    { language, textSize },
  );
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${language}`));
  await expect(page.locator('html')).toHaveAttribute('dir', language === 'en-XB' ? 'rtl' : 'ltr');
}

/** Opens every state once, and looks at it in each theme. */
async function everyTheme(page: Page, language: string, states: readonly RoomState[]): Promise<string[]> {
  const found: string[] = [];
  // A colour that is still on its way from one theme to the next is nobody's colour.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await show(page, language);
  for (const { name, part, open } of states) {
    await test.step(name, async () => {
      await open(page);
      for (const theme of themes) {
        await page.evaluate((chosen) => {
          document.documentElement.dataset.theme = chosen;
        }, theme);
        const here = await violations(page, part, language, theme);
        found.push(...here.map((one) => `${name}, ${theme}: ${one}`));
      }
    });
  }
  return found;
}

for (const language of languages) {
  test(`axe finds nothing in any room or in what opens there, in three themes, ${language}`, async ({
    network,
    laptop,
    desk,
  }) => {
    test.skip(
      laptop.shell !== 'browser edition' && language !== 'en',
      'the window is the same in both shells; its languages are looked at in the browser edition',
    );
    test.setTimeout(600_000);
    const { page } = desk;
    const welcome: RoomState = {
      name: 'Welcome',
      open: () => expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible(),
    };
    const atWelcome = await everyTheme(page, language, [welcome]);
    await show(page, 'en');
    const brought = await bringFurniture(network.url);
    await desk.enter();
    const states = await roomStates(await furnish(desk, brought));
    expect([...atWelcome, ...(await everyTheme(page, language, states))]).toEqual([]);
  });
}

/** Words and controls that stand beyond an edge of the window, and boxes that must be scrolled sideways to be read. */
const beyondTheEdge = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const isSideways = (element: Element) =>
      element.scrollWidth > element.clientWidth + 1 &&
      /auto|scroll/.test(getComputedStyle(element).overflowX);
    // A budget has as many columns as it has organizations; a line that is cut ends in an ellipsis.
    const may = '.budget-frame, .unseen, input, textarea, [aria-hidden=true], .one-line, .editor-crumb';
    return [...document.querySelectorAll('body *')]
      .filter((element) => {
        if (element.closest(may) !== null || !element.checkVisibility({ visibilityProperty: true }))
          return false;
        if (isSideways(element)) return true;
        const { left, right, width } = element.getBoundingClientRect();
        return width > 1 && (left < -1 || right > innerWidth + 1);
      })
      .map((element) => `${element.tagName} ${element.getAttribute('class') ?? ''}`);
  });

for (const { width, height, textSize } of [
  { width: 320, height: 640, textSize: 100 },
  { width: 1280, height: 720, textSize: 200 },
]) {
  test(`nothing is lost at ${width} × ${height} with text at ${textSize} %, in any room or in what opens there`, async ({
    network,
    laptop,
    desk,
  }) => {
    test.skip(laptop.shell !== 'browser edition', 'the window is the same in both shells');
    test.setTimeout(300_000);
    const { page } = desk;
    const brought = await bringFurniture(network.url);
    await desk.enter();
    const states = await roomStates(await furnish(desk, brought));
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height });
    await show(page, 'en', textSize);
    const found: string[] = [];
    for (const { name, open } of states) {
      await test.step(name, async () => {
        await open(page);
        found.push(...(await beyondTheEdge(page)).map((what) => `${name}: ${what}`));
      });
    }
    expect(found).toEqual([]);
  });
}
