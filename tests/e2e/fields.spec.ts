import { expect, type Page } from '@playwright/test';
import { templateOf } from './documents.ts';
import { FieldWriter, fieldAt } from './field-writer.ts';
import { test } from './journey.ts';

/** Puts a clipboard with these flavours before the control that has the focus, as another program would. */
async function paste(page: Page, flavours: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((given) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(given)) clipboardData.setData(type, text);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, flavours);
}

test('participants are put in order by keyboard, by menu and by drag, and put back where they were', async ({
  laptop,
  desk,
}) => {
  const { page } = laptop;
  await desk.enter();
  await page.getByRole('button', { name: /^New ?Pledge$/ }).click();
  const list = fieldAt(page, 'participants');
  await expect(page.locator('[data-path="title"]').first()).toBeVisible();
  await new FieldWriter(page, templateOf('pledge'), { pledgeType: 'common' }).writeAll();
  for (const name of ['Alpha', 'Beta', 'Gamma']) {
    await list.getByRole('button', { name: /^Add participant/ }).click();
    await page.keyboard.type(name);
  }
  const names = () =>
    list
      .locator('[data-path$="/name"] input')
      .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
  await expect.poll(names).toEqual(['Alpha', 'Beta', 'Gamma']);

  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(names).toEqual(['Alpha', 'Gamma', 'Beta']);
  await expect(list.getByRole('status')).toHaveText('participant 3 is now 2 of 3.');
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(names).toEqual(['Alpha', 'Beta', 'Gamma']);
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.type('!');
  await expect.poll(names).toEqual(['Alpha', 'Gamma!', 'Beta']);

  await list.getByRole('button', { name: 'Move participant 1', exact: true }).click();
  await page.getByRole('menuitem', { name: 'To the end' }).click();
  await expect.poll(names).toEqual(['Gamma!', 'Beta', 'Alpha']);
  await expect(list.getByRole('button', { name: 'Move participant 3', exact: true })).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(names).toEqual(['Gamma!', 'Alpha', 'Beta']);
  await expect(list.getByRole('button', { name: 'Move participant 2', exact: true })).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(names).toEqual(['Gamma!', 'Beta', 'Alpha']);

  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(names).toEqual(['Gamma!', 'Alpha', 'Beta']);
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(names).toEqual(['Gamma!', 'Beta', 'Alpha']);

  const items = list.locator('li[data-item]');
  const handle = items.nth(2).locator('.item-handle');
  await handle.scrollIntoViewIfNeeded();
  const from = await handle.boundingBox();
  const to = await items.nth(1).boundingBox();
  if (from === null || to === null) throw new Error('an item is not on the screen');
  await page.mouse.move(from.x + 8, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, from.y - 20);
  await page.mouse.move(from.x + 8, to.y + 20);
  await expect(items.nth(1)).toHaveAttribute('data-drop', 'before');
  await page.mouse.up();
  await expect.poll(names).toEqual(['Gamma!', 'Alpha', 'Beta']);

  await list.getByRole('button', { name: 'Remove participant 2' }).click();
  await expect.poll(names).toEqual(['Gamma!', 'Beta']);
  await expect(list.getByRole('button', { name: 'Put back' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(names).toEqual(['Gamma!', 'Alpha', 'Beta']);
});

test('objectives are offered under their thematic areas, targets of the goals under theirs', async ({
  laptop,
  desk,
}) => {
  const { page } = laptop;
  await desk.enter();
  await page.getByRole('button', { name: /^New ?Practice$/ }).click();
  const objectives = fieldAt(page, 'objectives');
  await objectives.getByRole('combobox').click();
  await expect(objectives.getByRole('group')).toHaveCount(5);
  await expect(objectives.getByRole('option')).toHaveCount(23);
  await page.keyboard.type('decent w');
  await expect(objectives.getByRole('group')).toHaveCount(0);
  await expect(objectives.getByRole('option').first()).toContainText('decent work');
  await page.keyboard.press('Enter');
  await page.keyboard.type('8');
  await page.keyboard.press('Enter');
  await expect(objectives.locator('.picker-row .picker-code')).toHaveText(['6', '8']);
  await page.keyboard.press('Backspace');
  await expect(objectives.locator('.picker-row .picker-code')).toHaveText(['6']);

  // Whoever is led to the field comes to where one types, not to what takes a term out.
  await desk.text('title').focus();
  await page.getByRole('navigation', { name: 'Sections' }).getByText('Objectives and principles').click();
  await page.getByRole('navigation', { name: 'Sections' }).getByText('Primary objectives').click();
  await expect(objectives.getByRole('combobox')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(objectives.getByRole('option', { selected: true })).toHaveText(/^1Data/);
  await page.keyboard.press('PageDown');
  await expect(objectives.getByRole('option', { selected: true })).not.toHaveText(/^1Data/);
  await page.keyboard.press('Escape');
  const targets = fieldAt(page, 'sdgTargets');
  await targets.getByRole('combobox').click();
  await expect(targets.getByRole('group')).toHaveCount(17);
});

test('what is pasted from Word has no rubbish, and can be undone', async ({ laptop, desk }) => {
  const { page } = laptop;
  await desk.enter();
  await page.getByRole('button', { name: /^New ?Pledge$/ }).click();
  const text = fieldAt(page, 'description').getByRole('textbox');
  await expect(text).toHaveAttribute('lang', 'en');
  await text.click();
  await paste(page, { 'text/plain': '\uf0b7\tco\u00adoperate\r\n·\t“well”\r\nYear\tTotal' });
  await expect(text).toHaveValue('• cooperate\n• “well”\nYear | Total');
  await page.keyboard.press('Control+z');
  await expect(text).toHaveValue('');
  await paste(page, {
    'text/plain': 'first second',
    'text/html': '<style>p{}</style><ol><li>first</li><li>second</li></ol>',
  });
  await expect(text).toHaveValue('1. first\n2. second');
  const title = fieldAt(page, 'title').getByRole('textbox');
  await title.click();
  await paste(page, { 'text/plain': 'A title\r\non two lines' });
  await expect(title).toHaveValue('A title on two lines');
});

test('a title longer than its line wraps and is seen whole; Enter breaks no line in it', async ({
  laptop,
  desk,
}) => {
  await desk.enter();
  await desk.begin('pledge');
  const title = fieldAt(laptop.page, 'title').getByRole('textbox');
  const long = 'Birth certificates within thirty days for every child of fishing crews '.repeat(3).trim();
  await title.fill(long);
  await title.press('Enter');
  await expect(title).toHaveValue(long);
  const hidden = await title.evaluate(({ scrollWidth, clientWidth, scrollHeight, clientHeight }) => [
    scrollWidth - clientWidth,
    scrollHeight - clientHeight,
  ]);
  expect(hidden).toEqual([0, 0]);
});

test('a day, a month and years are written in the calendar of the person and kept in the Gregorian one', async ({
  laptop,
  desk,
}) => {
  const { page } = laptop;
  await desk.enter();
  await desk.goTo('#/settings');
  await page.getByRole('button', { name: /Calendar/ }).click();
  await page.getByRole('option', { name: 'Persian', exact: true }).click();
  const meeting = page.getByRole('group', { name: 'Date' });
  for (const [part, digits] of [
    ['day', '14'],
    ['month', '12'],
    ['year', '1405'],
  ] as const) {
    await meeting.locator(`[data-type="${part}"]`).click();
    await page.keyboard.type(digits);
  }
  await page.getByRole('button', { name: 'Add the meeting' }).click();
  await expect(page.locator('.settings-meetings')).toContainText(/Esfand 14, 1405|14 Esfand 1405/);
  await desk.goTo('#/');
  await desk.begin('pledge');
  const start = fieldAt(page, 'startDate');
  for (const [part, digits] of [
    ['day', '14'],
    ['month', '12'],
    ['year', '1405'],
  ] as const) {
    await start.locator(`[data-type="${part}"]`).click();
    await page.keyboard.type(digits);
  }
  await expect(start.locator('.date-words')).toContainText('Esfand 1405');
  await expect(start.locator('.date-words')).toContainText('kept as 5 March 2027');

  await desk.openRoom('Desk');
  await desk.begin('practice');
  const years = fieldAt(page, 'years');
  await years.getByRole('textbox').nth(0).fill('1398');
  await years.getByRole('textbox').nth(1).fill('۱۴۰۵');
  await expect(years.locator('.date-words')).toContainText('kept as 2019–2026');

  await desk.openRoom('Desk');
  await desk.begin('concept-note');
  const month = fieldAt(page, 'startMonth');
  await month.getByRole('textbox').fill('1406');
  await month.getByRole('button').first().click();
  await page.getByRole('option', { name: 'Farvardin', exact: true }).click();
  await expect(month.locator('.date-words')).toContainText('kept as April 2027');
  await desk.everythingIsSaved();
  await page.reload();
  await expect(month.getByRole('textbox')).toHaveValue('1406');
});

test('a date, a month and years that are not whole, or too far away, say that they are not saved', async ({
  laptop,
  desk,
}) => {
  const { page } = laptop;
  await desk.enter();
  await desk.begin('pledge');
  const start = fieldAt(page, 'startDate');
  const note = start.locator('.unkept-note');
  const typeYear = async (year: string) => {
    await start.locator('[data-type="year"]').click();
    await page.keyboard.type(year);
  };
  for (const part of ['day', 'month'] as const) {
    await start.locator(`[data-type="${part}"]`).click();
    await page.keyboard.type('02');
  }
  await expect(note).toContainText('Not saved: it needs a day, a month and a year from 1900 to 2200.');
  await typeYear('2300');
  await expect(note).toContainText('Not saved');
  await expect(start.locator('.date-words')).toHaveCount(0);
  await typeYear('2027');
  await expect(note).toBeEmpty();
  await expect(start.locator('.date-words')).toHaveText(/^(2 February|February 2,) 2027$/);
  await start.locator('[data-type="year"]').click();
  await page.keyboard.press('Backspace');
  await expect(note).toContainText('Not saved');
  await expect(start.locator('.date-words')).toContainText('What is saved is still:');

  await desk.openRoom('Desk');
  await desk.begin('practice');
  const years = fieldAt(page, 'years');
  await years.getByRole('textbox').nth(0).fill('2019');
  await expect(years.locator('.unkept-note')).toContainText('Not saved: it needs both years');
  await years.getByRole('textbox').nth(1).fill('2024');
  await expect(years.locator('.unkept-note')).toBeEmpty();
});

test('two months of a calendar that are kept as the same one stay as they were chosen', async ({
  laptop,
  desk,
}) => {
  const { page } = laptop;
  await desk.enter();
  await desk.goTo('#/settings');
  await page.getByRole('button', { name: /Calendar/ }).click();
  await page.getByRole('option', { name: 'Ethiopic', exact: true }).click();
  await desk.goTo('#/');
  await desk.begin('concept-note');
  const month = fieldAt(page, 'startMonth');
  await month.getByRole('textbox').fill('2019');
  const chosen = month.getByRole('button').first();
  for (const name of ['Pagumen', 'Meskerem']) {
    await chosen.click();
    await page.getByRole('option', { name, exact: true }).click();
    await expect(chosen).toContainText(name);
    await expect(month.locator('.date-words')).toContainText(/kept as September 202[67]/);
    await expect(chosen).toContainText(name);
  }
});

test('an organization of an earlier document is offered with its acronym, a person with the e-mail', async ({
  laptop,
  desk,
}) => {
  const { page } = laptop;
  await desk.enter();
  await desk.begin('pledge');
  await desk.text('contactName').fill('Leila Haddad');
  await desk.text('contactEmail').fill('leila@example.org');
  await desk.everythingIsSaved();
  await desk.openRoom('Desk');
  await desk.begin('concept-note');

  const list = fieldAt(page, 'organizations');
  await list.getByRole('button', { name: /^Add/ }).last().click();
  await page.keyboard.type('iom');
  await expect(list.getByRole('option')).toHaveText([/^IOM\s*International Organization for Migration/]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(list.locator('[data-path$="/name"] input')).toHaveValue(
    'International Organization for Migration',
  );
  await expect(list.locator('[data-path$="/acronym"] textarea')).toHaveValue('IOM');

  await desk.openRoom('Desk');
  await desk.begin('practice');
  await desk.text('focalPointName').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('leila@');
  await fieldAt(page, 'focalPointName')
    .getByRole('option', { name: /Leila Haddad/ })
    .click();
  await expect(desk.text('focalPointName')).toHaveValue('Leila Haddad');
  await expect(desk.text('focalPointEmail')).toHaveValue('leila@example.org');
  await desk.everythingIsSaved();
});
