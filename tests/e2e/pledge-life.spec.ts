import { expect } from '@playwright/test';
import { aDoc, creation, set, signIn } from '#tests/contract/network-client.ts';
import { sample, templateOf } from './documents.ts';
import { FieldWriter, fieldAt } from './field-writer.ts';
import { test } from './journey.ts';

test('a received pledge gets an update, one at a time, and a pledge that matches it with its receipt', async ({
  desk,
}) => {
  await desk.enter();
  const pledge = await desk.write('pledge', sample('pledge-civil-registration-en'));
  await desk.submit(pledge.id, 'pledge');
  const receipt = await desk.receiptOf(pledge.id);

  const { page } = desk;
  await page.getByRole('button', { name: 'Write an update' }).click();
  await expect(desk.text('pledgeId')).toHaveValue(receipt);
  await expect(desk.text('title')).toHaveValue(String(pledge.values.title));
  const update = /#\/documents\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
  await page.locator('[data-path="stage"]').getByText('In progress', { exact: true }).click();
  await desk.text('narrative').fill(String(sample('pledge-update-civil-registration-en').narrative));
  await desk.text('contactEmail').fill('ana.ruiz@example.org');
  await desk.everythingIsSaved();

  await desk.open(pledge.id);
  await page.getByRole('button', { name: 'Go on with the update' }).click();
  await expect(page).toHaveURL(new RegExp(update));
  await desk.submit(update, 'pledge-update');
  await desk.receiptOf(update);
  await desk.open(pledge.id);
  await expect(page.getByRole('region', { name: 'What became of it' })).toContainText(/Update of .*received/);

  await page.getByRole('button', { name: 'Match this pledge' }).click();
  await expect(desk.text('matchedPledgeId')).toHaveValue(receipt);
  await expect(desk.text('matchedPledgeTitle')).toHaveValue(String(pledge.values.title));
});

test('a pledge that was written elsewhere gets an update and a match, by the title and ID that are typed', async ({
  desk,
}) => {
  await desk.enter();
  const { page } = desk;
  const beginAbout = async (what: string) => {
    await desk.openRoom('Desk');
    await page.getByRole('button', { name: 'About a pledge' }).click();
    await page.getByRole('menuitem', { name: what }).click();
    await desk.text(what === 'Pledge update' ? 'pledgeId' : 'matchedPledgeId').fill('N-2019-00031');
  };
  await beginAbout('Pledge update');
  const update = /#\/documents\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
  await desk.text('title').fill('Papers for seasonal workers');
  await page.locator('[data-path="stage"]').getByText('Fulfilled', { exact: true }).click();
  await desk.text('narrative').fill(String(sample('pledge-update-civil-registration-en').narrative));
  await desk.text('contactEmail').fill('ana.ruiz@example.org');
  await desk.everythingIsSaved();
  await desk.submit(update, 'pledge-update');
  await desk.receiptOf(update);

  await beginAbout('Matching pledge');
  await desk.text('matchedPledgeTitle').fill('Papers for seasonal workers');
  await expect(page.locator('[data-path="matchedPledge"]')).toContainText(
    'There is no pledge on this laptop',
  );
  await desk.everythingIsSaved();
});

test('another pledge chosen to be matched brings its own title, and words of the person’s own that do not agree are told', async ({
  desk,
}) => {
  await desk.enter();
  const { page } = desk;
  for (const title of ['Night shelters', 'Clinics on wheels']) {
    await desk.openRoom('Desk');
    await desk.begin('pledge');
    await desk.text('title').fill(title);
    await desk.everythingIsSaved();
  }
  await desk.openRoom('Desk');
  await desk.begin('pledge');
  await new FieldWriter(page, templateOf('pledge'), { pledgeType: 'matching' }).writeAll();
  const reference = fieldAt(page, 'matchedPledge');
  const list = reference.getByRole('button').first();
  const choose = async (title: string) => {
    await list.click();
    await page.getByRole('option', { name: title }).click();
    await expect(list).toBeFocused();
  };
  const title = desk.text('matchedPledgeTitle');
  const warning = 'The title or the ID below is not that of the pledge chosen here.';
  await choose('Night shelters');
  await expect(title).toHaveValue('Night shelters');
  await choose('Clinics on wheels');
  await expect(title).toHaveValue('Clinics on wheels');
  await title.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Clinics that drive');
  await choose('Night shelters');
  await expect(title).toHaveValue('Clinics that drive');
  await expect(reference).toContainText(warning);
  await reference.getByRole('button', { name: 'Take them from it' }).click();
  await expect(title).toHaveValue('Night shelters');
  await expect(reference).not.toContainText(warning);
  await reference.getByRole('button', { name: 'Clear' }).click();
  await expect(title).toHaveValue('');
  await desk.everythingIsSaved();
});

test('a second update of a pledge, begun from the Desk, says that another is open and leads to it', async ({
  desk,
}) => {
  await desk.enter();
  const pledge = await desk.write('pledge', sample('pledge-civil-registration-en'));
  const { page } = desk;
  const named = page.locator('[data-path="pledgeDocument"]');
  const begin = async () => {
    await desk.openRoom('Desk');
    await page.getByRole('button', { name: 'About a pledge' }).click();
    await page.getByRole('menuitem', { name: 'Pledge update' }).click();
    await named.getByRole('button').first().click();
    await page.getByRole('option', { name: String(pledge.values.title) }).click();
    await desk.everythingIsSaved();
    return page.url();
  };
  const first = await begin();
  await expect(named).not.toContainText('still open');
  expect(await begin()).not.toBe(first);
  await expect(named).toContainText('Another update of this pledge is still open on this laptop.');
  await named.getByRole('link', { name: 'Go on with that one' }).click();
  await expect(page).toHaveURL(first);
});

test('a draft on an earlier version of its form says what changes, and goes over without losing a word', async ({
  desk,
  network,
}) => {
  const colleague = await signIn(network.url);
  const doc = aDoc();
  await colleague.push([
    creation(doc, [set('title', 'Begun on the earlier form'), set('description', 'Words')]),
  ]);
  await desk.enter();
  const { page } = desk;
  await page.getByText('Begun on the earlier form').first().click();
  await page.getByRole('button', { name: 'See what changes' }).click();
  await expect(page.getByText('Matched pledge on this laptop', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Go over to version 2' }).click();
  await expect(page.getByRole('button', { name: 'See what changes' })).toBeHidden();
  await expect(desk.text('description')).toHaveValue('Words');
  await desk.sendNow();
  await expect.poll(async () => (await colleague.document(doc)).template).toBe('pledge@2');
  expect((await colleague.document(doc)).fields.description).toMatchObject({ v: 'Words' });
});

test('an update that was begun on the earlier form goes over, and says in which language it is written', async ({
  desk,
  network,
}) => {
  const colleague = await signIn(network.url);
  const doc = aDoc();
  await colleague.push([
    {
      doc,
      n: 1,
      create: { kind: 'pledge-update', template: 'pledge-update@1' },
      ops: [set('title', 'Un registro en cada distrito'), set('narrative', 'Tres distritos inscriben ya.')],
    },
  ]);
  await desk.enter();
  const { page } = desk;
  await page.getByText('Un registro en cada distrito').first().click();
  await page.getByRole('button', { name: 'See what changes' }).click();
  await page.getByRole('button', { name: 'Go over to version 2' }).click();
  await page.locator('[data-path="textLanguage"]').getByRole('button').click();
  await page.getByRole('option', { name: 'Spanish', exact: true }).click();
  await expect(desk.text('narrative')).toHaveAttribute('lang', 'es');
  await expect(desk.text('narrative')).toHaveValue('Tres distritos inscriben ya.');
  await desk.sendNow();
  await expect.poll(async () => (await colleague.document(doc)).template).toBe('pledge-update@2');
  expect((await colleague.document(doc)).fields.textLanguage).toMatchObject({ v: 'es' });
});
