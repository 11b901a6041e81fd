import { expect } from '@playwright/test';
import { test } from './journey.ts';

test('a version is kept and named, what changed since is shown by words, and it is restored for good', async ({
  laptop,
  desk,
}) => {
  let { page } = laptop;
  await desk.enter('Just write');
  const id = await desk.begin('pledge');
  const description = desk.text('description');
  await desk.text('title').fill('Registration desks in every district');
  await description.fill('Each district opens one desk. Two officers work there.');
  await page.keyboard.press('ControlOrMeta+s');
  await expect(page.getByText(/^Version kept at/)).toBeVisible();
  await page
    .locator('.keep-note')
    .getByRole('textbox', { name: 'Name of this version' })
    .fill('Sent to the ministry');
  await page.keyboard.press('Enter');
  await expect(page.locator('.keep-note')).toHaveCount(0);

  // Twice without a change is no second version.
  await page.keyboard.press('ControlOrMeta+s');
  await expect(page.getByText('Nothing has changed since “Sent to the ministry”')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tab', { name: 'History' })).toHaveAccessibleName(/1/);

  await description.fill('Each district opens one mobile desk. Two officers work there.');
  await desk.text('title').fill('Desks');
  await desk.text('measure').fill('Births registered');
  await desk.everythingIsSaved();
  await page.getByRole('tab', { name: 'History' }).click();
  await page.getByRole('button', { name: /Sent to the ministry/ }).click();
  const reading = page.getByRole('region', { name: 'Sent to the ministry' });
  await expect(reading.locator('ins', { hasText: 'mobile' })).toBeVisible();
  await expect(reading.locator('del', { hasText: 'Registration' })).toBeVisible();
  await page.keyboard.press('F7');
  await expect(reading.getByRole('status').first()).toContainText(/Change 1 of \d/);

  await reading
    .locator('.form-row', { hasText: 'mobile' })
    .getByRole('button', { name: 'Restore this field' })
    .click();
  await expect(reading.locator('ins', { hasText: 'mobile' })).toHaveCount(0);
  // With other changes before one's eyes, the first one is next again.
  await page.keyboard.press('F7');
  await expect(reading.getByRole('status').first()).toContainText('Change 1 of 2');
  await reading.getByRole('button', { name: 'Back to the form' }).click();
  await expect(description).toHaveValue('Each district opens one desk. Two officers work there.');
  await expect(desk.text('title')).toHaveValue('Desks');

  await page.getByRole('button', { name: /Sent to the ministry/ }).click();
  await reading.getByRole('button', { name: 'Restore this version' }).click();
  await expect(reading.getByText('The document is the same as this version.')).toBeVisible();
  await laptop.reopen();
  page = laptop.page;
  await desk.open(id);
  await expect(desk.text('title')).toHaveValue('Registration desks in every district');
  await page.getByRole('tab', { name: 'History' }).click();
  await expect(page.getByRole('button', { name: /Sent to the ministry/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /Before a version was restored/ }).first()).toBeVisible();
});
