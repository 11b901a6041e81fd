import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { test } from './journey.ts';

test('where the browser gives no more room, it is said at once, and what was typed is saved when there is room again', async ({
  laptop,
  desk,
}) => {
  await desk.enter();
  const id = await desk.begin('pledge');
  await desk.text('title').fill('Written while there was room');
  await desk.everythingIsSaved();
  await laptop.goOffline();

  const devtools = await desk.page.context().newCDPSession(desk.page);
  const { origin } = new URL(desk.page.url());
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  const full = desk.page.getByText('The disk of this laptop is full.').first();
  let partners = '';
  // Chromium goes on for half a minute with the room that it measured last.
  await expect
    .poll(
      async () => {
        partners = randomUUID();
        await desk.text('partners').fill(partners);
        return full.isVisible();
      },
      { timeout: 60_000, intervals: [500] },
    )
    .toBe(true);
  await desk.text('title').fill('Written when there was none');

  await devtools.send('Storage.overrideQuotaForOrigin', { origin });
  await desk.everythingIsSaved();
  await laptop.kill();
  await laptop.start();
  await desk.open(id);
  await expect(desk.text('title')).toHaveValue('Written when there was none');
  await expect(desk.text('partners')).toHaveValue(partners);
});
