import type { BundleFailure } from '#shared/bundle/bundle-failure.ts';
import { readBundle } from '#shared/bundle/read-bundle.ts';
import { nodeBundleCrypto } from './bundle-crypto.ts';
import type { CommandIo } from './command.ts';
import { readBytes } from './input.ts';

/** Never an argument: every process of a computer can read the arguments of every other. */
export const passphraseVariable = 'DESK_BUNDLE_PASSPHRASE';

const words: Readonly<Record<BundleFailure['code'], string>> = {
  'not-a-bundle': 'it is not a bundle of Compact Desk',
  truncated: 'it was cut short; copy it again from where it came',
  'newer-format': 'it was made by a newer version of Compact Desk; update this one',
  'passphrase-needed': `it is sealed; give the passphrase with --passphrase-file or in ${passphraseVariable}`,
  'wrong-passphrase': 'this is not its passphrase',
  damaged: 'it was damaged on the way; ask for it again',
  'unsafe-name': 'it holds a name that leads out of its folder; do not use it. Nothing of it was unpacked',
  'duplicate-name': 'it holds the same name twice; ask for it again',
  'unknown-entry': 'it holds something that its table of contents does not name',
  'missing-entry': 'something that its table of contents names is missing; ask for it again',
  'wrong-hash': 'something in it was changed after it was made; ask for it again',
  'too-large': 'it would unpack to more than a bundle may hold; nothing of it was unpacked',
  'bad-manifest': 'its table of contents cannot be read; ask for it again',
  'bad-document': 'a document in it cannot be read; ask for it again',
  'bad-history': 'the history of a document in it cannot be put together as it says; ask for it again',
  'bad-outbox': 'what waits to be sent in it cannot be read; ask for it again',
};

/** Places that say no more than the sentence does. */
const wholePlaces: ReadonlySet<string> = new Set(['file', 'zip', 'header', 'manifest.json']);

/** Why a bundle cannot be read, in words, with the entry where it is one. */
export const bundleSentence = ({ code, place }: BundleFailure): string =>
  wholePlaces.has(place) ? words[code] : `${words[code]} (in it: ${place})`;

const passphraseOf = async (io: CommandIo, file: string | undefined): Promise<string | null> => {
  if (file === undefined) return process.env[passphraseVariable] ?? null;
  return new TextDecoder().decode(await readBytes(io, file)).replace(/\r?\n$/, '');
};

/** What is in a bundle, verified. `passphraseFile`: the passphrase of a sealed one stands in it. */
export const openBundle = async (io: CommandIo, path: string, passphraseFile: string | undefined) =>
  readBundle(await readBytes(io, path), await passphraseOf(io, passphraseFile), nodeBundleCrypto);
