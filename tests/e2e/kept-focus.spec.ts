import { expect, type Page } from '@playwright/test';
import { bringFurniture, furnish } from './furnished-desk.ts';
import { test } from './journey.ts';
import { Keyboard } from './keyboard-writer.ts';

/** What has the focus, as a selector of its own would say it; nothing at all is the page itself. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { localName = '', className = '' } = document.activeElement ?? {};
    return localName === 'body' ? '' : `${localName}.${className}`;
  });

test('the keyboard goes on where a button went away with what it did, in each room', async ({
  network,
  desk,
}) => {
  test.setTimeout(240_000);
  const { page } = desk;
  const keyboard = new Keyboard(page);
  const brought = await bringFurniture(network.url);
  await desk.enter();
  const { note, faulty, earlier, bundle } = await furnish(desk, brought);
  const pressed = async (name: string | RegExp) => {
    await page.getByRole('button', { name }).first().focus();
    await page.keyboard.press('Enter');
  };
  const chosen = async (button: string, name: string, buffer: Buffer) => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), pressed(button)]);
    await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer });
  };

  await test.step('Bring in: a file is chosen, looked at and left', async () => {
    await desk.goTo('#/bring-in');
    await chosen('Choose files', 'pledges.csv', Buffer.from('Title,Entity\nOpen data,City\nBoats,Town\n'));
    await expect(page.getByText('2 documents found')).toBeVisible();
    await expect.poll(() => focused(page)).toBe('div.bring-in');
    await keyboard.tabTo('Make 2 drafts', ({ name }) => name === 'Make 2 drafts');
    await pressed('Leave this file');
    await expect(page.getByText('Drop files here')).toBeVisible();
    await expect.poll(() => focused(page)).not.toBe('');
  });

  await test.step('Hand over: a bundle is taken and its answer closed', async () => {
    await desk.goTo('#/hand-over');
    await chosen('Choose a bundle', 'a.deskbundle', Buffer.from(bundle));
    await pressed(/^Bring in \d/);
    await expect(page.getByText(/(was|were) brought in/)).toBeVisible();
    await expect.poll(() => focused(page)).not.toBe('');
    await pressed('Close');
    await expect.poll(() => focused(page)).not.toBe('');
  });

  await test.step('History: a name comes and goes, a field is restored, Escape leads back', async () => {
    await desk.open(note);
    await page.getByRole('tab', { name: /^History/ }).click();
    const version = page.getByRole('button', { name: /Sent to the ministry/ });
    await version.focus();
    await page.keyboard.press('Enter');
    await pressed('Delete name');
    await expect(page.getByRole('button', { name: 'Give it a name' })).toBeVisible();
    await expect.poll(() => focused(page)).toBe('div.reading-actions');
    await pressed('Restore this field');
    await expect(page.getByText('The document is the same as this version.')).toBeVisible();
    await expect.poll(() => focused(page)).not.toBe('');
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toBe('button.version');
  });

  await test.step('Ctrl+S and Escape: back in the text that was being written', async () => {
    await desk.text('context').fill('Words.');
    await page.keyboard.press('ControlOrMeta+s');
    await expect(page.locator('.keep-note')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(desk.text('context')).toBeFocused();
  });

  await test.step('Ctrl+S, and Escape from another text: the words go on there', async () => {
    await page.keyboard.press('ControlOrMeta+s');
    await expect(page.locator('.keep-note')).toBeVisible();
    await desk.text('strategy').click();
    await page.keyboard.press('Escape');
    await expect(page.locator('.keep-note')).toHaveCount(0);
    await expect(desk.text('strategy')).toBeFocused();
  });

  await test.step('the Editor: a draft goes over to a newer form, a fix is made and taken back', async () => {
    await desk.open(earlier);
    await pressed('See what changes');
    await pressed('Go over to version 2');
    await expect(page.locator('.upgrade-note')).toHaveCount(0);
    await expect(page.locator('.checks-foot')).toContainText('version 2');
    await expect.poll(() => focused(page)).not.toBe('');
    await desk.open(faulty);
    await pressed('Swap the dates');
    await expect.poll(() => focused(page)).not.toBe('');
    await pressed('Put back');
    await expect.poll(() => focused(page)).not.toBe('');
  });

  await test.step('Export: Escape leads back to its button', async () => {
    await pressed('Export');
    await expect(page.getByRole('dialog', { name: 'Export this document' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Export' })).toBeFocused();
  });
});
