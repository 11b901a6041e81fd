import { expect } from '@playwright/test';
import { Document, HeadingLevel, Packer, Paragraph } from 'docx';
import { test } from './journey.ts';

const csv = [
  'Título del compromiso;Entidad;Objetivos;País',
  'Registro civil móvil;Municipio de A;1;Chile',
  'Ventanilla única;"Municipio de B;99;Narnia',
  'Datos abiertos;Municipio de C;3;Perú',
].join('\r\n');

const heading = (text: string) => new Paragraph({ text, heading: HeadingLevel.HEADING_1 });

test('a table with a bad row and a Word file come in; the person sees first, and places the rest', async ({
  desk,
}) => {
  const { page } = desk;
  await desk.enter('Just write');
  await page.getByRole('button', { name: 'Bring in…' }).click();
  await expect(page.getByRole('heading', { name: 'Bring in', level: 1 })).toBeVisible();

  const choose = async (name: string, mimeType: string, buffer: Buffer) => {
    await page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer });
  };
  await choose('pledges.csv', 'text/csv', Buffer.from(csv, 'latin1'));
  await expect(page.getByText('3 documents found')).toBeVisible();
  await expect(page.getByText('Windows-1252')).toBeVisible();
  const bad = page.getByRole('listitem').filter({ hasText: 'Row 3' });
  await expect(bad.getByRole('checkbox')).not.toBeChecked();
  await expect(bad).toContainText('The quotation marks of this row do not match');
  await page.getByRole('button', { name: 'Make 2 drafts' }).click();
  await expect(page.getByText('2 drafts were made.')).toBeVisible();
  await page.getByRole('button', { name: 'Go to the Desk' }).click();
  await expect(page.getByText('Registro civil móvil')).toBeVisible();
  await expect(page.getByText('Datos abiertos')).toBeVisible();

  const word = new Document({
    sections: [
      {
        children: [
          new Paragraph({ text: 'Harvest without borders', heading: HeadingLevel.TITLE }),
          heading('1. Context and rationale'),
          new Paragraph('Families cross the lake for the harvest.'),
          heading('Our weather'),
          new Paragraph('It rains in March.'),
          heading('Thanks'),
          new Paragraph('To everybody.'),
        ],
      },
    ],
  });
  await desk.goTo('#/bring-in');
  await choose('note.docx', 'application/octet-stream', Buffer.from(await Packer.toBuffer(word)));
  await expect(page.getByText('2 pieces have no place yet.')).toBeVisible();
  const weather = page.getByRole('listitem').filter({ hasText: 'Our weather' });
  await weather.getByRole('combobox', { name: 'Field' }).fill('Sustainability');
  await weather.getByRole('combobox', { name: 'Field' }).press('Enter');
  await expect(page.getByText('1 piece has no place yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Make a draft' }).click();
  await expect(page.locator('[data-path="title"]').first()).toBeVisible();
  await expect(desk.text('title')).toHaveValue('Harvest without borders');
  await expect(desk.text('context')).toHaveValue('Families cross the lake for the harvest.');
  await expect(desk.text('sustainability')).toHaveValue('Our weather\nIt rains in March.');
  await expect(desk.text('importedFrom')).toHaveValue('note.docx');
  await expect(page.locator('[data-path="imported"]').first()).toContainText('To everybody.');
});

test('a file that is dropped on the Desk is looked at in the room for it', async ({ desk }) => {
  const { page } = desk;
  await desk.enter('Just write');
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['title\nA mobile registry\n'], 'one.csv', { type: 'text/csv' }));
    window.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
  });
  await expect(page.getByText('1 document found')).toBeVisible();
  await page.getByRole('button', { name: 'Make 1 draft' }).click();
  await expect(desk.text('title')).toHaveValue('A mobile registry');
});

test('an amount of two readings is asked about, and a batch that was not wanted is taken back', async ({
  desk,
}) => {
  const { page } = desk;
  await desk.enter('Just write');
  await desk.goTo('#/bring-in');
  const rows = Array.from({ length: 300 }, (_, index) => `Pledge ${index},USD 1.500`);
  const buffer = Buffer.from(['title,amount', ...rows].join('\n'));
  const choose = () =>
    page.locator('input[type=file]').setInputFiles({ name: 'many.csv', mimeType: 'text/csv', buffer });
  await choose();
  await expect(page.getByText('Some amounts can be read in two ways.')).toBeVisible();
  await page.getByRole('button', { name: '1.234,50' }).click();
  await expect(page.getByText('Amounts are read as in 1.234,50.')).toBeVisible();
  await expect(page.getByText('300 documents found')).toBeVisible();
  await page.getByRole('button', { name: 'Make 300 drafts' }).click();
  await expect(page.getByText('300 drafts were made.')).toBeVisible();
  await page.getByRole('button', { name: 'Take back' }).click();
  await expect(page.getByText('300 drafts were taken back; they are in the bin.')).toBeVisible();
});
