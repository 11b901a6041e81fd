import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { _electron } from '@playwright/test';
import type { RunningApp, StartOptions } from './running-app.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Starts the built app in real Electron through Playwright. */
export async function startElectron({
  userData,
  args = [],
  env = {},
  main,
}: StartOptions): Promise<RunningApp> {
  const app = await _electron.launch({
    args: [`--user-data-dir=${userData}`, main ?? root, ...args],
    env: { ...(process.env as Record<string, string>), ...env },
  });
  const child = app.process();
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (part: Buffer) => {
      output += part.toString();
    });
  }
  // The system's browser must not open while tests run; what would have been opened is kept instead.
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { openedAddresses: opened });
    shell.openExternal = async (url) => {
      opened.push(url);
    };
  });
  const page = await app.firstWindow();

  return {
    shell: 'electron',
    page,
    close: async () => {
      await app.evaluate(({ BrowserWindow }) => {
        for (const window of BrowserWindow.getAllWindows()) window.close();
      });
      return exited;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
    setOnline: (online) =>
      app.evaluate(
        ({ session }, offline) => session.defaultSession.enableNetworkEmulation({ offline }),
        !online,
      ),
    answerNextSaveDialog: (path) =>
      app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = async () => ({ canceled: filePath === null, filePath: filePath ?? '' });
      }, path),
    openedAddresses: () =>
      app.evaluate(() => (globalThis as unknown as { openedAddresses: string[] }).openedAddresses),
    chooseMenu: (id) =>
      app.evaluate(({ Menu }, item) => {
        Menu.getApplicationMenu()?.getMenuItemById(item)?.click();
      }, id),
    output: () => output,
  };
}
