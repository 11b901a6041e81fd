import { expect, type Locator } from '@playwright/test';
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

/** A PDF of these objects, numbered from 1; the first is its catalog. */
const pdfFrom = (bodies: readonly string[]): Buffer => {
  const objects = bodies.map((body, index) => `${index + 1} 0 obj${body}endobj\n`);
  let at = '%PDF-1.4\n'.length;
  const places = objects.map((object) => {
    const place = at;
    at += object.length;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}`;
  return Buffer.from(
    `%PDF-1.4\n${objects.join('')}${table}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${at}\n%%EOF`,
  );
};

/** A PDF of pages with one word each, in a font that every reader has. */
const pdfOf = (words: readonly string[]): Buffer => {
  const pages = words.map((_, index) => `${4 + 2 * index} 0 R`).join(' ');
  return pdfFrom([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${pages}]/Count ${words.length}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...words.flatMap((word, index) => {
      const text = `BT /F 48 Tf 40 100 Td (${word}) Tj ET`;
      return [
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Resources<</Font<</F 3 0 R>>>>/Contents ${5 + 2 * index} 0 R>>`,
        `<</Length ${text.length}>>stream\n${text}\nendstream`,
      ];
    }),
  ]);
};

/** A PDF of one page that is a fax: eight rows of eight black dots each, as a scanner packs them. */
const scannedPdf = (): Buffer => {
  const rows = Array.from({ length: 8 }, () => [0x35, 0x14]).flat();
  const fax = rows.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const image =
    '<</Type/XObject/Subtype/Image/Width 8/Height 8/ColorSpace/DeviceGray/BitsPerComponent 1' +
    '/Filter[/ASCIIHexDecode/CCITTFaxDecode]/DecodeParms[null<</K 0/Columns 8/Rows 8/EncodedByteAlign true>>]' +
    `/Length ${fax.length + 1}>>stream\n${fax}>\nendstream`;
  const draw = 'q 300 0 0 150 50 25 cm /I Do Q';
  return pdfFrom([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Resources<</XObject<</I 5 0 R>>>>/Contents 4 0 R>>',
    `<</Length ${draw.length}>>stream\n${draw}\nendstream`,
    image,
  ]);
};

test('a PDF is shown page by page without a connection, and one that is broken says so', async ({
  laptop,
  desk,
}) => {
  await desk.enter();
  await desk.begin('pledge');
  await laptop.goOffline();
  const field = desk.page.locator('[data-path="attachments"], [data-path="attachment"]').first();
  const add = (name: string, buffer: Buffer) =>
    field.locator('input[type="file"]').setInputFiles({ name, mimeType: 'application/pdf', buffer });
  await add('report.pdf', pdfOf(['Annual', 'Report']));
  const report = field.getByRole('listitem').filter({ hasText: 'report.pdf' });
  await report.getByRole('button', { name: 'Show' }).click();
  const inkOf = async (file: Locator, label: string): Promise<number> => {
    const sheet = file.getByRole('img', { name: label });
    await expect(sheet).toBeVisible();
    return sheet.evaluate((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement;
      const pixels = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data;
      return (pixels ?? []).filter((value, index) => index % 4 === 0 && value < 128).length;
    });
  };
  await expect.poll(() => inkOf(report, 'report.pdf, page 1 of 2')).toBeGreaterThan(500);
  await report.getByRole('button', { name: 'Next page' }).click();
  await expect(report).toContainText('Page 2 of 2');
  await expect.poll(() => inkOf(report, 'report.pdf, page 2 of 2')).toBeGreaterThan(500);
  await report.getByRole('button', { name: 'Hide' }).click();
  await expect(report.getByRole('img')).toHaveCount(0);
  await report.getByRole('button', { name: 'Remove report.pdf' }).click();

  await add('scan.pdf', scannedPdf());
  const scan = field.getByRole('listitem').filter({ hasText: 'scan.pdf' });
  await scan.getByRole('button', { name: 'Show' }).click();
  await expect.poll(() => inkOf(scan, 'scan.pdf, page 1 of 1')).toBeGreaterThan(500);
  await scan.getByRole('button', { name: 'Remove scan.pdf' }).click();

  await add('broken.pdf', pdf(20_000));
  const broken = field.getByRole('listitem').filter({ hasText: 'broken.pdf' });
  await broken.getByRole('button', { name: 'Show' }).click();
  await expect(broken.getByRole('alert')).toContainText('This PDF cannot be shown here.');
});
