import { expect } from '@playwright/test';
import { type Template, templateRefOf } from '#shared/domain/template.ts';
import { aDoc, set, signIn } from '#tests/contract/network-client.ts';
import type { Laptop } from '#tests/support/laptop.ts';
import type { SandboxProcess } from '#tests/support/sandbox-process.ts';
import { sample, templateOf } from './documents.ts';
import { FieldWriter } from './field-writer.ts';
import { test } from './journey.ts';

const before = templateOf('pledge');

/** The pledge as the secretariat might ask it next: whence the figures come, and no website any more. */
const published: Template = {
  ...before,
  version: before.version + 1,
  sections: before.sections.map((section) => ({
    ...section,
    fields: section.fields.flatMap((field) => {
      if (field.id === 'entityWebsite') return [];
      if (field.id !== 'measure') return [field];
      const label = { en: 'Source of the figures', es: 'Fuente de las cifras' };
      const required = { severity: 'error', source: 'official' } as const;
      return [field, { id: 'figuresFrom', kind: 'shortText' as const, label, required }];
    }),
  })),
};

/** While the laptop is away, and stays so: what it hears when it is back is the Network with the new form. */
const publish = async (network: SandboxProcess, laptop: Laptop): Promise<void> => {
  await laptop.goOffline();
  await network.stop();
  network.publish(published);
  await network.start();
};

test('a form that the Network publishes begins new pledges, is offered to drafts, and is there without a connection', async ({
  desk,
  laptop,
  network,
  atNetwork,
}) => {
  await desk.enter();
  const draft = await desk.begin('pledge');
  await desk.text('title').fill('Begun on the form of before');
  await desk.text('entityWebsite').fill('https://kisanga-bay.example.org');
  await desk.everythingIsSaved();
  await publish(network, laptop);
  const colleague = await signIn(network.url);
  const theirs = aDoc();
  await colleague.push([
    {
      doc: theirs,
      n: 1,
      create: { kind: 'pledge', template: templateRefOf(published) },
      ops: [set('title', 'Begun by a colleague'), set('figuresFrom', 'A survey')],
    },
  ]);
  await laptop.goOnline();
  await desk.sendNow();
  await desk.goTo('#/settings');
  const name = `Pledge, version ${published.version}, from the Network`;
  await expect(desk.page.getByText(name)).toBeVisible({ timeout: 60_000 });

  await desk.open(theirs);
  await expect(desk.text('figuresFrom')).toHaveValue('A survey');
  await desk.open(draft);
  const { page } = desk;
  await page.getByRole('button', { name: 'See what changes' }).click();
  const note = page.locator('.upgrade-note');
  await expect(note).toContainText('Source of the figures');
  await expect(note).toContainText('Website');
  await page.getByRole('button', { name: `Go over to version ${published.version}` }).click();
  await expect(page.getByRole('button', { name: 'See what changes' })).toBeHidden();
  await desk.text('figuresFrom').fill('The register of births');
  await expect(page.getByText('https://kisanga-bay.example.org')).toBeVisible();
  await desk.everythingIsSaved();

  const { entityWebsite: _, ...values } = sample('pledge-civil-registration-en');
  await desk.openRoom('Desk');
  const pledge = await desk.begin('pledge');
  await expect(page.locator('[data-path="entityWebsite"]')).toHaveCount(0);
  const answers = { ...values, figuresFrom: 'Reports of the landing sites' };
  await new FieldWriter(page, published, answers).writeAll();
  await desk.everythingIsSaved();
  await desk.submit(pledge, 'pledge');
  await desk.receiptOf(pledge);
  const received = (await atNetwork.documents()).get(pledge);
  expect(received?.fields.figuresFrom).toBe('Reports of the landing sites');

  await laptop.goOffline();
  await laptop.reopen();
  await desk.open(draft);
  await expect(desk.text('figuresFrom')).toHaveValue('The register of births');
  await desk.openRoom('Desk');
  await desk.begin('pledge');
  await expect(desk.page.locator('[data-path="figuresFrom"]')).toBeVisible();
});
