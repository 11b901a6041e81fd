import { expect } from '@playwright/test';
import { sample } from './documents.ts';
import { test } from './journey.ts';

for (const how of ['removed', 'garbled'] as const) {
  test(`JO3, JO4: what was written, and what was kept of it, is there again after the files of the store were ${how}`, async ({
    laptop,
    desk,
    atNetwork,
  }) => {
    await desk.enter();
    const { id, values } = await desk.write('pledge', sample('pledge-civil-registration-en'));
    await desk.everythingIsSaved();
    await desk.page.keyboard.press('ControlOrMeta+s');
    const keep = desk.page.locator('.keep-note');
    await keep.getByRole('textbox', { name: 'Name of this version' }).fill('Sent to the ministry');
    await desk.page.keyboard.press('Enter');
    await expect(keep).toHaveCount(0);
    // What goes on the wire is in the safety copy before it goes.
    await expect
      .poll(async () => (await atNetwork.documents()).get(id)?.fields.measure, { timeout: 60_000 })
      .toBe(values.measure);
    await desk.text('partners').fill('The midwives of the coast');
    await expect
      .poll(async () => (await atNetwork.documents()).get(id)?.fields.partners, { timeout: 60_000 })
      .toBe('The midwives of the coast');
    await laptop.goOffline();
    await laptop.kill();
    laptop.damageStore(how);
    await laptop.start();

    const restore = desk.page.getByRole('button', { name: 'Restore from the safety copy' });
    const told = desk.page.getByText('came back from the safety copy');
    await expect(restore.or(told).first()).toBeVisible();
    // A store that cannot be opened is only removed when the person says so.
    if (await restore.isVisible()) await restore.click();
    await expect(told).toBeVisible();
    await expect(desk.page.getByRole('banner')).toContainText('Ana Ruiz Delgado');
    await desk.open(id);
    for (const path of ['title', 'measure'] as const)
      await expect(desk.text(path)).toHaveValue(String(values[path]));
    await desk.page.getByRole('tab', { name: 'History' }).click();
    await desk.page.getByRole('button', { name: /Sent to the ministry/ }).click();
    const reading = desk.page.getByRole('region', { name: 'Sent to the ministry' });
    await expect(reading.locator('ins', { hasText: 'The midwives' })).toBeVisible();
    await reading.getByRole('button', { name: 'Back to the form' }).click();
    await desk.text('measure').fill('Written after the loss');
    await desk.everythingIsSaved();

    await laptop.goOnline();
    await expect
      .poll(async () => (await atNetwork.documents()).get(id)?.fields.measure, { timeout: 60_000 })
      .toBe('Written after the loss');
  });
}
