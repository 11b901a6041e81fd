import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Laptop } from '#tests/support/laptop.ts';

/** The bytes of a file that a press makes: by the dialog of the system where the app asks for a place, else downloaded. */
export async function savedCopy(laptop: Laptop, press: () => Promise<void>): Promise<Buffer> {
  if (laptop.saveNextTo === null) {
    const download = laptop.page.waitForEvent('download', { timeout: 60_000 });
    await press();
    return readFileSync(await (await download).path());
  }
  const folder = mkdtempSync(join(tmpdir(), 'compact-desk-saved-'));
  const path = join(folder, 'copy');
  try {
    await laptop.saveNextTo(path);
    await press();
    await expect
      .poll(() => readFileSync(path, { flag: 'a+' }).length, { timeout: 60_000 })
      .toBeGreaterThan(0);
    return readFileSync(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
