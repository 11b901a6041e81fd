import { expect } from '@playwright/test';
import type { DocKind } from '#shared/domain/document.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import { repairsNeeded, wordText } from '#tests/support/word-checks.ts';
import type { Written } from './desk-page.ts';
import { documentsToWrite, hasExamples } from './documents.ts';
import { test } from './journey.ts';
import { savedCopy } from './saved-copy.ts';

/** Positions in lists are the app's own affair; everything else must be as typed. */
const withoutPositions = (fields: FieldMap): FieldMap =>
  Object.fromEntries(Object.entries(fields).filter(([path]) => !path.endsWith('/pos')));

test('(a) three documents are written offline, outlive a restart, get their receipts online, and go out as Word and PDF', async ({
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

  for (const [index, { id, values }] of written.entries()) {
    await desk.open(id);
    await desk.page.getByRole('button', { name: 'Export' }).click();
    const menu = desk.page.getByRole('dialog', { name: 'Export this document' });
    const word = await savedCopy(laptop, () => menu.getByRole('button', { name: /^Word/ }).click());
    expect(repairsNeeded(word)).toEqual([]);
    const text = wordText(word).join('\n');
    expect(text).toContain(String(values.title));
    expect(text).toContain(receipts[index]);
    // Where there is no host that prints, the browser's own dialog makes it.
    if (laptop.saveNextTo === null) continue;
    const pdf = await savedCopy(laptop, () => menu.getByRole('button', { name: /^PDF/ }).click());
    expect(pdf.toString('latin1', 0, 5)).toBe('%PDF-');
    expect(pdf.toString('latin1')).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
    expect(pdf.toString('latin1')).not.toContain('/Subtype /Type3');
  }
});
