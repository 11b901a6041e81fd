import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { unzipSync } from 'fflate';
import { test } from './journey.ts';

test('documents are picked on the Desk by keyboard and go out as a table', async ({ desk }) => {
  await desk.enter();
  for (const title of ['First pledge', 'Second pledge', 'Third pledge']) {
    await desk.write('pledge', { title, contactEmail: 'somebody@example.org' });
    await desk.openRoom('Desk');
  }
  const row = (title: string) => desk.page.getByRole('row').filter({ hasText: title });
  const bar = desk.page.getByRole('region', { name: 'Selected documents' });
  await row('Third pledge').focus();
  await desk.page.keyboard.press('Space');
  await expect(bar).toContainText('1 document selected');
  await row('First pledge').click({ modifiers: ['Shift'] });
  await expect(bar).toContainText('3 documents selected');
  await row('Second pledge').hover();
  await row('Second pledge').getByRole('button', { name: 'Select this document' }).click();
  await expect(row('Second pledge')).toHaveAttribute('aria-selected', 'false');
  await expect(bar.getByRole('checkbox', { name: 'Include contact persons' })).not.toBeChecked();
  const [download] = await Promise.all([
    desk.page.waitForEvent('download'),
    bar.getByRole('button', { name: 'Export as a table' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^compact-desk-.*\.csv$/);
  const csv = readFileSync(await download.path(), 'utf8');
  expect(csv).toContain('First pledge');
  expect(csv).toContain('Third pledge');
  expect(csv).not.toContain('Second pledge');
  expect(csv).not.toContain('somebody@example.org');
  await expect(bar).toContainText('Handed to the browser: see its downloads.');
  const [files] = await Promise.all([
    desk.page.waitForEvent('download'),
    bar.getByRole('button', { name: 'Word files' }).click(),
  ]);
  const names = Object.keys(unzipSync(readFileSync(await files.path())));
  expect(names.sort()).toEqual(['First pledge.docx', 'Third pledge.docx']);
  for (const colorScheme of ['light', 'dark'] as const) {
    await desk.page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page: desk.page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ target }) => target)])).toEqual([]);
  }
  await row('First pledge').focus();
  await desk.page.keyboard.press('Control+a');
  await expect(bar).toContainText('3 documents selected');
  await desk.page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
});
