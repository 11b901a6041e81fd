import { expect } from '@playwright/test';
import { DeskPage } from './desk-page.ts';
import { sample } from './documents.ts';
import { test } from './journey.ts';

test('(e) two laptops change different fields of one document, and both changes are on both', async ({
  openLaptop,
  atNetwork,
}) => {
  const [first, second] = [await openLaptop(), await openLaptop()];
  const [here, there] = [new DeskPage(first), new DeskPage(second)];
  await here.enter();
  await there.enter();
  const { id, values } = await here.write('pledge', sample('pledge-civil-registration-en'));
  await expect
    .poll(async () => (await atNetwork.documents()).get(id)?.fields.partners, { timeout: 60_000 })
    .toBe(values.partners);
  await there.sendNow();
  await there.openRoom('Desk');
  await expect(there.page.getByRole('grid')).toContainText(String(values.title));
  await there.open(id);
  await expect(there.text('measure')).toHaveValue(String(values.measure));

  await first.goOffline();
  await second.goOffline();
  await here.text('measure').fill('Births registered within thirty days: 9 in 10');
  await there.text('partners').fill('Two universities and the association of midwives.');
  await here.everythingIsSaved();
  await there.everythingIsSaved();
  await first.goOnline();
  await second.goOnline();

  const both = {
    measure: 'Births registered within thirty days: 9 in 10',
    partners: 'Two universities and the association of midwives.',
  };
  await expect
    .poll(async () => (await atNetwork.documents()).get(id)?.fields, { timeout: 60_000 })
    .toMatchObject(both);
  for (const desk of [here, there]) {
    await desk.sendNow();
    await desk.open(id);
    await expect(desk.text('measure')).toHaveValue(both.measure);
    await expect(desk.text('partners')).toHaveValue(both.partners);
  }
});
