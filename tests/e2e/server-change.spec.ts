import { expect } from '@playwright/test';
import { viewNetwork } from '#tests/support/network-view.ts';
import { startSandboxProcess } from '#tests/support/sandbox-process.ts';
import { test } from './journey.ts';

test('[CL13] another server is a space of its own: nothing goes there that is not its own, and all is there again', async ({
  laptop,
  desk,
  atNetwork,
}) => {
  const other = await startSandboxProcess();
  const atOther = viewNetwork(other);
  const titlesAt = async (view: typeof atNetwork) =>
    [...(await view.documents()).values()].map(({ fields }) => fields.title);
  const use = async (address: string) => {
    await desk.goTo('#/settings');
    await desk.page.getByRole('textbox', { name: 'Address' }).fill(address);
    await desk.page.getByRole('button', { name: 'Use this address' }).click();
  };
  try {
    await desk.enter();
    const first = await desk.begin('pledge');
    await desk.text('title').fill('For the first server');
    await expect.poll(() => titlesAt(atNetwork), { timeout: 60_000 }).toEqual(['For the first server']);

    await use(other.url);
    await desk.openRoom('Desk');
    await expect(desk.page.getByText('Your desk is empty.')).toBeVisible();
    await desk.begin('pledge');
    await desk.text('title').fill('For the second server');
    await expect.poll(() => titlesAt(atOther), { timeout: 60_000 }).toEqual(['For the second server']);

    await use(laptop.cable.url);
    await desk.open(first);
    await expect(desk.text('title')).toHaveValue('For the first server');
    await desk.text('title').fill('Still for the first server');
    await expect.poll(() => titlesAt(atNetwork), { timeout: 60_000 }).toEqual(['Still for the first server']);
    expect(await titlesAt(atOther)).toEqual(['For the second server']);
  } finally {
    await other.dispose();
  }
});
