import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Shell } from '#renderer/shell/shell.ts';
import { buildBrowserProbe } from '#tests/support/browser-probe/build-browser-probe.ts';
import { type StaticServer, startStaticServer } from '#tests/support/browser-probe/static-server.ts';
import { type BrowserProcess, startBrowserProcess } from '#tests/support/browser-process.ts';

/** What a page sees; the functions below run in it. */
type ProbePage = Window & { shell: Shell };

let folder: string;
let profile: string;
let server: StaticServer;
let browser: BrowserProcess;
let page: Page;

async function openPage(): Promise<void> {
  browser = await startBrowserProcess(profile);
  page = await browser.context.newPage();
  await page.goto(server.url);
  await page.waitForFunction(() => 'shell' in window);
}

const spaceKey = () =>
  page.evaluate(async () => {
    const found = await (window as unknown as ProbePage).shell.spaceKey('training');
    return found.state === 'open' ? { ...found, key: [...found.key] } : found;
  });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'compact-desk-browser-'));
  profile = join(folder, 'profile');
  await buildBrowserProbe(join(folder, 'out'), 'one');
  server = await startStaticServer(join(folder, 'out'));
  await openPage();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the key of the browser edition in a real browser', () => {
  let key: number[];

  it('survives a kill right after it was made', async () => {
    const made = await spaceKey();
    expect(made).toMatchObject({ state: 'open', protection: 'none', key: { length: 32 } });
    await browser.kill();
    await openPage();
    expect(await spaceKey()).toEqual(made);
    key = made.state === 'open' ? made.key : [];
  });

  it('opens only with its passphrase once there is one, also after a kill', async () => {
    const isSet = await page.evaluate(
      (bytes) =>
        (window as unknown as ProbePage).shell.setPassphrase(
          'training',
          Uint8Array.from(bytes),
          'río grande',
        ),
      key,
    );
    expect(isSet).toBe(true);
    await browser.kill();
    await openPage();
    expect(await spaceKey()).toEqual({ state: 'locked' });
    const unlocked = await page.evaluate(async () => {
      const { shell } = window as unknown as ProbePage;
      const wrong = await shell.unlock('training', 'rio grande');
      const right = await shell.unlock('training', 'río grande');
      return { wrong, right: right === null ? null : [...right] };
    });
    expect(unlocked).toEqual({ wrong: null, right: key });
  });

  it('lies nowhere in the profile any more, neither as bytes nor as text', async () => {
    await browser.close();
    const bare = Buffer.from(key);
    const forms = [
      bare,
      Buffer.from(bare.toString('base64')),
      Buffer.from(bare.toString('base64'), 'utf16le'),
    ];
    const files = readdirSync(profile, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    const found = files
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => {
        const content = readFileSync(file);
        return forms.some((form) => content.includes(form));
      });
    expect(files.length).toBeGreaterThan(10);
    expect(found).toEqual([]);
    await openPage();
  });
});

describe('the service worker', () => {
  const ready = () => page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const request = () =>
    page.evaluate(() =>
      (window as unknown as ProbePage).shell
        .request({ method: 'GET', path: '/v1/time', headers: {}, idleTimeoutMs: 2000 })
        .then((answer) => (answer.ok ? String.fromCharCode(...answer.body) : answer.code)),
    );

  it('starts the app without a server, at any of its addresses', async () => {
    await ready();
    await server.stop();
    await page.goto(`${server.url}/`);
    await expect.poll(() => page.title()).toBe('version one');
    await page.goto(`${server.url}/outbox`);
    await expect.poll(() => page.title()).toBe('version one');
    expect(await request()).toBe('connection');
    await server.start();
  });

  it('never answers for the server', async () => {
    await page.goto(`${server.url}/`);
    await page.waitForFunction(() => 'shell' in window);
    expect([await request(), await request(), await request()]).toEqual(['1', '2', '3']);
  });

  it('leaves an open page its version and gives the next start the new one', async () => {
    await buildBrowserProbe(join(folder, 'out'), 'two');
    // Asked anew until it is there: a search for updates that the last page began, and that has read the old file
    // already, answers for those that are asked for meanwhile.
    const waiting = () =>
      page.evaluate(async () => {
        const found = await navigator.serviceWorker.getRegistration();
        await found?.update();
        return found?.waiting?.state;
      });
    await expect.poll(waiting, { timeout: 10_000 }).toBe('installed');
    expect(await page.title()).toBe('version one');
    await page.reload();
    await expect.poll(() => page.title(), { timeout: 10_000 }).toBe('version two');
    await server.stop();
    await page.reload();
    await expect.poll(() => page.title()).toBe('version two');
    await server.start();
  });
});
