import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
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
  await expect(bar).toContainText('The table is saved.');
  if (process.env.SHOT) {
    await desk.page.screenshot({ path: `${process.env.SHOT}-wide.png` });
    await desk.page.emulateMedia({ colorScheme: 'dark' });
    await desk.page.setViewportSize({ width: 400, height: 700 });
    await desk.page.screenshot({ path: `${process.env.SHOT}-dark-narrow.png` });
    await desk.page.setViewportSize({ width: 1280, height: 800 });
  }
  await row('First pledge').focus();
  await desk.page.keyboard.press('Control+a');
  await expect(bar).toContainText('3 documents selected');
  await desk.page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
});
