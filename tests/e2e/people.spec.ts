import { expect } from '@playwright/test';
import { test } from './journey.ts';

test('[ME5] somebody is invited without a connection, gets another role, and is taken out again', async ({
  laptop,
  desk,
}) => {
  await desk.enter();
  await desk.begin('pledge');
  await desk.text('title').fill('Mobile registration teams');
  await desk.everythingIsSaved();
  await expect(desk.statusLine).toContainText('Up to date', { timeout: 60_000 });
  await desk.page.getByRole('tab', { name: /^People/ }).click();
  const panel = desk.page.getByRole('complementary', { name: 'People' });
  await expect(panel).toContainText('Only you work on this.');

  const invite = async (address: string) => {
    await panel.getByLabel('E-mail address').fill(address);
    await panel.getByRole('button', { name: 'Invite' }).click();
  };
  await invite('leila at training');
  await expect(panel).toContainText('This is not an e-mail address');

  await laptop.goOffline();
  await invite('leila@training.example');
  await invite('somebody@elsewhere.example');
  const leila = panel.getByRole('listitem').filter({ hasText: 'leila@training.example' });
  await expect(leila).toContainText('The invitation waits for a connection.');
  await laptop.goOnline();
  await expect(leila).toContainText('Leila Haddad', { timeout: 60_000 });
  await expect(panel.getByRole('listitem').filter({ hasText: 'elsewhere' })).toContainText(
    'invited as Editor, has not signed in yet',
  );
  const own = panel.getByRole('listitem').filter({ hasText: 'training@training.example' });
  await expect(own).toContainText('you');
  await expect(own.getByRole('button')).toHaveCount(0);

  await leila.getByRole('button', { name: /Editor/ }).click();
  await desk.page.getByRole('option', { name: 'Reader' }).click();
  await expect(leila.getByRole('button', { name: /Reader/ })).toBeVisible({ timeout: 60_000 });
  await leila.getByRole('button', { name: 'Take out' }).click();
  await leila.getByRole('group').getByRole('button', { name: 'Take out' }).click();
  await expect(leila).toHaveCount(0, { timeout: 60_000 });
});
