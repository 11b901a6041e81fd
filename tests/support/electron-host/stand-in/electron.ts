/**
 * Stands in for the module `electron`, where its runtime is not to be had. What is exported here is what the
 * built main bundle imports: another import fails at once, by name, when the bundle is loaded.
 */
import { listenToTest } from './control.ts';

// biome-ignore-start lint/performance/noBarrelFile: this file is a module of several exports to whoever imports it
export { app } from './app.ts';
export { BrowserWindow } from './browser-window.ts';
export { dialog, nativeTheme, powerMonitor, screen, shell } from './desktop.ts';
export { ipcMain } from './ipc-main.ts';
export { Menu } from './menu.ts';
export { net } from './net.ts';
export { safeStorage } from './safe-storage.ts';
export { session } from './session.ts';
export { protocol } from './window-server.ts';

// biome-ignore-end lint/performance/noBarrelFile: see above

process.stdout.write('shell: stand-in\n');
if (process.send !== undefined) listenToTest();
