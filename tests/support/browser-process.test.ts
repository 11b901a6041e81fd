import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startBrowserProcess } from './browser-process.ts';

test('a profile outlives the browser that was killed on it', async () => {
  const server = createServer((_, response) => response.end('<!doctype html><title>here</title>'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const profile = mkdtempSync(join(tmpdir(), 'compact-desk-profile-'));
  try {
    const first = await startBrowserProcess(profile);
    const page = await first.context.newPage();
    await page.goto(url);
    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('kept', 1);
          opening.onupgradeneeded = () => opening.result.createObjectStore('words');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const writing = opening.result.transaction('words', 'readwrite', { durability: 'strict' });
            writing.objectStore('words').put('durable', 'word');
            writing.oncomplete = () => resolve();
          };
        }),
    );
    await first.kill();

    const second = await startBrowserProcess(profile);
    const again = await second.context.newPage();
    await again.goto(url);
    const word = await again.evaluate(
      () =>
        new Promise((resolve) => {
          const opening = indexedDB.open('kept', 1);
          opening.onsuccess = () => {
            const reading = opening.result.transaction('words').objectStore('words').get('word');
            reading.onsuccess = () => resolve(reading.result);
          };
        }),
    );
    expect(word).toBe('durable');
    await second.close();
  } finally {
    server.close();
    rmSync(profile, { recursive: true, force: true });
  }
});
