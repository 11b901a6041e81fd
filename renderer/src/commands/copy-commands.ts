import type { Attachment } from '#shared/domain/attachment.ts';
import type { AppCore } from './app-core.ts';
import type { Commands } from './commands.ts';
import { type Copy, copyOf, copyOfAll } from './copies.ts';
import { saveDeadline } from './deadline-file.ts';
import { bytesOfFile } from './files.ts';

/** Copies of documents for the world outside. What makes them is loaded with the first one. */
export const copyCommands = (core: AppCore) => {
  const { shell, wordTemplate, random, now } = core.parts;

  const save = async (copy: Copy | null) => {
    if (copy === null) return 'failed';
    const bytes = new TextEncoder().encode(`${JSON.stringify(copy.content, null, 2)}\n`);
    return (await shell.saveFile(copy.name, bytes)).outcome;
  };

  const parts = async () => ({
    shell,
    space: core.space,
    open: core.documents,
    resources: await core.wholeResources(),
    language: core.preferences.get().language,
    country: core.gate.profile.get().country,
    report: reportError,
    now: now(),
  });

  const fileBytes = async (attachment: Attachment) => {
    const bytes = await bytesOfFile(core.space, attachment);
    return bytes.ok ? bytes.value : null;
  };

  return {
    exportCopy: async (id) => {
      await core.flush();
      return save(await copyOf(core.space, core.documents, core.resources, id));
    },
    exportAll: async () => {
      await core.flush();
      return save(await copyOfAll(core.space, core.documents, now()));
    },
    exportDocument: async (id, format, choice) => {
      await core.flush();
      const { exportDocument } = await import('./export-document.ts');
      return exportDocument({ ...(await parts()), wordTemplate, random, fileBytes }, id, format, choice);
    },
    exportRegister: async (ids, withContacts, watch) => {
      await core.flush();
      const { exportRegister } = await import('./export-register.ts');
      return exportRegister(await parts(), ids, withContacts, watch);
    },
    exportFiles: async (ids, ending, withContacts, watch) => {
      await core.flush();
      const [{ exportFiles }, { startWordMaking }, { pdfMaking }] = await Promise.all([
        import('./export-files.ts'),
        import('./word-making.ts'),
        import('./pdf-making.ts'),
      ]);
      const reading = await parts();
      const making = () =>
        ending === 'docx' ? startWordMaking(wordTemplate) : pdfMaking(shell, reading.country);
      return exportFiles({ ...reading, ending, making }, ids, withContacts, watch);
    },
    makesPdf: shell.pdf !== null,
    saveDeadline: (name, day) => saveDeadline(shell, name, day, now()),
  } satisfies Partial<Commands>;
};
