import { expect } from '@playwright/test';
import { sample } from './documents.ts';
import { test } from './journey.ts';
import { savedCopy } from './saved-copy.ts';

/** The worker that seals, and the policy that it runs under, are the host's. */
test('a practice is saved as a bundle behind a passphrase, which opens again', async ({ laptop, desk }) => {
  const { page } = desk;
  await desk.enter('Just write');
  const { id } = await desk.write('practice', { title: sample('practice-returnee-mentors-en').title ?? '' });
  await desk.goTo(`#/hand-over?docs=${id}`);
  await page.getByLabel('Passphrase').fill('a long night');
  const bundle = await savedCopy(laptop, () => page.getByRole('button', { name: 'Save the bundle' }).click());
  expect(bundle.includes('returned themselves')).toBe(false);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'a.deskbundle', mimeType: 'application/zip', buffer: bundle });
  const bringIn = page.getByRole('region', { name: 'Bring in a bundle' });
  await bringIn.getByLabel('Passphrase').fill('a long night');
  await bringIn.getByRole('button', { name: 'Open it' }).click();
  await expect(bringIn.getByRole('list', { name: 'Documents in this bundle' })).toContainText(
    'The same as here',
    {
      timeout: 60_000,
    },
  );
});
