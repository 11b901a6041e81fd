import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium } from '@playwright/test';
import { chromiumExecutable } from '#build/chromium/chromium-executable.ts';
import { startWindowServer } from './window-server.ts';

let running: Promise<BrowserContext> | undefined;

/** The Chromium behind every window of this host: one, with its profile below the app's user data. */
export function browserContext(userData: string): Promise<BrowserContext> {
  running ??= launch(join(userData, 'chromium'));
  return running;
}

async function launch(profile: string): Promise<BrowserContext> {
  const [port, { path, args }] = await Promise.all([startWindowServer(), chromiumExecutable()]);
  rmSync(join(profile, 'DevToolsActivePort'), { force: true });
  return chromium.launchPersistentContext(profile, {
    executablePath: path,
    args: [
      ...args,
      `--host-resolver-rules=MAP *.localhost:80 127.0.0.1:${port}`,
      // A second door beside Playwright's own pipe: the test comes in by it.
      '--remote-debugging-port=0',
    ],
    viewport: null,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

/** Where a test can attach, once Chromium runs; undefined before. */
export function debuggingAddress(userData: string): string | undefined {
  const file = join(userData, 'chromium', 'DevToolsActivePort');
  if (!existsSync(file)) return undefined;
  const [port, path] = readFileSync(file, 'utf8').split('\n');
  return port === undefined || path === undefined ? undefined : `ws://127.0.0.1:${port}${path}`;
}

/** Ends Chromium in an orderly way, if it runs. */
export async function closeBrowser(): Promise<void> {
  const context = await running?.catch(() => undefined);
  await context?.close().catch(() => {});
}
