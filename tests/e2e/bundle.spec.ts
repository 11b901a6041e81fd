import { readFile, writeFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { bundleDocument } from '#shared/bundle/bundle-document.ts';
import { content, packed } from '#shared/bundle/test-bundle.ts';
import { maxAttachmentBytes } from '#shared/domain/attachment.ts';
import { templateRefOf } from '#shared/domain/template.ts';
import { newDocument } from '#shared/sync/document-state.ts';
import { aDoc, set, signIn } from '#tests/contract/network-client.ts';
import { DeskPage } from './desk-page.ts';
import { sample, templateOf } from './documents.ts';
import { holdStore } from './held-store.ts';
import { test } from './journey.ts';

/** The practice Network signs everybody in as the same person unless another is asked for. */
const signInAsLeila = (leila: DeskPage): Promise<unknown> =>
  leila.page
    .context()
    .route('**/v1/training/session', (route) =>
      route.continue({ postData: JSON.stringify({ account: 'leila' }) }),
    );

/** A pledge that only waits to be submitted, at the Network as another laptop of Ana's left it. */
const draftOf = async (url: string): Promise<string> => {
  const [laptop, doc] = [await signIn(url), aDoc()];
  const create = { kind: 'pledge', template: templateRefOf(templateOf('pledge')) } as const;
  const ops = Object.entries(sample('pledge-civil-registration-en')).map(([path, value]) =>
    set(path, value as Parameters<typeof set>[1]),
  );
  expect(await laptop.pushOne({ doc, n: 1, create, ops })).toMatchObject({ outcome: 'applied' });
  return doc;
};

const inviteLeila = async (ana: DeskPage): Promise<void> => {
  await ana.page.getByRole('tab', { name: /^People/ }).click();
  const panel = ana.page.getByRole('complementary', { name: 'People' });
  await panel.getByLabel('E-mail address').fill('leila@training.example');
  await panel.getByRole('button', { name: 'Invite' }).click();
  await expect(panel).toContainText('Leila Haddad', { timeout: 60_000 });
};

/** Exports what is offered, behind a passphrase, and answers the path of the bundle. */
const handOver = async (from: DeskPage, plan: RegExp): Promise<string> => {
  await from.goTo('#/hand-over');
  await from.page.getByLabel('Passphrase').fill('a long night');
  await expect(from.page.getByText(plan)).toBeVisible();
  const download = from.page.waitForEvent('download', { timeout: 60_000 });
  await from.page.getByRole('button', { name: 'Save the bundle' }).click();
  const path = await (await download).path();
  await expect(from.page.getByText(/^The bundle was saved as/)).toBeVisible();
  return path;
};

/** Chooses a file of this machine: Playwright would send its bytes to the browser, which takes minutes for large ones. */
const choose = async ({ page }: DeskPage, selector: string, path: string): Promise<void> => {
  await page.locator(selector).waitFor({ state: 'attached' });
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  await session.send('DOM.setFileInputFiles', { nodeId, files: [path] });
  await session.detach();
};

/** Brings a bundle in up to its preview. */
const look = async (to: DeskPage, path: string) => {
  await to.goTo('#/hand-over');
  await choose(to, 'input[type=file]', path);
  const bringIn = to.page.getByRole('region', { name: 'Bring in a bundle' });
  await bringIn.getByLabel('Passphrase').fill('a long night');
  await bringIn.getByRole('button', { name: 'Open it' }).click();
  await expect(bringIn.getByRole('list', { name: 'Documents in this bundle' })).toBeVisible({
    timeout: 60_000,
  });
  return bringIn;
};

test('[OB1][OB6] a bundle brings a document to a colleague, who sends what waits in its author’s name; it is received once', async ({
  openLaptop,
  atNetwork,
}) => {
  const [first, second] = [await openLaptop(), await openLaptop()];
  const [ana, leila] = [new DeskPage(first), new DeskPage(second)];
  await signInAsLeila(leila);
  await ana.enter();
  await ana.begin('pledge');
  await ana.text('title').fill('Mobile registration');
  await ana.everythingIsSaved();
  await expect(ana.statusLine).toContainText('Up to date', { timeout: 60_000 });
  await inviteLeila(ana);
  const [id] = [...(await atNetwork.documents()).keys()];
  if (id === undefined) throw new Error('the Network has no document');

  await leila.enter('Practise', 'Leila Haddad');
  await leila.sendNow();
  await leila.openRoom('Desk');
  await expect(leila.page.getByRole('grid')).toContainText('Mobile registration');

  // Both change the title without a connection; she also writes something that nobody else touched.
  await first.goOffline();
  await second.goOffline();
  await leila.open(id);
  await leila.text('title').fill('Registration by boat');
  await leila.everythingIsSaved();
  await ana.text('title').fill('Registration by bus');
  await ana.text('partners').fill('Two universities');
  await ana.everythingIsSaved();

  const bundle = await handOver(ana, /^1 document,/);
  expect((await readFile(bundle)).includes('Registration by bus')).toBe(false);

  await leila.page.goto(`${new URL(leila.page.url()).origin}/#/hand-over`);
  await leila.page
    .locator('input[type=file]')
    .setInputFiles({ name: 'a.deskbundle', mimeType: 'application/zip', buffer: await readFile(bundle) });
  const bringIn = leila.page.getByRole('region', { name: 'Bring in a bundle' });
  await bringIn.getByLabel('Passphrase').fill('a long day');
  await bringIn.getByRole('button', { name: 'Open it' }).click();
  await expect(bringIn).toContainText('This is not the passphrase', { timeout: 20_000 });
  await bringIn.getByLabel('Passphrase').fill('a long night');
  await bringIn.getByRole('button', { name: 'Open it' }).click();
  await expect(bringIn).toContainText('Differs in 2 places', { timeout: 20_000 });
  await bringIn.getByRole('button', { name: 'Bring in 1 document' }).click();
  await expect(bringIn).toContainText('In 1 document two versions wait for you.');
  await bringIn.getByRole('link', { name: /^What waits for Ana/ }).click();
  const forOthers = leila.page.getByRole('listitem').filter({ hasText: 'For Ana Ruiz Delgado' });
  await expect(forOthers).toContainText('Copy of the draft, not submitted');

  await second.goOnline();
  await expect(forOthers).toContainText('Sent. The Network has it.', { timeout: 60_000 });
  await forOthers.getByRole('button', { name: 'More' }).click();
  await leila.page.getByRole('menuitem', { name: 'Take off this list' }).click();
  await expect(forOthers).toHaveCount(0);

  const sent = { title: 'Registration by bus', partners: 'Two universities' };
  await expect
    .poll(async () => (await atNetwork.documents()).get(id)?.fields, { timeout: 60_000 })
    .toMatchObject(sent);

  await first.goOnline();
  await ana.sendNow();
  await expect(ana.statusLine).toContainText('Up to date', { timeout: 60_000 });
  const found = (await atNetwork.documents()).get(id);
  expect(found?.fields).toMatchObject(sent);

  // What the colleague wrote in the same field is not lost: it waits beside what was sent.
  await leila.page.goto(`${new URL(leila.page.url()).origin}/#/documents/${id}/compare`);
  await expect(leila.page.getByText('Registration by boat').first()).toBeVisible();
  await expect(leila.page.getByText('Registration by bus').first()).toBeVisible();
});

test('[OB1][OB5][OB6][OB8] a submission with a file of 25 MB and a history goes by a colleague: received once, and the receipt comes back without a connection', async ({
  openLaptop,
  network,
  atNetwork,
}) => {
  test.setTimeout(300_000);
  const [first, second] = [await openLaptop(), await openLaptop()];
  const [ana, leila] = [new DeskPage(first), new DeskPage(second)];
  await signInAsLeila(leila);
  await ana.enter();
  const id = await draftOf(network.url);
  await expect(ana.page.getByText(/^Birth certificates within/).first()).toBeVisible({ timeout: 60_000 });
  await ana.open(id);
  await ana.page.keyboard.press('ControlOrMeta+s');
  await expect(ana.page.getByText(/^Version kept at/)).toBeVisible();
  await ana.page.locator('.keep-note').getByRole('textbox').fill('Sent to the ministry');
  await ana.page.keyboard.press('Enter');
  await expect(ana.statusLine).toContainText('Up to date', { timeout: 60_000 });
  await inviteLeila(ana);

  // Without a connection: a title, a file as large as a file may be, and Submit.
  await first.goOffline();
  await ana.text('title').fill('Registration by boat');
  const files = ana.page.locator('[data-path="attachments"], [data-path="attachment"]').first();
  const letter = test.info().outputPath('letter.pdf');
  await writeFile(letter, Buffer.alloc(maxAttachmentBytes, 'A letter. ').fill('%PDF-1.7\n', 0, 9));
  await choose(ana, '[data-path="attachment"] input[type="file"]', letter);
  await expect(files.getByRole('listitem')).toContainText('letter.pdf', { timeout: 60_000 });
  await ana.everythingIsSaved();
  await ana.submit(id, 'pledge');
  await expect(ana.page.getByRole('main').getByRole('listitem').first()).toContainText('Submission, round 1');
  const bundle = await handOver(ana, /^1 document, .*earlier version.*1 file, 26 MB/);

  await leila.enter('Practise', 'Leila Haddad');
  const bringIn = await look(leila, bundle);
  await expect(bringIn).toContainText('versions of its history');
  await bringIn.getByRole('button', { name: 'Bring in 1 document' }).click();
  await bringIn.getByRole('link', { name: /^What waits for Ana/ }).click();
  const forAna = leila.page.getByRole('listitem').filter({ hasText: 'For Ana Ruiz Delgado' });
  await expect(forAna).toContainText('Submission, round 1');
  await leila.page.getByRole('button', { name: 'Send now' }).click();
  await expect(forAna).toContainText(/Receipt TRAIN-/, { timeout: 120_000 });
  await expect(forAna).toContainText('Ana Ruiz Delgado is told as soon as their laptop is connected');
  const receiptNo = /TRAIN-\d{4}-\d+/.exec((await forAna.textContent()) ?? '')?.[0] ?? '';
  const receipts = await atNetwork.receipts();
  expect(receipts.map((one) => [one.receiptNo, one.doc, one.sentBy?.account])).toEqual([
    [receiptNo, id, 'leila'],
  ]);
  expect((await atNetwork.documents()).get(id)).toMatchObject({
    stage: 'submitted',
    fields: { title: 'Registration by boat' },
  });

  // The history came along, and can be read there.
  expect(await leila.receiptOf(id)).toBe(receiptNo);
  await leila.page.getByRole('tab', { name: 'History' }).click();
  await leila.page.getByRole('button', { name: /Sent to the ministry/ }).click();
  await expect(leila.page.getByRole('region', { name: 'Sent to the ministry' })).toBeVisible();

  // Ana has no connection still: the receipt comes back as the submission went.
  const back = await handOver(leila, /^1 document,/);
  const returned = await look(ana, back);
  await expect(returned).toContainText(`Brings its receipt ${receiptNo}`);
  await returned.getByRole('button', { name: 'Bring in 1 document' }).click();
  await expect(returned).toContainText('1 document was brought in.');
  await ana.openRoom('Outbox');
  await expect(ana.page.getByRole('main')).toContainText(`Receipt ${receiptNo}`);
  await expect(ana.page.getByRole('main')).toContainText('Sent by Leila Haddad');
  expect(await ana.receiptOf(id)).toBe(receiptNo);

  await first.goOnline();
  await ana.sendNow();
  await ana.open(id);
  await expect(ana.statusLine).toContainText('Up to date', { timeout: 90_000 });
  expect(await ana.receiptOf(id)).toBe(receiptNo);
  expect((await atNetwork.receipts()).length).toBe(1);
});

/** The Network's checks find two errors in whatever this laptop hands over. */
const refuseSubmissionsOf = async ({ page }: DeskPage, url: string): Promise<void> => {
  const { headers } = await fetch(`${url}/v1/capabilities`);
  const finding = { path: 'title', code: 'required', severity: 'error', source: 'official', params: {} };
  await page.context().route('**/v1/submissions/*', (route) =>
    route.fulfill({
      status: 422,
      contentType: 'application/problem+json',
      headers: { 'Network-Api': '1', 'Network-Epoch': headers.get('Network-Epoch') ?? '' },
      json: {
        ...{ type: 'about:blank', title: 'Refused', status: 422, code: 'validation' },
        findings: [finding, { ...finding, path: 'description' }],
      },
    }),
  );
};

test('[OB10] what the Network refused of a colleague comes back to its author, and the document is a draft again', async ({
  openLaptop,
  network,
}) => {
  test.setTimeout(300_000);
  const [first, second] = [await openLaptop(), await openLaptop()];
  const [ana, leila] = [new DeskPage(first), new DeskPage(second)];
  await signInAsLeila(leila);
  await refuseSubmissionsOf(leila, network.url);
  await ana.enter();
  const id = await draftOf(network.url);
  await expect(ana.page.getByText(/^Birth certificates within/).first()).toBeVisible({ timeout: 60_000 });
  await ana.open(id);
  await inviteLeila(ana);
  await first.goOffline();
  await ana.submit(id, 'pledge');
  const bundle = await handOver(ana, /^1 document,/);

  await leila.enter('Practise', 'Leila Haddad');
  const bringIn = await look(leila, bundle);
  await bringIn.getByRole('button', { name: 'Bring in 1 document' }).click();
  await bringIn.getByRole('link', { name: /^What waits for Ana/ }).click();
  const forAna = leila.page.getByRole('listitem').filter({ hasText: 'For Ana Ruiz Delgado' });
  await leila.page.getByRole('button', { name: 'Send now' }).click();
  await expect(forAna).toContainText('checks found something that must be fixed', { timeout: 120_000 });

  const returned = await look(ana, await handOver(leila, /^1 document,/));
  await expect(returned).toContainText('The Network refused it: it becomes a draft again, with the reason');
  await returned.getByRole('button', { name: 'Bring in 1 document' }).click();
  await expect(returned).toContainText('1 document was brought in.');
  await ana.open(id, '/submit');
  await expect(ana.page.getByRole('main')).toContainText('checks found something that must be fixed');
  await ana.open(id);
  await expect(ana.text('title')).toBeEditable();
});

test('making and bringing in show how far they are once they take long, and Cancel leaves nothing behind', async ({
  desk,
}) => {
  const { page } = desk;
  await desk.enter('Just write');
  await desk.begin('pledge');
  await desk.text('title').fill('Mobile registration');
  await desk.everythingIsSaved();
  const whole = await handOver(desk, /^1 document,/);
  await desk.openRoom('Desk');

  // The worker never gets to work, as on a laptop that has no core left.
  await page.evaluate(() => {
    const Begun = window.Worker;
    const held = (_message: unknown) => undefined;
    window.Worker = class extends Begun {
      override postMessage = held;
    };
    Object.assign(window, {
      goOn: () => {
        window.Worker = Begun;
      },
    });
  });
  await desk.goTo('#/hand-over');
  await page.getByRole('button', { name: 'Save the bundle' }).click();
  const making = page.getByRole('progressbar', { name: 'Reading the documents and files' });
  await expect(making).toBeVisible();
  await desk.openRoom('Desk');
  await expect(making).toHaveCount(0);
  await desk.goTo('#/hand-over');
  await expect(making).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  await expect(page.getByText(/^The bundle was saved as/)).toHaveCount(0);

  await choose(desk, 'input[type=file]', whole);
  const bringIn = page.getByRole('region', { name: 'Bring in a bundle' });
  await expect(bringIn.getByRole('progressbar', { name: 'Verifying the bundle' })).toBeVisible();
  await bringIn.getByRole('button', { name: 'Cancel' }).click();
  await expect(bringIn).toContainText('Stopped. Nothing was brought in.');

  await page.evaluate(() => (window as unknown as { goOn: () => void }).goOn());
  await handOver(desk, /^1 document,/);
});

test('a bundle that is being brought in goes on when its room is left, and what came of it is told', async ({
  desk,
}) => {
  const { page } = desk;
  await desk.enter('Just write');
  const documents = Array.from({ length: 200 }, (_, index) => {
    const [id, title] = [aDoc(), `Register ${index + 1}`];
    return { document: bundleDocument(newDocument(id, 'pledge', 'pledge@2', { title }, 1_000)), title };
  });
  const bundle = packed({
    ...content,
    space: 'local',
    documents,
    versions: new Map(),
    files: new Map(),
    outbox: [],
  });
  await desk.goTo('#/hand-over');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'a.deskbundle', mimeType: 'application/zip', buffer: Buffer.from(bundle) });
  const take = page.getByRole('button', { name: 'Bring in 200 documents' });
  await expect(take).toBeVisible();
  const store = await holdStore(page);
  await take.click();
  await desk.openRoom('Desk');
  await desk.goTo('#/hand-over');
  await expect(page.getByRole('progressbar', { name: 'Bringing in documents' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeVisible();
  await desk.openRoom('Desk');
  await store.letGo();
  await page.getByRole('link', { name: 'The bundle of Ana is done' }).click({ timeout: 60_000 });
  await expect(page.getByRole('main')).toContainText('200 documents were brought in.');
  await page.getByRole('button', { name: 'Close' }).click();
  await desk.openRoom('Desk');
  await expect(page.getByRole('link', { name: 'The bundle of Ana is done' })).toHaveCount(0);
});
