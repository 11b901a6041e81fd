import type { WebPreferences } from 'electron';

/**
 * What the window may do: nothing but show our pages. Said in full, although most are Electron's defaults,
 * so that a test can hold them and a new default cannot loosen them.
 */
export const windowPreferences = (preload: string, isDevelopment: boolean): WebPreferences => ({
  preload,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  plugins: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  devTools: isDevelopment,
  // Elsewhere than on macOS the checker fetches its dictionaries from a server that is not ours.
  spellcheck: process.platform === 'darwin',
});
