import type { AppCore } from './app-core.ts';
import type { Commands } from './commands.ts';

/** The connection to the Network; nothing where the space has none, or none is open. */
export const syncCommands = ({ gate: { space } }: AppCore) =>
  ({
    sendNow: () => {
      const sync = space.get()?.sync;
      if (sync?.getSnapshot().state === 'paused') sync.start();
      else sync?.wake();
    },
    pauseSync: () => space.get()?.sync?.stop(),
    resumeSync: () => space.get()?.sync?.start(),
    allowRemoval: () => space.get()?.sync?.allowRemoval(),
    ownAccount: async () => (await space.get()?.sync?.ownAccount()) ?? null,
  }) satisfies Partial<Commands>;
