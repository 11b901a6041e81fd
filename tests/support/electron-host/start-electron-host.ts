import { type Browser, chromium, type Page } from '@playwright/test';
import { HostProcess } from './host-process.ts';
import { poll } from './poll.ts';
import type { RunningApp, StartOptions } from './running-app.ts';
import type { HostCommands } from './stand-in/control.ts';

/** The app on the stand-in host, with what only the stand-in can be asked. */
export type HostedApp = RunningApp & {
  readonly shell: 'stand-in';
  askPermission(
    ...given: Parameters<HostCommands['askPermission']>
  ): ReturnType<HostCommands['askPermission']>;
  /** As after a laptop's sleep. */
  resume(): Promise<void>;
};

/**
 * Starts the built main and preload bundles, untouched, on Node with a Chromium page as the window, and attaches
 * to that page. Rejects with the host's output when it ends before it shows a window.
 */
export async function startElectronHost(options: StartOptions): Promise<HostedApp> {
  const host = new HostProcess(options);
  try {
    const address = await poll('the window of the host', () => host.ask('attach'));
    const browser = await chromium.connectOverCDP(address);
    const page = await poll('the page of the window', () => windowPage(browser));
    return hosted(host, browser, page);
  } catch (error) {
    await host.kill();
    throw error;
  }
}

const windowPage = (browser: Browser): Page | undefined =>
  browser
    .contexts()
    .flatMap((context) => context.pages())
    .find((page) => page.url().startsWith('http://desk.app.localhost/'));

const hosted = (host: HostProcess, browser: Browser, page: Page): HostedApp => ({
  shell: 'stand-in',
  page,
  close: async () => {
    if (!host.hasExited) await host.ask('closeWindows');
    return host.exited;
  },
  kill: async () => {
    if (host.hasExited) return;
    await killBrowser(browser);
    await host.kill();
  },
  setOnline: (online) => host.ask('setOnline', online),
  answerNextSaveDialog: (path) => host.ask('answerNextSaveDialog', path),
  openedAddresses: () => host.ask('openedAddresses'),
  chooseMenu: (id) => host.ask('chooseMenu', id),
  askPermission: (permission, url) => host.ask('askPermission', permission, url),
  resume: () => host.ask('resume'),
  output: () => host.output,
});

/** Kills Chromium's own process before the host's, so that nothing can be written in good order. */
async function killBrowser(browser: Browser): Promise<void> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const main = processInfo.find(({ type }) => type === 'browser');
  if (main === undefined) throw new Error('Chromium does not name its own process');
  process.kill(main.id, 'SIGKILL');
  await poll('the end of Chromium', () => (isAlive(main.id) ? undefined : true));
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
