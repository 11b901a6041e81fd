import { expect, type Page } from '@playwright/test';
import { storeVersion } from '#renderer/data/migrations.ts';
import { aDoc, creation, set, signIn } from '#tests/contract/network-client.ts';
import { openBrowserLaptop } from '#tests/support/laptop.ts';
import { DeskPage } from './desk-page.ts';
import { test } from './journey.ts';

const documents = 300;
/** A different place of the start at each kill, in milliseconds from its beginning. */
const killedAfterMs = [0, 60, 120, 200, 300, 450];

/** Dexie counts in tens: version 1 of the store is 10. */
const firstVersion = 10;
const tablesOfFirstVersion = ['documents', 'contents', 'outbox', 'submissions', 'meta'];

/** Rows and version of the space's store, whatever the app would say of it. */
const storeAt = (page: Page) =>
  page.evaluate(async () => {
    const [found] = (await indexedDB.databases()).filter(({ name }) => name?.includes('training'));
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(found?.name ?? '');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const rows = await new Promise<number>((resolve, reject) => {
      const request = database.transaction('contents').objectStore('contents').count();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const { version } = database;
    database.close();
    return { version, rows };
  });

/** Puts the rows of the store into one of the first version, as a laptop has it that was not updated since. */
const setBack = (page: Page) =>
  page.evaluate(
    async ({ version, tables }) => {
      const done = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const [found] = (await indexedDB.databases()).filter(({ name }) => name?.includes('training'));
      const name = found?.name ?? '';
      const now = await done(indexedDB.open(name));
      const stores = tables.map((table) => now.transaction(table).objectStore(table));
      const kept = await Promise.all(
        stores.map(async (store) => ({
          name: store.name,
          keyPath: store.keyPath,
          indexes: [...store.indexNames].map((index) => ({ index, on: store.index(index).keyPath })),
          rows: await done(store.getAll()),
        })),
      );
      now.close();
      await done(indexedDB.deleteDatabase(name));
      const opening = indexedDB.open(name, version);
      opening.onupgradeneeded = () => {
        for (const table of kept) {
          const store = opening.result.createObjectStore(table.name, { keyPath: table.keyPath });
          for (const { index, on } of table.indexes) store.createIndex(index, on);
          for (const row of table.rows) store.put(row);
        }
      };
      (await done(opening)).close();
    },
    { version: firstVersion, tables: tablesOfFirstVersion },
  );

test('a start that changes the store to a new version may be killed at any moment', async ({ network }) => {
  test.setTimeout(240_000);
  const colleague = await signIn(network.url);
  for (let start = 0; start < documents; start += 100) {
    await colleague.push(
      Array.from({ length: 100 }, (_, index) => creation(aDoc(), [set('title', `Pledge ${start + index}`)])),
    );
  }
  const laptop = await openBrowserLaptop(network);
  try {
    const desk = new DeskPage(laptop);
    const everything = () => desk.page.getByText(`${documents} documents`).first();
    await desk.enter();
    await expect(everything()).toBeVisible({ timeout: 60_000 });
    const script = await laptop.page.locator('script[src]').first().getAttribute('src');
    await laptop.goOffline();
    const seen: number[] = [];
    for (const ms of killedAfterMs) {
      // A page of the same origin on which the app does not run.
      await laptop.page.goto(new URL(script ?? '', laptop.page.url()).href);
      await setBack(laptop.page);
      expect(await storeAt(laptop.page)).toEqual({ version: firstVersion, rows: documents });
      const started = performance.now();
      const starting = laptop.page.goto(new URL('/', laptop.page.url()).href).catch(() => null);
      await expect.poll(() => performance.now() - started, { intervals: [5] }).toBeGreaterThanOrEqual(ms);
      await laptop.kill();
      await starting;
      await laptop.start();
      await expect(everything()).toBeVisible();
      await expect(desk.page.getByText('came back from the safety copy')).toHaveCount(0);
      const { version, rows } = await storeAt(laptop.page);
      expect(rows).toBe(documents);
      seen.push(version);
    }
    expect(seen, 'every start ended with the new version').toEqual(
      killedAfterMs.map(() => 10 * storeVersion),
    );
  } finally {
    await laptop.dispose();
  }
});
