import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { sample } from './documents.ts';
import { test } from './journey.ts';

const themes = ['light', 'dark', 'contrast'] as const;
const languages = ['en', 'es', 'en-XB'] as const;

async function violations(page: Page, room: string): Promise<string[]> {
  // A connected browser cannot open the extra page in which axe would join the results of frames; there are none.
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${room}: ${id} at ${target.join(' ')}`));
}

async function show(page: Page, language: string, theme: string): Promise<void> {
  await page.evaluate(
    ([chosenLanguage, chosenTheme]) => {
      const key = 'desk:preferences';
      const kept = JSON.parse(localStorage.getItem(key) ?? '{}') as object;
      const first = { textSize: 100, density: 'comfortable' };
      const changed = { ...first, ...kept, language: chosenLanguage, theme: chosenTheme };
      localStorage.setItem(key, JSON.stringify(changed));
    },
    [language, theme] as const,
  );
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${language}`));
  await expect(page.locator('html')).toHaveAttribute('dir', language === 'en-XB' ? 'rtl' : 'ltr');
}

async function everyLook(
  page: Page,
  shell: string,
  inspect: (look: string) => Promise<string[]>,
): Promise<string[]> {
  const found: string[] = [];
  for (const language of languages) {
    for (const theme of themes) {
      await show(page, language, theme);
      found.push(...(await inspect(`${language}, ${theme}, ${shell}`)));
    }
  }
  await show(page, 'en', 'light');
  return found;
}

const heading = (page: Page) => page.getByRole('main').getByRole('heading', { level: 1 }).first();

test('axe finds nothing in any room, in three themes and three languages', async ({ laptop, desk }) => {
  test.setTimeout(600_000);
  const { page } = desk;
  await expect(heading(page)).toBeVisible();
  const atWelcome = await everyLook(page, laptop.shell, async (look) => {
    await expect(heading(page)).toBeVisible();
    return violations(page, `Welcome, ${look}`);
  });
  expect(atWelcome).toEqual([]);

  await desk.enter();
  const { id } = await desk.write('pledge', sample('pledge-cities-inclusion-en'));
  await desk.openRoom('Desk');
  const note = await desk.begin('concept-note');
  await desk.everythingIsSaved();
  await desk.submit(id, 'pledge');

  const rooms: Readonly<Record<string, string>> = {
    Desk: '#/desk',
    'Editor of a pledge': `#/documents/${id}`,
    'Editor of a concept note': `#/documents/${note}`,
    'Compare, with nothing to compare': `#/documents/${note}/compare`,
    Submit: `#/documents/${note}/submit`,
    Outbox: '#/outbox',
    Settings: '#/settings',
  };
  const inside = await everyLook(page, laptop.shell, async (look) => {
    const found: string[] = [];
    for (const [room, hash] of Object.entries(rooms)) {
      await page.evaluate((address) => {
        location.hash = address;
      }, hash);
      await expect(heading(page)).toBeVisible();
      found.push(...(await violations(page, `${room}, ${look}`)));
      // The panels beside the form: checks, review, people; the first one is shown.
      const panels = await page.getByRole('tab').all();
      for (const [index, panel] of panels.entries()) {
        if (index === 0 || room !== 'Editor of a concept note') continue;
        await panel.click();
        found.push(...(await violations(page, `${room}, panel ${index}, ${look}`)));
      }
    }
    return found;
  });
  expect(inside).toEqual([]);
});
