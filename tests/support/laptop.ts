import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from '@playwright/test';
import { type BrowserProcess, startBrowserProcess } from './browser-process.ts';
import { type CutProxy, startCutProxy } from './cut-proxy.ts';
import type { RunningApp } from './electron-host/running-app.ts';
import { startApp } from './electron-host/start-app.ts';
import { builtRenderer, type SandboxProcess } from './sandbox-process.ts';

/** What a person would give up waiting for. */
const actionTimeoutMs = 20_000;

/** A person's laptop: a profile of its own and a cable to the network, with the app on it. */
export type Laptop = {
  /** What surrounds the window, for the record of the run. */
  readonly shell: string;
  readonly cable: CutProxy;
  /** The window; another one after `reopen`. */
  readonly page: Page;
  /** What the person answers where the app next asks where to save; null: it never asks, but downloads. */
  readonly saveNextTo: ((path: string) => Promise<void>) | null;
  goOffline(): Promise<void>;
  goOnline(): Promise<void>;
  /** Closes the app and opens it again on the same profile. */
  reopen(): Promise<void>;
  /** SIGKILL to the process that holds the store, in mid-sentence; `start` opens the app again. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Damages the files of the store while the app is not running: takes them away, or turns bytes in them. */
  damageStore(how: 'removed' | 'garbled'): void;
  dispose(): Promise<void>;
};

/** Every folder of IndexedDB below a profile, and all that is in it. */
const damageStoreIn = (profile: string, how: 'removed' | 'garbled'): void => {
  const names = readdirSync(profile, { recursive: true, encoding: 'utf8' });
  const folders = names.filter((name) => basename(name) === 'IndexedDB');
  if (folders.length === 0) throw new Error(`there is no store to damage in ${profile}`);
  for (const folder of folders.map((name) => join(profile, name))) {
    if (how === 'removed') rmSync(folder, { recursive: true });
    else garble(folder);
  }
};

/** Turns every byte in the files that hold the rows, but for the first and last eighth of each. */
const garble = (folder: string): void => {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    if (!/\.(log|ldb|blob)$/.test(name) || !statSync(path).isFile()) continue;
    const bytes = readFileSync(path);
    const edge = Math.floor(bytes.length / 8);
    writeFileSync(
      path,
      bytes.map((byte, index) => (index >= edge && index < bytes.length - edge ? byte ^ 0xa5 : byte)),
    );
  }
};

/** The browser edition, served by the network through the cable, in a Chromium of its own. */
export async function openBrowserLaptop(network: SandboxProcess): Promise<Laptop> {
  if (!existsSync(join(builtRenderer, 'index.html'))) {
    throw new Error('the app is not built; run: npm run build');
  }
  const profile = mkdtempSync(join(tmpdir(), 'compact-desk-laptop-'));
  const cable = await startCutProxy(network.port);
  let browser: BrowserProcess;
  let page: Page;
  const open = async (): Promise<void> => {
    browser = await startBrowserProcess(profile);
    page = browser.context.pages()[0] ?? (await browser.context.newPage());
    page.setDefaultTimeout(actionTimeoutMs);
    await page.setViewportSize({ width: 1360, height: 900 });
    await page.goto(`${cable.url}/`);
  };
  await open();
  return {
    shell: 'browser edition',
    cable,
    get page() {
      return page;
    },
    saveNextTo: null,
    async goOffline() {
      // The first start fills the cache of the app's files; without it there is nothing to open offline.
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
      cable.cut();
      await browser.context.setOffline(true);
    },
    async goOnline() {
      cable.restore();
      await browser.context.setOffline(false);
    },
    async reopen() {
      await browser.close();
      await open();
    },
    kill: () => browser.kill(),
    start: open,
    damageStore: (how) => damageStoreIn(profile, how),
    async dispose() {
      await browser.close();
      await cable.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** The built main and preload bundles, in real Electron where it can run, else on the stand-in host. */
export async function openHostedLaptop(network: SandboxProcess): Promise<Laptop> {
  const profile = mkdtempSync(join(tmpdir(), 'compact-desk-laptop-'));
  const userData = join(profile, 'user-data');
  const cable = await startCutProxy(network.port);
  const open = async (): Promise<RunningApp> => {
    const started = await startApp({ userData, args: [`--server=${cable.url}`] });
    started.page.setDefaultTimeout(actionTimeoutMs);
    return started;
  };
  let app = await open();
  return {
    get shell() {
      return app.shell;
    },
    cable,
    get page() {
      return app.page;
    },
    saveNextTo: (path) => app.answerNextSaveDialog(path),
    async goOffline() {
      cable.cut();
      await app.setOnline(false);
    },
    async goOnline() {
      cable.restore();
      await app.setOnline(true);
    },
    async reopen() {
      await app.close();
      app = await open();
    },
    kill: () => app.kill(),
    async start() {
      app = await open();
    },
    damageStore: (how) => damageStoreIn(profile, how),
    async dispose() {
      await app.close();
      await cable.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
