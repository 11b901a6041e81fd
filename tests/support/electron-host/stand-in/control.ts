import { app } from './app.ts';
import { debuggingAddress } from './browser.ts';
import { BrowserWindow } from './browser-window.ts';
import { answerNextSaveDialog, openedAddresses, powerMonitor } from './desktop.ts';
import { Menu } from './menu.ts';
import { setOnline } from './net.ts';
import { askPermission } from './session.ts';

/** What a test can ask of the host, beside what it does in the page. */
const commands = {
  /** Where to attach; undefined until the window has loaded its page. */
  attach: (): string | undefined => {
    const hasPage = BrowserWindow.getAllWindows().some((window) => /^app:/.test(window.webContents.getURL()));
    return hasPage ? debuggingAddress(app.getPath('userData')) : undefined;
  },
  closeWindows: (): void => {
    for (const window of BrowserWindow.getAllWindows()) window.close();
  },
  setOnline,
  answerNextSaveDialog,
  openedAddresses,
  askPermission,
  resume: (): void => {
    powerMonitor.emit('resume');
  },
  chooseMenu: (id: string): void => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(id);
    if (item?.click === undefined) throw new Error(`no menu item ${id}`);
    item.click();
  },
};

export type HostCommands = typeof commands;
export type HostCommand = keyof HostCommands;
type Asked = { readonly id: number; readonly command: HostCommand; readonly given: readonly unknown[] };
export type Answered = { readonly id: number; readonly value?: unknown; readonly error?: string };

/** Listens to the process that started this one. */
export function listenToTest(): void {
  process.on('message', async ({ id, command, given }: Asked) => {
    try {
      const run = commands[command] as (...given: readonly unknown[]) => unknown;
      process.send?.({ id, value: await run(...given) } satisfies Answered);
    } catch (error) {
      process.send?.({ id, error: String(error) } satisfies Answered);
    }
  });
  process.channel?.unref();
  // Whoever started us is gone: nobody is left to close the window.
  process.on('disconnect', () => app.exit(1));
}
