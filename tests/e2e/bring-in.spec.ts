import { expect, type Page } from '@playwright/test';
import { Bookmark, DeletedTextRun, Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import { holdStore } from './held-store.ts';
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

test('what was deleted in Word is shown and can be placed; a house file read as another kind offers its own', async ({
  desk,
}) => {
  const { page } = desk;
  await desk.enter('Just write');
  await desk.goTo('#/bring-in');
  const gone = { id: 1, author: 'L', date: '2026-01-01T00:00:00Z' };
  const children = [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      children: [new Bookmark({ id: 'f_title', children: [new TextRun('Title')] })],
    }),
    new Paragraph('A mobile registry'),
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      children: [new Bookmark({ id: 'f_natures', children: [new TextRun('Nature')] })],
    }),
    new Paragraph({ children: [new TextRun('Policy'), new DeletedTextRun({ ...gone, text: 'and money' })] }),
  ];
  const buffer = await Packer.toBuffer(new Document({ sections: [{ children }] }));
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'pledge.docx', mimeType: 'application/octet-stream', buffer });
  const deleted = page.getByRole('listitem').filter({ hasText: 'Deleted in Word, under “Nature”' });
  await expect(deleted).toContainText('Deleted in Word, not brought in');
  await expect(deleted).toContainText('and money');
  await page.getByRole('button', { name: 'Pledge Bring it in as' }).click();
  await page.getByRole('option', { name: 'Practice' }).click();
  await page.getByRole('button', { name: 'Bring it in as: Pledge' }).click();
  await expect(page.getByRole('button', { name: 'Bring it in as: Pledge' })).toHaveCount(0);
  await deleted.getByRole('button', { name: 'Put back' }).click();
  await expect(page.getByText('1 piece has no place yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Make a draft' }).click();
  await expect(desk.text('title')).toHaveValue('A mobile registry');
  await expect(page.locator('[data-path="imported"]').first()).toContainText('and money');
});

test('a list with a bad entry brings in the good ones, and shows what is in the bad one', async ({
  desk,
}) => {
  const { page } = desk;
  await desk.enter('Just write');
  await desk.goTo('#/bring-in');
  const buffer = Buffer.from('[{"title": "One"}, "not a record", {"title": "Two"}]');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'list.json', mimeType: 'application/json', buffer });
  await expect(page.getByText('1 entry cannot be brought in. The others can.')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Entry 2' })).toContainText('not a record');
  await page.getByRole('button', { name: 'Make 2 drafts' }).click();
  await expect(page.getByText('2 drafts were made.')).toBeVisible();
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

/** Holds the bytes of one file back until `letGo`, so that the person acts while it is being read. */
const holdFile = async (page: Page, name: string) => {
  await page.evaluate((held) => {
    const arrayBuffer = File.prototype.arrayBuffer;
    const { promise, resolve } = Promise.withResolvers<void>();
    window.addEventListener('let-go', () => resolve(), { once: true });
    File.prototype.arrayBuffer = async function () {
      if (this.name === held) await promise;
      return arrayBuffer.call(this);
    };
  }, name);
  return { letGo: () => page.evaluate(() => void window.dispatchEvent(new Event('let-go'))) };
};

const table = (name: string, ...titles: readonly string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(['title', ...titles].join('\n')),
});

test('a file that is left while it is read is not made under the name of the next', async ({ desk }) => {
  const { page } = desk;
  await desk.enter('Just write');
  await desk.goTo('#/bring-in');
  const slow = await holdFile(page, 'slow.csv');
  await page
    .locator('input[type=file]')
    .setInputFiles([table('slow.csv', 'Not wanted'), table('a.csv', 'One', 'Two'), table('b.csv', 'Three')]);
  await expect(page.getByText('Reading slow.csv…')).toBeVisible();
  await page.getByRole('button', { name: 'Leave this file' }).click();
  await expect(page.getByText('2 documents found')).toBeVisible();
  await slow.letGo();
  await page.getByRole('button', { name: 'Make 2 drafts' }).click();
  await expect(page.getByText('File 3 of 3: b.csv')).toBeVisible();
  await page.getByRole('button', { name: 'Make 1 draft' }).click();
  await expect(page.getByText('3 drafts were made.')).toBeVisible();
  await page.getByRole('button', { name: 'Go to the Desk' }).click();
  for (const name of ['One', 'Two', 'Three'])
    await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
  await expect(page.getByText('Not wanted')).toHaveCount(0);
});

test('who leaves the room while a batch is written stays where they went, and finds the report', async ({
  desk,
}) => {
  const { page } = desk;
  await desk.enter('Just write');
  await desk.goTo('#/bring-in');
  await page.locator('input[type=file]').setInputFiles(table('one.csv', 'A mobile registry'));
  const make = page.getByRole('button', { name: 'Make 1 draft' });
  await expect(make).toBeVisible();
  // Both in one turn: no draft can be written between them.
  await make.evaluate((button: HTMLButtonElement) => {
    button.click();
    window.location.hash = '#/settings';
  });
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
  await desk.goTo('#/bring-in');
  await expect(page.getByText('1 draft was made.')).toBeVisible();
  await page.getByRole('button', { name: 'Take back' }).click();
  await expect(page.getByText('1 draft was taken back; it is in the bin.')).toBeVisible();
});

test('who comes back while a batch is written sees how far it is, and can stop it', async ({ desk }) => {
  const { page } = desk;
  await desk.enter('Just write');
  await desk.goTo('#/bring-in');
  await page.locator('input[type=file]').setInputFiles(table('a.csv', 'One', 'Two', 'Three'));
  const make = page.getByRole('button', { name: 'Make 3 drafts' });
  await expect(make).toBeVisible();
  const store = await holdStore(page);
  await make.click();
  await desk.openRoom('Desk');
  await desk.goTo('#/bring-in');
  await expect(page.getByRole('progressbar', { name: /of 3 ready/ })).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  await store.letGo();
  await expect(page.getByText('You stopped it. None of them was made.')).toBeVisible();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
});

test('a file that is left while its drafts are written is not made, and what was made before can be taken back', async ({
  desk,
}) => {
  const { page } = desk;
  await desk.enter('Just write');
  await desk.goTo('#/bring-in');
  await page
    .locator('input[type=file]')
    .setInputFiles([table('a.csv', 'One'), table('b.csv', 'Two', 'Three')]);
  await page.getByRole('button', { name: 'Make 1 draft' }).click();
  const leave = await page.getByRole('button', { name: 'Leave this file' }).elementHandle();
  const make = page.getByRole('button', { name: 'Make 2 drafts' });
  await expect(make).toBeVisible();
  await make.evaluate((button: HTMLButtonElement, other) => {
    button.click();
    if (other instanceof HTMLElement) other.click();
  }, leave);
  await expect(page.getByText('You stopped it. None of them was made.')).toBeVisible();
  await expect(page.getByText('1 draft was made.')).toBeVisible();
});
