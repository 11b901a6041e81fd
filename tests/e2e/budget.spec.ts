import { expect, type Locator } from '@playwright/test';
import type { FieldMap } from '#shared/domain/field-value.ts';
import type { ItemId } from '#shared/domain/ids.ts';
import { listItems } from '#shared/domain/list-items.ts';
import { templateOf } from './documents.ts';
import { FieldWriter } from './field-writer.ts';
import { test } from './journey.ts';

const begun: FieldMap = {
  currency: 'USD',
  ...Object.fromEntries(
    ['IOM', 'ILO'].flatMap((acronym, index) => [
      [`organizations/000000000${index}`, true],
      [`organizations/000000000${index}/pos`, `a${index}`],
      [`organizations/000000000${index}/acronym`, acronym],
    ]),
  ),
};

/** What the cells of a row say, without the one that is being typed in. */
const wordsOf = (row: Locator): Promise<string[]> =>
  row
    .locator('[data-cell]')
    .evaluateAll((cells) =>
      cells.map((cell) => cell.querySelector('input')?.value ?? cell.textContent?.trim() ?? ''),
    );

test('a budget is written, pasted, filled down and taken back as in a spreadsheet, to the cent', async ({
  desk,
}) => {
  await desk.enter();
  const { page } = desk;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await desk.begin('concept-note');
  const written = await new FieldWriter(page, templateOf('concept-note'), begun).writeAll();
  const [iom, ilo] = listItems(written, 'organizations') as [ItemId, ItemId];
  const grid = page.getByRole('grid');
  const cell = (line: string, organization: ItemId) =>
    grid.locator(`[data-path="budget/${line}/amount/${organization}"]`);
  const row = (name: string) => grid.getByRole('row').filter({ hasText: name });
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };

  await test.step('typing replaces, Enter goes down, Tab along, Escape gives back', async () => {
    await cell('0000000001', iom).click();
    await page.keyboard.type('1,000.10');
    await press('Enter');
    await page.keyboard.type('250');
    await press('Tab');
    await page.keyboard.type('50.5');
    await press('Enter', 'ArrowUp');
    await page.keyboard.type('9');
    await press('Escape');
    await expect
      .poll(() => wordsOf(row('Supplies, commodities')))
      .toEqual(['2Supplies, commodities, materials', '250.00', '50.50', '300.50', '23.10%']);
    await expect
      .poll(async () => (await wordsOf(grid.locator('[data-look="direct"]'))).slice(1, 4))
      .toEqual(['1,250.10', '50.50', '1,300.60']);
  });

  await test.step('an amount that cannot be read leaves what stood before, and its words on the screen', async () => {
    const direct = async () => (await wordsOf(grid.locator('[data-look="direct"]'))).slice(1, 4);
    for (const [words, why] of [
      ['-5', '“-5” is below zero'],
      ['12x', '“12x” is not an amount'],
    ] as const) {
      await cell('0000000002', iom).click();
      await page.keyboard.type(words);
      await press('Enter');
      await expect(page.getByRole('alert').getByText(why)).toBeVisible();
      await expect(cell('0000000002', iom)).toHaveText(words);
      await expect.poll(direct).toEqual(['1,250.10', '50.50', '1,300.60']);
    }
    await cell('0000000003', iom).click();
    await press('Delete');
    await expect(cell('0000000002', iom)).toHaveText('12x');
    await press('Control+z');
    await expect(cell('0000000002', iom)).toHaveText('-5');
    await press('Control+z');
    await expect(cell('0000000002', iom)).toHaveText('250.00');
    await expect(page.getByRole('alert').getByText('“-5”')).toHaveCount(0);
    await expect.poll(direct).toEqual(['1,250.10', '50.50', '1,300.60']);
  });

  await test.step('a block from a spreadsheet is laid over a category with rows of its own, which grow', async () => {
    await grid.getByRole('rowheader', { name: /Travel/ }).click();
    await press('Insert');
    // A name that grows under the keys keeps the keys.
    await page.keyboard.type('Roads');
    await press('Enter', 'Escape');
    await expect
      .poll(async () => (await wordsOf(grid.locator('[data-look="detail"]').first()))[0])
      .toBe('Roads');
    await grid.locator('[data-look="detail"] [data-cell]').first().click();
    await page.evaluate(() =>
      navigator.clipboard.writeText('Flights\t1.200,50\t300\r\nVisas\t80,00\t\r\nBuses\t15,25\t4,75\r\n'),
    );
    await press('Control+v');
    await expect
      .poll(async () => (await wordsOf(row('Travel'))).slice(1, 4))
      .toEqual(['1,295.75', '304.75', '1,600.50']);
    await expect(page.getByText('3 rows by 3 columns pasted.')).toBeVisible();
    await press('Control+c');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      'Flights\t1200.50\t300.00\r\nVisas\t80.00\t\r\nBuses\t15.25\t4.75',
    );
  });

  await test.step('a table from a spreadsheet or a text keeps its columns under merged cells and its words apart', async () => {
    const html = `<table>
      <tr><td rowspan="2"><p>Staff</p><p>in<br>Lima</p></td><td>100</td><td>200</td></tr><tr><td>300</td><td>400</td></tr>
    </table>`;
    await page.evaluate(
      (table) =>
        navigator.clipboard.write([
          new ClipboardItem({ 'text/html': new Blob([table], { type: 'text/html' }) }),
        ]),
      html,
    );
    await press('Control+v');
    const detail = async (at: number) =>
      (await wordsOf(grid.locator('[data-look="detail"]').nth(at))).slice(0, 3);
    await expect.poll(() => detail(0)).toEqual(['Staff in Lima', '100.00', '200.00']);
    await expect.poll(() => detail(1)).toEqual(['no description yet', '300.00', '400.00']);
    await press('Control+z');
    await expect.poll(async () => (await wordsOf(row('Travel')))[3]).toBe('1,600.50');
  });

  await test.step('a block with a word among its numbers is refused as a whole, and the place named', async () => {
    await page.evaluate(() => navigator.clipboard.writeText('Boats\t5\t6\r\nFuel\ttwelve\t7'));
    await press('Control+v');
    await expect(page.getByText('Nothing was pasted')).toBeVisible();
    await expect(
      page.getByText('Row 2 of the block, column 2 (IOM): “twelve” is not an amount'),
    ).toBeVisible();
    await expect(grid.locator('[data-look="detail"]')).toHaveCount(3);
  });

  await test.step('fill down, and step by step back and forth', async () => {
    const details = grid.locator('[data-look="detail"]');
    await details.first().locator('[data-cell]').nth(2).click();
    await press('Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d');
    await expect.poll(async () => (await wordsOf(row('Travel')))[2]).toBe('900.00');
    await press('Control+z');
    await expect.poll(async () => (await wordsOf(row('Travel')))[2]).toBe('304.75');
    await press('Control+z');
    await expect(details).toHaveCount(1);
    await press('Control+y', 'Control+y');
    await expect.poll(async () => (await wordsOf(row('Travel')))[2]).toBe('900.00');
  });

  await test.step('indirect costs above the rate are marked, and put right to the cent', async () => {
    await cell('0000000008', ilo).click();
    await page.keyboard.type('500');
    await press('Enter');
    // 7% of 950.50 is 66.535: half a cent rounds up.
    await page.getByRole('button', { name: 'Use 7% for ILO: 66.54' }).click();
    await expect.poll(async () => (await wordsOf(row('Rate per organization')))[2]).toBe('7.00%');
    await expect
      .poll(async () => (await wordsOf(grid.locator('[data-look="total"]'))).slice(1, 4))
      .toEqual(['2,545.85', '1,017.04', '3,562.89']);
  });

  await desk.everythingIsSaved();
  await page.reload();
  await expect.poll(async () => (await wordsOf(grid.locator('[data-look="total"]')))[3]).toBe('3,562.89');
});
