import type { DocId } from '#shared/domain/ids.ts';
import type { MenuCommand } from '#shared/ipc/channels.ts';
import type { About } from './about.ts';
import { AppCore, type DeskAppParts } from './app-core.ts';
import { bringInCommands } from './bring-in/bring-in-commands.ts';
import { bundleCommands } from './bundle/bundle-commands.ts';
import type { Commands } from './commands.ts';
import { copyCommands } from './copy-commands.ts';
import { documentCommands } from './document-commands.ts';
import type { DocumentSession } from './document-session.ts';
import { fileCommands } from './file-commands.ts';
import { reviewCommands } from './review-commands.ts';
import { syncCommands } from './sync-commands.ts';
import { versionCommands } from './version-commands.ts';

/** The running app: its state, and every command. A group of commands is a file of its own. */
export const makeDeskApp = (parts: DeskAppParts) => {
  const core = new AppCore(parts);
  const { gate, preferences, documents } = core;
  const { shell, settings } = parts;
  return {
    state: gate.state,
    space: gate.space,
    profile: gate.profile,
    preferences,
    sessions: documents.sessions,
    /** The templates and lists in the languages of the screens; there before Welcome or a space is shown. */
    get resources() {
      return core.resources;
    },
    begin: () => core.begin(),
    openDocument: (id: DocId) => core.openDocument(id),
    /** Lets go of a document. One that could not be saved stays open and goes on trying. */
    closeDocument: (session: DocumentSession) => documents.release(session),
    flush: () => core.flush(),

    start: (kind, profile) => gate.start(kind, profile),
    unlock: (passphrase) => gate.unlock(passphrase),
    retryStart: () => gate.retryStart(),
    restoreStore: () => gate.restoreStore(),
    switchSpace: (kind) => gate.switchSpace(kind),
    saveProfile: (profile) => gate.saveProfile(profile),
    setPassphrase: (passphrase) => gate.setPassphrase(passphrase),
    setServer: (url) => gate.setServer(url),
    setPreferences: (change) => {
      const changed = { ...preferences.get(), ...change };
      settings.write('preferences', changed);
      preferences.set(changed);
    },

    ...documentCommands(core),
    ...versionCommands(core),
    ...reviewCommands(core),
    ...fileCommands(core),
    ...copyCommands(core),
    ...bringInCommands(core),
    ...bundleCommands(core),
    ...syncCommands(core),

    openExternal: (url) => shell.openExternal(url),
    about: async (): Promise<About> => ({
      ...(await shell.info()),
      edition: shell.kind,
      canSetPassphrase: shell.canSetPassphrase,
    }),
    onMenuCommand: (listener: (command: MenuCommand) => void) => shell.onMenuCommand(listener),
  } satisfies Commands & Record<string, unknown>;
};

export type DeskApp = ReturnType<typeof makeDeskApp>;
