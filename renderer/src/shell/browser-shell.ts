import { browserKeys } from './browser-keys.ts';
import { browserRequest } from './browser-request.ts';
import { downloadFile } from './download-file.ts';
import { privateFileVault } from './key-vault.ts';
import { onWindowWake } from './on-wake.ts';
import { printFontFaces, printPage } from './print-page.ts';
import { privateFileJournal } from './private-file-journal.ts';
import type { Shell } from './shell.ts';

const isOpenable = (url: string): boolean =>
  URL.canParse(url) && ['https:', 'mailto:'].includes(new URL(url).protocol);

/**
 * The shell of the browser edition: the server is the origin that the page came from, keys lie in the browser,
 * files are downloads. Registers the service worker in built pages, so that the next start needs no network: when
 * there is nothing more urgent, since a new one fetches every file of the app.
 */
export function browserShell(whenIdle: () => Promise<void>): Shell {
  if (import.meta.env.PROD && 'serviceWorker' in navigator) {
    // Without it the app works, but only starts with a connection: nothing that the person can mend here.
    whenIdle()
      .then(() => navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' }))
      .catch(reportError);
  }
  const keys = browserKeys(privateFileVault(), (length) => crypto.getRandomValues(new Uint8Array(length)));
  let hasAskedToPersist = false;

  return {
    kind: 'browser',
    info: async () => ({
      version: String(import.meta.env.VITE_APP_VERSION ?? 'development'),
      platform: navigator.platform,
      serverUrl: location.origin,
      // The browser keeps what another origin stores apart by itself.
      networkSpace: 'training',
    }),
    setServer: async (url) =>
      URL.canParse(url) ? { ok: true, serverUrl: location.origin } : { ok: false, code: 'not-a-url' },
    request: browserRequest({
      fetch: (url, init) => fetch(url, init),
      isOnline: () => navigator.onLine,
    }),
    spaceKey: (space) => {
      // Before the first words are kept: the browser then does not evict them when the disk runs short.
      if (!hasAskedToPersist) {
        hasAskedToPersist = true;
        navigator.storage.persist().catch(reportError);
      }
      return keys.spaceKey(space);
    },
    unlock: keys.unlock,
    setPassphrase: keys.setPassphrase,
    canSetPassphrase: true,
    openExternal: async (url) => {
      if (!isOpenable(url)) return false;
      window.open(url, '_blank', 'noopener,noreferrer');
      return true;
    },
    saveFile: async (suggestedName, bytes) => downloadFile(suggestedName, bytes),
    print: printPage,
    pdf: null,
    fontFaces: printFontFaces,
    journal: privateFileJournal(),
    onWake: onWindowWake,
    onMenuCommand: () => () => {},
  };
}
