import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  net,
  powerMonitor,
  protocol,
  safeStorage,
  session,
  shell,
} from 'electron';
import type { WindowEvent, WindowEventPayload } from '#shared/ipc/channels.ts';
import { contentSecurityPolicy } from '#shared/security/content-security-policy.ts';
import { appScheme, appUrl, ownAddresses } from './app-origin.ts';
import { startArguments } from './arguments.ts';
import { errorCode } from './durable-file.ts';
import { appHandlers } from './handlers/app.ts';
import { saveFile } from './handlers/files.ts';
import { journals } from './handlers/journal.ts';
import { networkAbort, networkRequest } from './handlers/network.ts';
import { printPdf } from './handlers/print.ts';
import { spaceKeys } from './handlers/secrets.ts';
import { openChannels } from './ipc.ts';
import { systemKeychain } from './keychain.ts';
import { fileLog } from './logger.ts';
import { menuTemplate } from './menu.ts';
import { menuStrings } from './menu-strings.ts';
import { PageShelf } from './page-shelf.ts';
import { openPrintWindow } from './print-window.ts';
import { appSchemes, serveWindow } from './protocol.ts';
import { guardContents, guardPermissions } from './security.ts';
import { serverSetting } from './server-setting.ts';
import { openWindow } from './window.ts';

function run(serverUrl: string | undefined): void {
  const inUserData = (...parts: string[]): string => join(app.getPath('userData'), ...parts);
  const beside = (...parts: string[]): string => join(import.meta.dirname, '..', ...parts);
  const isDevelopment = !app.isPackaged;
  const devServerUrl = isDevelopment ? process.env.ELECTRON_RENDERER_URL : undefined;
  const isOwnAddress = ownAddresses(devServerUrl);
  const log = fileLog(inUserData('logs', 'main.log'), Date.now);
  const server = serverSetting(inUserData('settings.json'), serverUrl);

  const refused = (what: string, where: string): void => log('warn', 'refused', { what, where });
  const openOutside = async (address: string): Promise<void> => shell.openExternal(address);
  const openFromPage = (address: string): void => {
    openOutside(address).catch((error) =>
      log('warn', 'open-outside-failed', { cause: errorCode(error) || String(error) }),
    );
  };

  const tell = <E extends WindowEvent>(event: E, payload: WindowEventPayload<E>): void => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send(event, payload);
  };

  const open = (): void => {
    openWindow({
      url: devServerUrl ?? appUrl,
      preload: beside('preload', 'index.cjs'),
      isDevelopment,
      stateFile: inUserData('window.json'),
      keepState: (state) => {
        try {
          writeFileSync(inUserData('window.json'), JSON.stringify(state), { mode: 0o600 });
        } catch (error) {
          log('warn', 'window-state-not-kept', { cause: errorCode(error) });
        }
      },
    });
  };

  app.on('web-contents-created', (_event, contents) => {
    guardContents(contents, { isOwnAddress, openOutside: openFromPage, refused });
    contents.on('render-process-gone', (_gone, { reason, exitCode }) => {
      log('error', 'window-gone', { reason, exitCode });
      if (reason !== 'clean-exit' && reason !== 'killed') contents.reload();
    });
  });
  app.on('second-instance', () => {
    const window = BrowserWindow.getAllWindows()[0];
    if (window === undefined) return open();
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });

  const start = (): void => {
    const shelf = new PageShelf(randomUUID);
    guardPermissions(session.defaultSession, { isOwnAddress, refused });
    protocol.handle(
      appScheme,
      shelf.serve(
        serveWindow({
          root: beside('renderer'),
          contentSecurityPolicy: contentSecurityPolicy({ connectSrc: "'none'" }),
        }),
      ),
    );

    const about = appHandlers({
      version: app.getVersion(),
      platform: process.platform,
      server,
      openOutside,
    });
    const journal = journals({ folder: inUserData('journal'), log });
    const abortable = new Map<string, () => void>();
    openChannels(
      ipcMain,
      {
        'app:info': about.info,
        'app:set-server': about.setServer,
        'app:open-external': about.openExternal,
        'network:request': networkRequest({
          abortable,
          fetch: (url, init) => net.fetch(url, init),
          isOnline: () => net.isOnline(),
          serverUrl: server.url,
        }),
        'network:abort': networkAbort(abortable),
        'secrets:space-key': spaceKeys({
          folder: inUserData('keys'),
          keychain: systemKeychain(safeStorage, process.platform),
          log,
        }),
        'journal:segments': journal.segments,
        'journal:append': journal.append,
        'journal:read': journal.read,
        'journal:drop-before': journal.dropBefore,
        'print:pdf': printPdf({ shelf, openHidden: openPrintWindow, log }),
        'files:save': saveFile({
          askWhere: (options) => dialog.showSaveDialog(options),
          documentsFolder: () => app.getPath('documents'),
        }),
      },
      { isOwnAddress, log },
    );

    Menu.setApplicationMenu(
      Menu.buildFromTemplate(
        menuTemplate({
          strings: menuStrings(app.getLocale()),
          platform: process.platform,
          isDevelopment,
          send: (command) => tell('menu:command', { command }),
        }),
      ),
    );
    powerMonitor.on('resume', () => tell('app:wake', {}));
    powerMonitor.on('unlock-screen', () => tell('app:wake', {}));
    app.on('activate', () => {
      if (BrowserWindow.getAllWindows().length === 0) open();
    });
    log('info', 'started', { version: app.getVersion(), platform: process.platform, server: server.url() });
    open();
  };

  app.whenReady().then(start, (error: unknown) => {
    log('error', 'start-failed', { cause: String(error) });
    app.exit(1);
  });
}

// Before anything is read or written: two processes on one profile would tear each other's store.
if (app.requestSingleInstanceLock()) {
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged(appSchemes);
  const given = startArguments(process.argv);
  if (given.ok) {
    run(given.value.serverUrl);
  } else {
    process.stderr.write(`compact-desk: ${given.error}\n`);
    app.exit(2);
  }
} else {
  app.quit();
}
