import { expect } from '@playwright/test';
import { DeskPage } from './desk-page.ts';
import { test } from './journey.ts';

/** Something of this many bytes that begins as a PDF does. */
const pdf = (sizeBytes: number): Buffer =>
  Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(sizeBytes - 9, 'A letter of the ministry. ')]);

test('(h) a file is added without a connection, goes to the Network afterwards, and can be had on another laptop', async ({
  laptop,
  desk,
  openLaptop,
}) => {
  await desk.enter();
  const id = await desk.begin('pledge');
  await desk.text('title').fill('A pledge with a letter');
  await laptop.goOffline();
  const field = desk.page.locator('[data-path="attachments"], [data-path="attachment"]').first();
  const chooser = field.locator('input[type="file"]');
  await chooser.setInputFiles({
    name: 'letter.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('MZ no pdf at all \0'),
  });
  await expect(field.getByRole('alert')).toContainText('letter.pdf is not one of the types that are taken');
  await chooser.setInputFiles({
    name: '../letter\u202e.pdf',
    mimeType: 'application/pdf',
    buffer: pdf(300_000),
  });
  await expect(field.getByRole('listitem')).toContainText('letter.pdf');
  await expect(field.getByRole('listitem')).toContainText('to be sent');
  await desk.everythingIsSaved();
  await laptop.goOnline();
  await expect(field.getByRole('listitem')).toContainText('received by the Network', { timeout: 60_000 });

  const otherLaptop = await openLaptop();
  await otherLaptop.goOffline();
  const other = new DeskPage(otherLaptop);
  await other.enter();
  // The link to a document reaches the laptop before the document does.
  await other.goTo(`#/documents/${id}`);
  await expect(
    other.page.getByRole('heading', { name: 'There is nothing at this address.', level: 1 }),
  ).toBeVisible();
  await otherLaptop.goOnline();
  await expect(other.text('title')).toHaveValue('A pledge with a letter', { timeout: 60_000 });
  const there = other.page.locator('[data-path="attachments"], [data-path="attachment"]').first();
  await expect(there.getByRole('listitem')).toContainText('at the Network only', { timeout: 60_000 });
  await there.getByRole('button', { name: 'Save a copy' }).click();
  await expect(there.getByRole('listitem')).toContainText('received by the Network', { timeout: 60_000 });
});
