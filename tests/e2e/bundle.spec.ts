import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { DeskPage } from './desk-page.ts';
import { test } from './journey.ts';

test('[OB1][OB6] a bundle brings a document to a colleague, who sends what waits in its author’s name; it is received once', async ({
  openLaptop,
  atNetwork,
}) => {
  const [first, second] = [await openLaptop(), await openLaptop()];
  const [ana, leila] = [new DeskPage(first), new DeskPage(second)];
  // The practice Network signs everybody in as the same person unless another is asked for.
  await leila.page
    .context()
    .route('**/v1/training/session', (route) =>
      route.continue({ postData: JSON.stringify({ account: 'leila' }) }),
    );
  await ana.enter();
  await ana.begin('pledge');
  await ana.text('title').fill('Mobile registration');
  await ana.everythingIsSaved();
  await expect(ana.statusLine).toContainText('Up to date', { timeout: 60_000 });
  await ana.page.getByRole('tab', { name: /^People/ }).click();
  const panel = ana.page.getByRole('complementary', { name: 'People' });
  await panel.getByLabel('E-mail address').fill('leila@training.example');
  await panel.getByRole('button', { name: 'Invite' }).click();
  await expect(panel).toContainText('Leila Haddad', { timeout: 60_000 });
  const [id] = [...(await atNetwork.documents()).keys()];
  if (id === undefined) throw new Error('the Network has no document');

  await leila.enter();
  await leila.sendNow();
  await leila.openRoom('Desk');
  await expect(leila.page.getByRole('grid')).toContainText('Mobile registration');

  // Both change the title without a connection; she also writes something that nobody else touched.
  await first.goOffline();
  await second.goOffline();
  await leila.open(id);
  await leila.text('title').fill('Registration by boat');
  await leila.everythingIsSaved();
  await ana.text('title').fill('Registration by bus');
  await ana.text('partners').fill('Two universities');
  await ana.everythingIsSaved();

  await ana.page.goto(`${new URL(ana.page.url()).origin}/#/hand-over`);
  await ana.page.getByLabel('Passphrase').fill('a long night');
  await expect(ana.page.getByText('1 document,')).toBeVisible();
  const download = ana.page.waitForEvent('download');
  await ana.page.getByRole('button', { name: 'Save the bundle' }).click();
  const bundle = await (await download).path();
  await expect(ana.page.getByText(/^The bundle was saved as/)).toBeVisible();
  expect((await readFile(bundle)).includes('Registration by bus')).toBe(false);

  await leila.page.goto(`${new URL(leila.page.url()).origin}/#/hand-over`);
  await leila.page
    .locator('input[type=file]')
    .setInputFiles({ name: 'a.deskbundle', mimeType: 'application/zip', buffer: await readFile(bundle) });
  const bringIn = leila.page.getByRole('region', { name: 'Bring in a bundle' });
  await bringIn.getByLabel('Passphrase').fill('a long day');
  await bringIn.getByRole('button', { name: 'Open it' }).click();
  await expect(bringIn).toContainText('This is not the passphrase', { timeout: 20_000 });
  await bringIn.getByLabel('Passphrase').fill('a long night');
  await bringIn.getByRole('button', { name: 'Open it' }).click();
  await expect(bringIn).toContainText('Differs in 2 places', { timeout: 20_000 });
  await bringIn.getByRole('button', { name: 'Bring in 1 document' }).click();
  await expect(bringIn).toContainText('In 1 document two versions wait for you.');
  await expect(leila.page.getByRole('region', { name: 'To send for others' })).toContainText(
    'Goes as soon as the Network answers',
  );

  await second.goOnline();
  await expect(leila.page.getByRole('region', { name: 'To send for others' })).toContainText('Sent.', {
    timeout: 60_000,
  });
  const sent = { title: 'Registration by bus', partners: 'Two universities' };
  await expect
    .poll(async () => (await atNetwork.documents()).get(id)?.fields, { timeout: 60_000 })
    .toMatchObject(sent);

  await first.goOnline();
  await ana.sendNow();
  await expect(ana.statusLine).toContainText('Up to date', { timeout: 60_000 });
  const found = (await atNetwork.documents()).get(id);
  expect(found?.fields).toMatchObject(sent);

  // What the colleague wrote in the same field is not lost: it waits beside what was sent.
  await leila.page.goto(`${new URL(leila.page.url()).origin}/#/documents/${id}/compare`);
  await expect(leila.page.getByText('Registration by boat').first()).toBeVisible();
  await expect(leila.page.getByText('Registration by bus').first()).toBeVisible();
});
