import { defaultServer, serverAddress } from './server-address.ts';
import { readSettings, writeSettings } from './settings-file.ts';

/**
 * The server in force: what the app was started with, else what is stored, else the one on this laptop.
 * A stored address that no longer passes counts as none.
 */
export function serverSetting(file: string, fromArguments: string | undefined) {
  const stored = serverAddress(readSettings(file).serverUrl ?? '');
  let inForce = fromArguments ?? (stored.ok ? stored.value : defaultServer);
  return {
    url: (): string => inForce,
    set: async (url: string): Promise<void> => {
      await writeSettings(file, { serverUrl: url });
      inForce = url;
    },
  };
}
