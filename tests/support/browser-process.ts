import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { type Browser, type BrowserContext, chromium } from '@playwright/test';
import { chromiumExecutable } from '#build/chromium/chromium-executable.ts';

/** A Chromium of our own on a profile folder, which can be closed, or killed as a power cut would. */
export type BrowserProcess = {
  readonly context: BrowserContext;
  readonly version: string;
  close(): Promise<void>;
  /** SIGKILL to all its processes at once. */
  kill(): Promise<void>;
};

function debuggerAddress(child: ChildProcess): Promise<string> {
  const words: string[] = [];
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`Chromium ended before it was ready\n${words.join('\n')}`)));
    if (child.stderr === null) return;
    createInterface({ input: child.stderr }).on('line', (line) => {
      words.push(line);
      const address = /^DevTools listening on (ws:\S+)/.exec(line)?.[1];
      if (address !== undefined) resolve(address);
    });
  });
}

function endAll(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null) return;
  try {
    // Its helpers live in its process group; Windows ends them with their parent.
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It ended between the question and the signal.
  }
}

/** Starts a headless Chromium on a profile folder; `args` come after those that every test wants. */
export async function startBrowserProcess(
  profile: string,
  args: readonly string[] = [],
): Promise<BrowserProcess> {
  const executable = await chromiumExecutable();
  const child = spawn(
    executable.path,
    [
      ...executable.args,
      '--headless=new',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--hide-scrollbars',
      '--lang=en-GB',
      ...args,
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], detached: process.platform !== 'win32' },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let browser: Browser;
  try {
    browser = await chromium.connectOverCDP(await debuggerAddress(child));
  } catch (error) {
    endAll(child);
    throw error;
  }
  const context = browser.contexts()[0];
  if (context === undefined) throw new Error('Chromium opened without a default context');
  return {
    context,
    version: browser.version(),
    async close() {
      const session = await browser.newBrowserCDPSession();
      // The answer may be lost with the browser that gives it.
      await session.send('Browser.close').catch(() => undefined);
      await ended;
    },
    async kill() {
      endAll(child);
      await ended;
    },
  };
}
