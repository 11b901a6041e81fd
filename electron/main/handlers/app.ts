import type { Answer, Argument } from '#shared/ipc/channels.ts';
import { externalAddress } from '../external-address.ts';
import { networkSpaceOf, serverAddress } from '../server-address.ts';

type AppPorts = {
  readonly version: string;
  readonly platform: string;
  readonly server: {
    readonly url: () => string;
    /** Resolves after the address is on the disk; from then on it is in force. */
    readonly set: (url: string) => Promise<void>;
  };
  readonly openOutside: (address: string) => Promise<void>;
};

/** The channels about the app itself. */
export const appHandlers = ({ version, platform, server, openOutside }: AppPorts) => ({
  info: (): Answer<'app:info'> => ({
    version,
    platform,
    serverUrl: server.url(),
    networkSpace: networkSpaceOf(server.url()),
  }),

  setServer: async ({ url }: Argument<'app:set-server'>): Promise<Answer<'app:set-server'>> => {
    const address = serverAddress(url);
    if (!address.ok) return { ok: false, code: address.error };
    await server.set(address.value);
    return { ok: true, serverUrl: address.value };
  },

  openExternal: async ({ url }: Argument<'app:open-external'>): Promise<Answer<'app:open-external'>> => {
    const address = externalAddress(url);
    if (address === null) return { opened: false };
    await openOutside(address);
    return { opened: true };
  },
});
