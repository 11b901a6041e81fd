import { contextBridge, ipcRenderer } from 'electron';
import { channels, type DesktopApi, windowEvents } from '#shared/ipc/channels.ts';

const desktop: DesktopApi = {
  invoke: (channel, argument) => {
    if (!Object.hasOwn(channels, channel)) throw new Error(`no channel ${channel}`);
    return ipcRenderer.invoke(channel, argument);
  },
  on: (event, listener) => {
    if (!Object.hasOwn(windowEvents, event)) throw new Error(`no event ${event}`);
    // The event object of Electron stays on this side: it carries the sender.
    const forward = (_event: unknown, payload: Parameters<typeof listener>[0]): void => listener(payload);
    ipcRenderer.on(event, forward);
    return () => {
      ipcRenderer.removeListener(event, forward);
    };
  },
};

contextBridge.exposeInMainWorld('desktop', desktop);
