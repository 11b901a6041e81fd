import type { DesktopApi, NetworkAnswer } from '#shared/ipc/channels.ts';
import { onWindowWake } from './on-wake.ts';
import { printFontFaces, printPage } from './print-page.ts';
import type { Shell } from './shell.ts';

/** The shell around the window in Electron: every call goes to the main process through the preload's table. */
export const electronShell = (desktop: DesktopApi): Shell => ({
  kind: 'electron',
  info: () => desktop.invoke('app:info', {}),
  setServer: (url) => desktop.invoke('app:set-server', { url }),
  request: (request, abort) => {
    const id = abort === undefined ? undefined : crypto.randomUUID();
    if (id !== undefined)
      abort?.onAbort(() => void desktop.invoke('network:abort', { id }).catch(reportError));
    return desktop
      .invoke('network:request', { ...request, ...(id === undefined ? {} : { id }) })
      .catch((error): NetworkAnswer => ({ ok: false, code: 'connection', detail: String(error) }));
  },
  spaceKey: async (space) => {
    const answer = await desktop.invoke('secrets:space-key', { space });
    return answer.ok
      ? { state: 'open', key: answer.key, protection: answer.protection }
      : { state: 'failed', code: answer.code };
  },
  // The main process gives the key without a passphrase, so there is never one to open.
  unlock: async () => null,
  setPassphrase: async () => false,
  canSetPassphrase: false,
  openExternal: async (url) => (await desktop.invoke('app:open-external', { url })).opened,
  saveFile: (suggestedName, bytes) =>
    desktop.invoke('files:save', { suggestedName, bytes: Uint8Array.from(bytes) }),
  print: printPage,
  pdf: async (html) => {
    const answer = await desktop.invoke('print:pdf', { html });
    return answer.ok ? answer.bytes : null;
  },
  fontFaces: printFontFaces,
  journal: {
    checkpointBytes: 20_000_000,
    segments: async (space) => (await desktop.invoke('journal:segments', { space })).segments,
    append: (space, lines) => desktop.invoke('journal:append', { space, lines }),
    read: async (space, segment) => (await desktop.invoke('journal:read', { space, segment })).text,
    dropBefore: async (space, segment) => {
      await desktop.invoke('journal:drop-before', { space, segment });
    },
  },
  onWake: (listener) => {
    const stops = [onWindowWake(listener), desktop.on('app:wake', listener)];
    return () => {
      for (const stop of stops) stop();
    };
  },
  onMenuCommand: (listener) => desktop.on('menu:command', ({ command }) => listener(command)),
});
