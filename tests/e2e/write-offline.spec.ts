import { expect } from '@playwright/test';
import type { DocKind } from '#shared/domain/document.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import type { Written } from './desk-page.ts';
import { documentsToWrite, hasExamples } from './documents.ts';
import { test } from './journey.ts';

/** Positions in lists are the app's own affair; everything else must be as typed. */
const withoutPositions = (fields: FieldMap): FieldMap =>
  Object.fromEntries(Object.entries(fields).filter(([path]) => !path.endsWith('/pos')));

test('(a) three documents are written offline, outlive a restart, and get their receipts online', async ({
  laptop,
  desk,
  atNetwork,
}) => {
  test.setTimeout(300_000);
  const input = hasExamples
    ? 'real documents, filled up from the samples'
    : 'samples, no examples being at hand';
  test.info().annotations.push({ type: 'input', description: input });
  console.log(`written from ${input}`);
  await desk.enter();
  await laptop.goOffline();

  const written: (Written & { readonly kind: DocKind })[] = [];
  for (const { kind, values } of documentsToWrite()) {
    written.push({ kind, ...(await desk.write(kind, values)) });
  }
  await laptop.reopen();
  for (const { id, values } of written) {
    await desk.open(id);
    await expect(desk.text('title')).toHaveValue(String(values.title));
  }
  for (const { id, kind } of written) await desk.submit(id, kind);
  expect(await atNetwork.documents()).toEqual(new Map());

  await laptop.goOnline();
  const receipts = [];
  for (const { id } of written) receipts.push(await desk.receiptOf(id));
  expect(new Set(receipts).size).toBe(3);

  const atTheNetwork = await atNetwork.documents();
  for (const { id, kind, values } of written) {
    const held = atTheNetwork.get(id);
    expect(held).toMatchObject({ kind, stage: 'submitted' });
    expect(withoutPositions(held?.fields ?? {})).toEqual(expect.objectContaining(withoutPositions(values)));
  }
});
