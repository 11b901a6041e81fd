import { ok } from '#shared/result.ts';
import type { AppCore } from './app-core.ts';
import type { Commands } from './commands.ts';
import { addFile, bytesOfFile, watchFiles } from './files.ts';

/** The files that are attached to documents. */
export const fileCommands = (core: AppCore) =>
  ({
    addFile: (session, field, path, chosen) => addFile(core.space, session, field, path, chosen),
    watchFiles: (attachments, listener) => watchFiles(core.space, attachments, listener),
    fileBytes: (attachment) => bytesOfFile(core.space, attachment),
    saveAttachment: async (attachment) => {
      const bytes = await bytesOfFile(core.space, attachment);
      if (!bytes.ok) return bytes;
      return ok((await core.parts.shell.saveFile(attachment.name, bytes.value)).outcome);
    },
  }) satisfies Partial<Commands>;
