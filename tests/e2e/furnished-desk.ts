import { concatBytes } from '@noble/hashes/utils.js';
import type { Page } from '@playwright/test';
import { type BundleDocument, bundleDocument } from '#shared/bundle/bundle-document.ts';
import { carriedOf } from '#shared/bundle/carried.ts';
import { sealBundle } from '#shared/bundle/envelope.ts';
import { packed } from '#shared/bundle/test-bundle.ts';
import { testCrypto } from '#shared/bundle/test-crypto.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import type { ClientId, DocId } from '#shared/domain/ids.ts';
import { newDocument } from '#shared/sync/document-state.ts';
import { freeze } from '#shared/sync/outbox.ts';
import { aDoc } from '#tests/contract/network-client.ts';
import { bring } from './colleague.ts';
import type { DeskPage } from './desk-page.ts';
import { sample } from './documents.ts';

/** A Desk with a document for everything that rooms can show. */
export type FurnishedDesk = {
  /** A pledge with a receipt. */
  readonly pledge: DocId;
  /** A pledge that the checks find much in. */
  readonly faulty: DocId;
  /** A pledge on the first version of its form. */
  readonly earlier: DocId;
  /** A pledge with answers to what no form asks any more. */
  readonly former: DocId;
  /** What became of a pledge. */
  readonly update: DocId;
  readonly practice: DocId;
  /** A whole concept note some weeks before its meeting, with a named version and a change since. */
  readonly note: DocId;
  readonly bundle: Uint8Array;
  readonly sealedBundle: Uint8Array;
};

const participant = (id: string, name: string): FieldMap => ({
  [`participants/${id}`]: true,
  [`participants/${id}/name`]: name,
});

const faultyPledge: FieldMap = {
  title: 'Work permits for all who came by illegal migration',
  pledgeType: 'common',
  ...participant('00000000AA', 'Ministry of Health'),
  ...participant('00000000BB', 'ministry of health'),
  startDate: '2028-05-01',
  endDate: '2027-05-01',
  objectives: ['15', '4', '7', '2'],
};

const dayAfter = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** In the training network, before the person begins there: what `furnish` then opens on the laptop. */
export async function bringFurniture(url: string) {
  const note = sample('concept-note-long-title-en');
  const [, organization = ''] =
    Object.keys(note)
      .join(' ')
      .match(/organizations\/(\w{10})\b/) ?? [];
  return {
    pledge: await bring(url, 'pledge', sample('pledge-civil-registration-en')),
    faulty: await bring(url, 'pledge', faultyPledge),
    earlier: await bring(
      url,
      'pledge',
      { title: 'Begun on the earlier form', description: 'Words' },
      'pledge@1',
    ),
    update: await bring(url, 'pledge-update', sample('pledge-update-civil-registration-en')),
    practice: await bring(url, 'practice', sample('practice-returnee-mentors-en')),
    note: await bring(url, 'concept-note', {
      ...note,
      meetingDate: dayAfter(42 + 20),
      // Above the rate, so that the grid has a finding.
      [`budget/0000000008/amount/${organization}`]: 99_000_000,
    }),
  };
}

/** Brings a bundle in, with what waits in it. */
async function takeIn(page: Page, bundle: Uint8Array): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/hand-over';
  });
  const buffer = Buffer.from(bundle);
  const file = { name: 'a.deskbundle', mimeType: 'application/octet-stream', buffer };
  await page.locator('.bundle-room input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: 'Bring in 1 document' }).click();
  await page.getByText('1 document was brought in.').waitFor();
}

/** Brings the documents of the network to where the rooms have something to show. */
export async function furnish(
  desk: DeskPage,
  brought: Awaited<ReturnType<typeof bringFurniture>>,
): Promise<FurnishedDesk> {
  const { page } = desk;
  await desk.sendNow();
  await desk.openRoom('Desk');
  await page.getByText('Begun on the earlier form').first().waitFor();
  await desk.submit(brought.pledge, 'pledge');
  await desk.receiptOf(brought.pledge);
  await desk.open(brought.note);
  await page.keyboard.press('ControlOrMeta+s');
  await page.locator('.keep-note input').fill('Sent to the ministry');
  await page.keyboard.press('Enter');
  await page.locator('.keep-note').waitFor({ state: 'detached' });
  await desk
    .text('innovation')
    .fill('One method for staying and for moving, written down before anybody leaves.');
  await desk.everythingIsSaved();

  const inBundle = (id: DocId, fields: FieldMap): { document: BundleDocument; title: string } => ({
    document: bundleDocument(newDocument(id, 'pledge', 'pledge@2', fields, Date.now())),
    title: String(fields.title),
  });
  const made = {
    madeAt: new Date().toISOString(),
    appVersion: '0.1.0',
    space: 'training',
    versions: new Map(),
    files: new Map(),
    outbox: [],
  } as const;
  const bundle = packed({
    ...made,
    madeBy: { name: 'Leila Haddad', account: null },
    documents: [
      inBundle(aDoc(), { title: 'A mobile registry for the islands' }),
      inBundle(brought.faulty, { ...faultyPledge, title: 'Work permits', description: 'For all.' }),
    ],
  });
  const former = aDoc();
  const kept = { ministryCode: 'MOI-2019/44', followUp: 'The councils meet once more in the dry season.' };
  await takeIn(
    page,
    packed({
      ...made,
      madeBy: { name: 'Ana Ruiz Delgado', account: 'training' },
      documents: [inBundle(former, { title: 'Kept from an earlier form', ...kept })],
    }),
  );
  // What a colleague handed over is sent from here, in her name.
  const title = 'Registration by boat';
  const state = freeze(newDocument(aDoc(), 'pledge', 'pledge@2', { title }, Date.now()));
  const leila = { account: 'leila', name: 'Leila Haddad' };
  const carried = carriedOf(state, { ...leila, client: crypto.randomUUID() as ClientId, epoch: null });
  if (carried === undefined) throw new Error('nothing of the document waits to be sent');
  await takeIn(
    page,
    packed({
      ...made,
      madeBy: leila,
      documents: [{ document: bundleDocument(state), title }],
      outbox: [carried],
    }),
  );
  return {
    ...brought,
    former,
    bundle,
    sealedBundle: concatBytes(...(await sealBundle(bundle, 'a long night', testCrypto()))),
  };
}
