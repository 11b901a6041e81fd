import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { templateOf } from './documents.ts';
import { FieldWriter, fieldAt } from './field-writer.ts';
import { test } from './journey.ts';

const organization = '00000000AA';
const participant = { first: '00000000AA', second: '00000000BB' };

/** The day that lies so many days after today, as Geneva counts. */
const dayAfter = (days: number): string => {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Zurich' }).format(Date.now());
  return new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
};

test('a concept note says how many days are left until its meeting, and gives the last one to the calendar', async ({
  desk,
}) => {
  await desk.enter();
  const id = await desk.begin('concept-note');
  const values = {
    title: 'Registration across the lake',
    countries: ['KE', 'TZ'],
    [`organizations/${organization}`]: true,
    [`organizations/${organization}/name`]: 'International Organization for Migration',
    meetingDate: dayAfter(42 + 20),
    hasResidentCoordinator: true,
    [`residentCoordinators/${organization}`]: true,
    [`residentCoordinators/${organization}/country`]: 'KE',
    [`residentCoordinators/${organization}/state`]: 'asked',
  };
  await new FieldWriter(desk.page, templateOf('concept-note'), values).writeAll();
  await desk.everythingIsSaved();
  const ribbon = desk.page.getByRole('region', { name: 'Deadline' });
  await expect(ribbon).toContainText('20 days left');
  await expect(ribbon).toContainText('42 days before the meeting');
  await ribbon.getByRole('button', { name: /^\d+ more$/ }).click();
  await ribbon.getByRole('button', { name: 'Go to 28: Risks' }).click();
  await expect
    .poll(() =>
      desk.page.evaluate(() => document.activeElement?.closest('[data-path]')?.getAttribute('data-path')),
    )
    .toBe('risks');
  const [download] = await Promise.all([
    desk.page.waitForEvent('download'),
    ribbon.getByRole('button', { name: 'Add to calendar' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`deadline-${dayAfter(20)}.ics`);
  const file = await readFile(await download.path(), 'utf8');
  expect(file).toContain(`DTSTART;VALUE=DATE:${dayAfter(20).replaceAll('-', '')}\r\n`);
  const checks = desk.page.getByRole('complementary', { name: 'Checks' });
  await expect(checks).toContainText('No Resident Coordinator is named for United Republic of Tanzania.');
  await expect(checks).toContainText('The Resident Coordinator of Kenya has not endorsed it yet.');
  await desk.open(id, '/submit');
  const who = desk.page.getByRole('region', { name: 'Who submits' });
  await expect(who).toContainText('Kenya: asked, no answer yet');
  await expect(who).toContainText('United Republic of Tanzania: nobody named');
});

test('a mechanical fix is one press in Checks, and Put back undoes it in place', async ({ desk }) => {
  await desk.enter();
  const id = await desk.begin('pledge');
  const values = {
    title: 'Work permits',
    pledgeType: 'common',
    [`participants/${participant.first}`]: true,
    [`participants/${participant.first}/name`]: 'Ministry of Health',
    [`participants/${participant.second}`]: true,
    [`participants/${participant.second}/name`]: 'ministry of health',
    startDate: '2028-05-01',
    endDate: '2027-05-01',
  };
  await new FieldWriter(desk.page, templateOf('pledge'), values).writeAll();
  await desk.everythingIsSaved();
  const checks = desk.page.getByRole('complementary', { name: 'Checks' });
  await expect(checks).toContainText('The end lies before the start.');
  await checks.getByRole('button', { name: 'Swap the dates' }).click();
  await expect(checks).not.toContainText('The end lies before the start.');
  await expect(checks.getByRole('status').first()).toContainText('Done: Swap the dates.');
  await checks.getByRole('button', { name: 'Put back' }).click();
  await expect(checks).toContainText('The end lies before the start.');
  await checks.getByRole('button', { name: 'Remove the second one' }).click();
  await expect(checks).not.toContainText('is in the list twice');

  // Under the field, while it is written in: of the words that stand there, not of those it was drawn with.
  await desk.text('title').fill('Night  shelters');
  await desk.text('description').click();
  await desk.text('title').click();
  await desk.page.keyboard.press('End');
  await desk.page.keyboard.type(' and bridges');
  await fieldAt(desk.page, 'title').getByRole('button', { name: 'Remove the blanks' }).click();
  await expect(desk.text('title')).toHaveValue('Night shelters and bridges');
  await desk.everythingIsSaved();
  await desk.open(id, '/submit');
  await expect(desk.page.getByRole('main')).toContainText('A joint pledge is recorded once, by one actor:');
});

test('a meeting that the person knows of is offered to a concept note that names none', async ({ desk }) => {
  await desk.enter();
  await desk.goTo('#/settings');
  const [year = '', month = '', day = ''] = dayAfter(42 + 45).split('-');
  for (const [part, digits] of Object.entries({ day, month, year })) {
    await desk.page.getByRole('group', { name: 'Date' }).locator(`[data-type="${part}"]`).click();
    await desk.page.keyboard.type(digits);
  }
  await desk.page.getByRole('button', { name: 'Add the meeting' }).click();
  await desk.openRoom('Desk');
  await desk.begin('concept-note');
  const ribbon = desk.page.getByRole('region', { name: 'Deadline' });
  await expect(ribbon).toContainText('No meeting is named yet.');
  await ribbon.getByRole('button', { name: 'Take that meeting' }).click();
  await expect(ribbon).toContainText('45 days left');
  await desk.everythingIsSaved();
  await desk.openRoom('Desk');
  await expect(desk.page.getByRole('row').filter({ hasText: '45 days left' })).toHaveCount(1);
});

test('a hint draws a line under the words that it is about, and Go to selects them', async ({ desk }) => {
  await desk.enter();
  await desk.begin('pledge');
  const description = 'We register all people who came by illegal migration.';
  await new FieldWriter(desk.page, templateOf('pledge'), { title: 'Papers', description }).writeAll();
  const hint = desk.page
    .getByRole('listitem')
    .filter({ hasText: 'the Network writes “irregular migration”' });
  await hint.getByRole('button', { name: /^Go to/ }).click();
  await expect
    .poll(() => desk.page.evaluate(() => document.getSelection()?.toString() ?? ''))
    .toBe('illegal migration');
  await expect(desk.page.locator('[data-path="description"] [data-mark="hint"]')).toHaveText(
    'illegal migration',
  );
});
