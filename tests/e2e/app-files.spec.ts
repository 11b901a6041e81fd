import { expect } from '@playwright/test';
import { test } from './journey.ts';

test('a file of the app that is cut off on its way is said by name, and fetched at the next try', async ({
  laptop,
}, testInfo) => {
  test.skip(testInfo.project.metadata.shell === 'hosted', 'the hosted app has its files on the disk');
  const { page } = laptop;
  const forms = /\/assets\/forms-[^/]+\.js$/;
  await page.evaluate(async () => {
    const workers = await navigator.serviceWorker.getRegistrations();
    await Promise.all(workers.map((worker) => worker.unregister()));
    await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
  });
  await page.route(forms, (route) => route.abort());
  await page.reload();
  await expect(page.getByRole('heading', { name: 'A part of the app could not be read.' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Restore from the safety copy' })).toHaveCount(0);
  await page.unroute(forms);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('button', { name: /Just write/ })).toBeVisible();
});
