import { BrowserWindow, type WebPreferences } from 'electron';
import type { HiddenWindow } from './handlers/print.ts';

/** As little as a page needs to be laid out: no preload, hence no channel, and no scripts. */
export const printPreferences: WebPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
  webviewTag: false,
  plugins: false,
  javascript: false,
  images: false,
  devTools: false,
  spellcheck: false,
};

/** A window in which a page is laid out for a PDF: sizes and margins are those of the page's own `@page`. */
export const openPrintWindow = (): HiddenWindow => {
  const window = new BrowserWindow({
    show: false,
    width: 800,
    height: 1000,
    webPreferences: printPreferences,
  });
  return {
    load: (address) => window.loadURL(address),
    pdf: () =>
      window.webContents.printToPDF({
        preferCSSPageSize: true,
        printBackground: true,
        generateTaggedPDF: true,
      }),
    destroy: () => window.destroy(),
  };
};
