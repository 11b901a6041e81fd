import { expect } from '@playwright/test';
import { sample } from './documents.ts';
import { test } from './journey.ts';

for (const how of ['removed', 'garbled'] as const) {
  test(`JO3: what was written is there again after the files of the store were ${how}`, async ({
    laptop,
    desk,
    atNetwork,
  }) => {
    await desk.enter();
    const { id, values } = await desk.write('pledge', sample('pledge-civil-registration-en'));
    await desk.everythingIsSaved();
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
    await desk.text('measure').fill('Written after the loss');
    await desk.everythingIsSaved();

    await laptop.goOnline();
    await expect
      .poll(async () => (await atNetwork.documents()).get(id)?.fields.measure, { timeout: 60_000 })
      .toBe('Written after the loss');
  });
}
