import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import type { FieldMap } from '#shared/domain/field-value.ts';
import { repairsNeeded, wordText } from '#tests/support/word-checks.ts';
import { sample } from './documents.ts';
import { test } from './journey.ts';

test('a concept note goes out as Word: what was written and the total of the budget, and no contact', async ({
  desk,
}) => {
  await desk.enter();
  const whole = sample('concept-note-cuenca-lago-es');
  const written = Object.fromEntries(
    Object.entries(whole).filter(([path]) =>
      /^(title|organizations|theoryOfChange|currency|budget)(\/|$)/.test(path),
    ),
  );
  await desk.write('concept-note', written);
  await desk.page.getByRole('button', { name: 'Export' }).click();
  const menu = desk.page.getByRole('dialog', { name: 'Export this document' });
  await expect(menu.getByRole('checkbox', { name: 'Include contact persons' })).not.toBeChecked();
  const exportWord = async (): Promise<string> => {
    const [download] = await Promise.all([
      desk.page.waitForEvent('download'),
      menu.getByRole('button', { name: /^Word/ }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^Contratación justa y escuela .*\.docx$/);
    const bytes = readFileSync(await download.path());
    expect(repairsNeeded(bytes)).toEqual([]);
    return wordText(bytes).join('\n');
  };
  const without = await exportWord();
  expect(without).toContain(String(whole.theoryOfChange));
  expect(without).toContain('2,015,539.75');
  expect(without).not.toContain('@');
  await expect(menu.getByRole('status')).toContainText('see its downloads');

  await menu.getByText('Include contact persons').click();
  expect(await exportWord()).toContain(String(whole['organizations/AW077CR1T2/contactEmail']));
});

test('a practice in Arabic goes out with its questions and lists in Arabic, and stays in a form in English', async ({
  desk,
}) => {
  await desk.enter();
  const { title, objectives, sdgTargets, summary } = sample('practice-coastal-rescue-ar');
  await desk.write('practice', { title, objectives, sdgTargets, textLanguage: 'ar', summary } as FieldMap);
  const { page } = desk;
  await expect(desk.text('summary')).toHaveAttribute('lang', 'ar');
  await expect(page.locator('[data-path="summary"]')).toContainText('Summary');
  await page.getByRole('button', { name: 'Export' }).click();
  const menu = page.getByRole('dialog', { name: 'Export this document' });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    menu.getByRole('button', { name: /^Word/ }).click(),
  ]);
  const text = wordText(readFileSync(await download.path())).join('\n');
  expect(text).toContain('الأهداف الرئيسية');
  expect(text).toContain('إنقاذ الأرواح وبذل جهود دولية منسقة بشأن المهاجرين المفقودين');
  expect(text).not.toContain('Summary');
});
