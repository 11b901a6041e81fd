import { expect, type Locator } from '@playwright/test';
import { set, signIn } from '#tests/contract/network-client.ts';
import { bring } from './colleague.ts';
import { sample } from './documents.ts';
import { test } from './journey.ts';

test('a number that a colleague changes under the cursor is not overwritten unseen: both are kept', async ({
  desk,
  network,
}) => {
  const { page } = desk;
  const doc = await bring(network.url, 'concept-note', sample('concept-note-long-title-en'));
  await desk.enter();
  await desk.sendNow();
  await desk.openRoom('Desk');
  await desk.open(doc);

  const colleague = await signIn(network.url);
  const writtenBy = async (n: number, path: string, value: string | number) => {
    const known = (await colleague.page()).docs.find(({ id }) => id === doc);
    const pushed = await colleague.pushOne({ doc, n, ops: [set(path, value, known?.fields[path]?.fr)] });
    expect(pushed.outcome).toBe('applied');
  };
  const conflictsIn = (place: Locator) => place.getByText('Two versions of this field');

  const months = desk.text('durationMonths');
  await months.click();
  await writtenBy(1, 'durationMonths', 48);
  // The cursor rests in the field, which goes on to show what it showed; another field tells that the news is here.
  await writtenBy(2, 'title', 'The colleague was here');
  await expect(desk.text('title')).toHaveValue('The colleague was here', { timeout: 60_000 });
  await expect(months).toHaveValue('36');
  await months.press('End');
  await months.pressSequentially('0');
  await expect(conflictsIn(page.locator('[data-path="durationMonths"]'))).toBeVisible();

  const start = page.locator('[data-path="startMonth"]').first();
  await start.getByRole('textbox').click();
  await writtenBy(3, 'startMonth', '2029-03');
  await writtenBy(4, 'title', 'And went on from there');
  await expect(desk.text('title')).toHaveValue('And went on from there', { timeout: 60_000 });
  await start.getByRole('textbox').fill('2031');
  await expect(conflictsIn(start)).toBeVisible();

  const path = 'budget/0000000001/amount/YXYTVKG44Z';
  const cell = page.getByRole('grid').locator(`[data-path="${path}"]`);
  const direct = page.getByRole('grid').locator('[data-look="direct"]');
  const before = await direct.innerText();
  await cell.dblclick();
  await writtenBy(5, path, 70_000);
  await expect(direct).not.toHaveText(before, { useInnerText: true, timeout: 60_000 });
  await expect(cell.getByRole('textbox')).toHaveValue('364,000.00');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('5');
  await page.keyboard.press('Enter');
  await expect(conflictsIn(page.locator('main'))).toHaveCount(3);
  await expect(cell).toHaveText('364,000.05');
});
