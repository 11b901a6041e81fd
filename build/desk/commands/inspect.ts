import type { BundleFailure } from '#shared/bundle/bundle-failure.ts';
import { readBundle } from '#shared/bundle/read-bundle.ts';
import { readArguments } from '../arguments.ts';
import { nodeBundleCrypto } from '../bundle-crypto.ts';
import { type Command, CommandError, type CommandIo, printJson } from '../command.ts';
import { readBytes } from '../input.ts';

/** Never an argument: every process of a computer can read the arguments of every other. */
const variable = 'DESK_BUNDLE_PASSPHRASE';

const words: Readonly<Record<BundleFailure['code'], string>> = {
  'not-a-bundle': 'it is not a bundle of Compact Desk',
  truncated: 'it was cut short; copy it again from where it came',
  'newer-format': 'it was made by a newer version of Compact Desk; update this one',
  'passphrase-needed': `it is sealed; give the passphrase with --passphrase-file or in ${variable}`,
  'wrong-passphrase': 'the passphrase is another one',
  damaged: 'it was damaged on the way; ask for it again',
  'unsafe-name': 'it holds a name that leads out of its folder; nothing of it was unpacked',
  'duplicate-name': 'it holds the same name twice',
  'unknown-entry': 'it holds something that its table of contents does not name',
  'missing-entry': 'something that its table of contents names is missing',
  'wrong-hash': 'something in it is not what its table of contents says',
  'too-large': 'it would unpack to more than a bundle may hold; nothing of it was unpacked',
  'bad-manifest': 'its table of contents cannot be read',
  'bad-document': 'a document in it cannot be read',
  'bad-history': 'the history of a document in it cannot be put together as it says',
  'bad-outbox': 'the queue in it cannot be read',
};

const passphraseOf = async (io: CommandIo, file: string | boolean | undefined): Promise<string | null> => {
  if (typeof file !== 'string') return process.env[variable] ?? null;
  return new TextDecoder().decode(await readBytes(io, file)).replace(/\r?\n$/, '');
};

/** What is in a hand-over bundle, after all of it was verified; nothing is written. */
export const inspectCommand: Command = {
  name: 'inspect',
  usage: 'BUNDLE [--passphrase-file FILE]',
  help: `Verifies a hand-over bundle and prints what is in it. The passphrase of a sealed one is read from the first file named or from ${variable}. Ends with 2 where it cannot be read.`,
  run: async (args, io) => {
    const { files, options } = readArguments(args, { 'passphrase-file': { type: 'string' } }, 1);
    const path = files[0] ?? '';
    const bytes = await readBytes(io, path);
    const read = await readBundle(
      bytes,
      await passphraseOf(io, options['passphrase-file']),
      nodeBundleCrypto,
    );
    if (!read.ok) {
      const { code, place } = read.error;
      printJson(io, { isVerified: false, code, place });
      throw new CommandError(`${path}: ${words[code]} (${place})`);
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
