import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { projectRoot } from '#build/parts/tool.ts';

/** What every page of the guide takes its pictures with. */

export const languages = ['en', 'es'] as const;
export type GuideLanguage = (typeof languages)[number];

/** A sentence of the screens by its id. */
export const sentences = (language: GuideLanguage) => {
  const files = [
    ...['editor', 'life', 'desk', 'submit', 'export', 'bundle', 'outbox', 'bring-in'],
    ...['people', 'review', 'compare'],
  ];
  const all = Object.assign(
    {},
    ...files.map((file) =>
      JSON.parse(readFileSync(join(projectRoot, `shared/messages/${language}/${file}.json`), 'utf8')),
    ),
  ) as Record<string, string>;
  return (id: string): string => {
    const found = all[id];
    if (found === undefined) throw new Error(`there is no message ${id}`);
    return found;
  };
};

export const show = async (page: Page, language: GuideLanguage): Promise<void> => {
  await page.evaluate((chosen) => {
    const kept = JSON.parse(localStorage.getItem('desk:preferences') ?? '{}') as object;
    const first = { textSize: 100, density: 'comfortable', theme: 'light' };
    localStorage.setItem('desk:preferences', JSON.stringify({ ...first, ...kept, language: chosen }));
  }, language);
  await page.reload();
  await page.locator(`html[lang^="${language}"]`).waitFor();
};
