import { expect } from '@playwright/test';
import failures from '#shared/messages/en/failure.json' with { type: 'json' };
import { sample } from './documents.ts';
import { test } from './journey.ts';

test('(b) the answer to a submission is lost, and the Network has it exactly once', async ({
  laptop,
  desk,
  atNetwork,
}) => {
  await desk.enter();
  const { id } = await desk.write('pledge', sample('pledge-civil-registration-en'));
  laptop.cable.dropAnswerOnce(({ method, path }) => method === 'PUT' && path.startsWith('/v1/submissions/'));
  await desk.submit(id, 'pledge');
  const receipt = await desk.receiptOf(id);

  const tried = laptop.cable.requests().filter(({ method }) => method === 'PUT');
  expect(new Set(tried.map(({ path }) => path)).size).toBe(1);
  expect((await atNetwork.receipts()).map(({ receiptNo, doc }) => [receiptNo, doc])).toEqual([[receipt, id]]);

  // Receipts are numbered in order: a second submission of the first document would have taken a number.
  const next = await desk.write('pledge', sample('pledge-civil-registration-en'));
  await desk.submit(next.id, 'pledge');
  const numberOf = (receiptNo: string): number => Number(receiptNo.split('-').at(-1));
  expect(numberOf(await desk.receiptOf(next.id))).toBe(numberOf(receipt) + 1);
});

test('(c) with the server down the Outbox says so in words, and empties by itself', async ({
  network,
  desk,
  atNetwork,
}) => {
  await desk.enter();
  const { id } = await desk.write('pledge', sample('pledge-civil-registration-en'));
  await network.kill();
  await desk.submit(id, 'pledge');

  const waiting = desk.page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: 'Submission, round 1' });
  await expect(waiting).toContainText(failures['failure.connection.what']);
  await expect(desk.page.getByRole('main')).toContainText(/Tried to connect [3-9] times\. Next try at/, {
    timeout: 90_000,
  });

  await network.start();
  await expect(desk.page.getByRole('main')).toContainText(/Receipt TRAIN-/, { timeout: 90_000 });
  await expect(desk.page.getByRole('heading', { name: /^Waiting/ })).toBeHidden();
  await expect(desk.page.getByRole('link', { name: 'Outbox', exact: true })).toBeVisible();
  expect((await atNetwork.documents()).get(id)?.stage).toBe('submitted');
});
