import { expect, type Page } from '@playwright/test';
import { sample } from './documents.ts';
import { test } from './journey.ts';

/** The reviewer, in a window of their own at the console. */
async function reviewerAt(page: Page, url: string): Promise<Page> {
  const browser = page.context().browser();
  const reviewer = await (browser === null ? page.context() : await browser.newContext()).newPage();
  await reviewer.goto(`${url}/console`);
  await reviewer.getByRole('button', { name: /^Reviewer/ }).click();
  return reviewer;
}

test('(g) the whole round: submitted, asked for more, answered without a connection, submitted again, accepted', async ({
  network,
  laptop,
  desk,
  atNetwork,
}) => {
  test.setTimeout(240_000);
  await desk.enter();
  const values = sample('pledge-civil-registration-en');
  const { id } = await desk.write('pledge', values);
  await desk.submit(id, 'pledge');
  await desk.receiptOf(id);

  const reviewer = await reviewerAt(desk.page, network.url);
  await reviewer.getByRole('link', { name: String(values.title) }).click();
  await reviewer.getByText('Comment on 28', { exact: true }).click();
  const comment = reviewer.getByLabel(/^Comment on 28\./);
  await comment.fill('Which county health departments?');
  await comment.locator('xpath=ancestor::form').getByRole('button', { name: 'Send' }).click();
  await reviewer.getByLabel('Note to the authors (optional)').fill('One question on the partners.');
  await reviewer.getByRole('button', { name: 'Ask for more information' }).click();
  await expect(reviewer.getByText('Returned (round 2)')).toBeVisible();

  await desk.open(id);
  const panel = desk.page.getByRole('complementary', { name: 'Review' });
  await expect(desk.page.getByText('Returned: round 2.')).toBeVisible({ timeout: 60_000 });
  await desk.page.getByRole('tab', { name: /^Review/ }).click();
  await expect(panel).toContainText('Which county health departments?');

  // Answered where there is no connection: kept here, and said to wait.
  await laptop.goOffline();
  const thread = panel.locator('.thread').filter({ hasText: 'Which county health departments?' });
  await thread.getByRole('button', { name: 'Answer' }).click();
  await thread.getByLabel('Your answer').fill('Those of Kisanga and Tunza.');
  await thread.getByRole('button', { name: 'Send and close' }).click();
  await expect(panel).toContainText('Answered: Which county health departments?');
  const partners = 'The county health departments of Kisanga and Tunza; beach management units.';
  await desk.text('partners').fill(partners);
  await desk.everythingIsSaved();
  await expect(panel).toContainText('Changed since round 1 was received · 1');
  await laptop.goOnline();

  await desk.submit(id, 'pledge');
  await expect
    .poll(async () => (await atNetwork.documents()).get(id)?.stage, { timeout: 90_000 })
    .toBe('submitted');
  await expect(async () => {
    await reviewer.reload();
    await expect(reviewer.locator('#f-partners ins').first()).toBeAttached({ timeout: 2_000 });
    await expect(reviewer.getByText('Those of Kisanga and Tunza.')).toBeAttached();
  }).toPass({ timeout: 60_000 });
  await reviewer.getByRole('button', { name: 'Accept' }).click();
  await expect(reviewer.getByText('Accepted', { exact: true })).toBeVisible();

  await desk.open(id);
  await expect(desk.page.getByText('The Network has closed it.')).toBeVisible({ timeout: 60_000 });
  const receipts = await atNetwork.receipts();
  expect(
    receipts
      .filter(({ doc }) => doc === id)
      .map(({ round }) => round)
      .sort(),
  ).toEqual([1, 2]);
});
