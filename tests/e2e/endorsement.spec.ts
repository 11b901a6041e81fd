import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import type { FieldMap } from '#shared/domain/field-value.ts';
import { hashOf } from '#shared/sync/content-hash.ts';
import { docChangeSchema, type EndorsementBody, trainingSessionSchema } from '#shared/sync/protocol.ts';
import { headers } from '#shared/sync/protocol-version.ts';
import { templateOf } from './documents.ts';
import { FieldWriter } from './field-writer.ts';
import { test } from './journey.ts';

/** The Resident Coordinator of Kenya endorses what they see, over the API. */
async function endorse(url: string, id: string): Promise<void> {
  const body = JSON.stringify({ account: 'coordinator-ke' });
  const type = { 'content-type': 'application/json' };
  const opened = await fetch(`${url}/v1/training/session`, { method: 'POST', headers: type, body });
  const { token } = trainingSessionSchema.parse(await opened.json());
  const epoch = opened.headers.get(headers.epoch) ?? '';
  const own = {
    ...type,
    authorization: `Bearer ${token}`,
    [headers.client]: randomUUID(),
    [headers.epoch]: epoch,
  };
  const answer = await fetch(`${url}/v1/docs/${id}`, { headers: own });
  const document = docChangeSchema.parse(await answer.json());
  const fields = Object.fromEntries(
    Object.entries(document.fields).flatMap(([path, field]) => ('v' in field ? [[path, field.v]] : [])),
  ) as FieldMap;
  const word: EndorsementBody = {
    doc: document.id,
    round: 1,
    country: 'KE',
    contentHash: hashOf(document, fields),
    state: 'endorsed',
  };
  const said = await fetch(`${url}/v1/endorsements/${randomUUID()}`, {
    method: 'PUT',
    headers: own,
    body: JSON.stringify(word),
  });
  expect(said.status, await said.text()).toBe(200);
}

test('[RE6] the word of each Resident Coordinator is shown, and counts no more when the text changes', async ({
  network,
  desk,
}) => {
  await desk.enter();
  const id = await desk.begin('concept-note');
  const values = { title: 'Registration across the lake', countries: ['KE', 'TZ'] };
  await new FieldWriter(desk.page, templateOf('concept-note'), values).writeAll();
  await desk.everythingIsSaved();
  await desk.page.getByRole('tab', { name: /^People/ }).click();
  const panel = desk.page.getByRole('complementary', { name: 'People' });
  await panel.getByLabel('E-mail address').fill('coordinator-ke@training.example');
  await panel.getByRole('button', { name: 'Invite' }).click();
  await expect(panel).toContainText('Resident Coordinator, Kenya', { timeout: 60_000 });

  await desk.open(id, '/submit');
  const words = desk.page.getByRole('region', { name: 'Word of the Resident Coordinators' });
  await expect(words).toContainText('Kenya: no word yet');
  await endorse(network.url, id);
  await expect(words).toContainText('endorsed by Resident Coordinator, Kenya', { timeout: 60_000 });
  await expect(words).toContainText('United Republic of Tanzania: no word yet');

  await desk.open(id);
  await desk.text('title').fill('Registration on both shores');
  await desk.everythingIsSaved();
  await desk.open(id, '/submit');
  await expect(words).toContainText('it has changed since, so that the word counts no more');
});
