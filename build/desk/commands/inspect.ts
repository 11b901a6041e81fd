import { readArguments, textOption } from '../arguments.ts';
import { type Command, CommandError, printJson } from '../command.ts';
import { bundleSentence, openBundle, passphraseVariable } from '../open-bundle.ts';

/** What is in a hand-over bundle, after all of it was verified; nothing is written. */
export const inspectCommand: Command = {
  name: 'inspect',
  usage: 'BUNDLE [--passphrase-file FILE]',
  help: `Verifies a hand-over bundle and prints what is in it. The passphrase of a sealed one is read from the first file named or from ${passphraseVariable}. Ends with 2 where it cannot be read.`,
  run: async (args, io) => {
    const { files, options } = readArguments(args, { 'passphrase-file': { type: 'string' } }, 1);
    const path = files[0] ?? '';
    const read = await openBundle(io, path, textOption(options['passphrase-file']));
    if (!read.ok) {
      printJson(io, { isVerified: false, ...read.error });
      throw new CommandError(`${path}: ${bundleSentence(read.error)}`);
    }
    const { isSealed, manifest, versions, files: kept, outbox } = read.value;
    const { documents, entries: _, ...about } = manifest;
    printJson(io, {
      isVerified: true,
      isSealed,
      ...about,
      documents: documents.map((document) => ({
        ...document,
        versions: versions.get(document.id)?.length ?? 0,
        waits: outbox.some(({ doc }) => doc === document.id),
      })),
      files: [...kept].map(([sha256, content]) => ({ sha256, sizeBytes: content.length })),
    });
    return 0;
  },
};
