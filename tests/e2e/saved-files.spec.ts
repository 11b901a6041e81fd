import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { repairsNeeded, wordText } from '#tests/support/word-checks.ts';
import { sample } from './documents.ts';
import { test } from './journey.ts';

/** What the app makes and saves by the dialog of the system: its worker, its print page and its policy are the host's. */
test('a practice is saved as Word, as a tagged PDF and as a bundle behind a passphrase, which opens again', async ({
  laptop,
  desk,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'compact-desk-saved-'));
  const { page } = desk;
  const saved = async (name: string, press: () => Promise<void>): Promise<Buffer> => {
    const path = join(folder, name);
    await laptop.saveNextTo?.(path);
    await press();
    await expect
      .poll(() => readFileSync(path, { flag: 'a+' }).length, { timeout: 60_000 })
      .toBeGreaterThan(0);
    return readFileSync(path);
  };
  try {
    await desk.enter('Just write');
    const { id } = await desk.write('practice', { ...sample('practice-returnee-mentors-en') });
    await page.getByRole('button', { name: 'Export' }).click();
    const menu = page.getByRole('dialog', { name: 'Export this document' });
    const word = await saved('practice.docx', () => menu.getByRole('button', { name: /^Word/ }).click());
    expect(repairsNeeded(word)).toEqual([]);
    expect(wordText(word).join('\n')).toContain('Training manual for mentors');
    const pdf = (
      await saved('practice.pdf', () => menu.getByRole('button', { name: /^PDF/ }).click())
    ).toString('latin1');
    expect(pdf.slice(0, 5)).toBe('%PDF-');
    expect(pdf).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
    expect(pdf).not.toContain('/Subtype /Type3');

    await desk.goTo(`#/hand-over?docs=${id}`);
    await page.getByLabel('Passphrase').fill('a long night');
    const bundle = await saved('practice.deskbundle', () =>
      page.getByRole('button', { name: 'Save the bundle' }).click(),
    );
    expect(bundle.includes('Training manual')).toBe(false);
    await page.locator('input[type=file]').setInputFiles(join(folder, 'practice.deskbundle'));
    const bringIn = page.getByRole('region', { name: 'Bring in a bundle' });
    await bringIn.getByLabel('Passphrase').fill('a long night');
    await bringIn.getByRole('button', { name: 'Open it' }).click();
    await expect(bringIn.getByRole('list', { name: 'Documents in this bundle' })).toContainText(
      'The same as here',
      {
        timeout: 60_000,
      },
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
