import { utf8ToBytes } from '@noble/hashes/utils.js';
import { deflateSync, type Zippable, zipSync } from 'fflate';
import type { Sha256 } from '#shared/domain/attachment.ts';
import type { DocId } from '#shared/domain/ids.ts';
import type { Failure } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { sha256HexOfBytes } from '#shared/sync/hash.ts';
import type { VersionChain } from '#shared/sync/version.ts';
import type { BundleDocument } from './bundle-document.ts';
import { excessIn } from './bundle-size.ts';
import { carriedVersions } from './bundle-versions.ts';
import type { Carried } from './carried.ts';
import {
  bundleFormat,
  bundleLimits,
  documentEntry,
  fileEntry,
  type Manifest,
  manifestName,
  outboxName,
  versionsEntry,
} from './manifest.ts';

/** What goes into a bundle. */
export type BundleContent = Pick<Manifest, 'madeBy' | 'madeAt' | 'appVersion' | 'space'> & {
  readonly documents: readonly { readonly document: BundleDocument; readonly title: string }[];
  /** The histories that go along; of a very long one the newest versions do. */
  readonly versions: ReadonlyMap<DocId, VersionChain>;
  /** Bytes of the files that the documents refer to, as far as this laptop has them. */
  readonly files: ReadonlyMap<Sha256, Uint8Array>;
  /** Empty: the queue stays where it is. */
  readonly outbox: readonly Carried[];
};

/** Files are packed already; what would look like a zip bomb to a reader is stored as it is. */
const levelOf = (name: string, bytes: Uint8Array): 0 | 6 => {
  if (name.startsWith('files/')) return 0;
  const isLarge = bytes.length >= bundleLimits.ratioFromBytes;
  return isLarge && deflateSync(bytes).length * (bundleLimits.ratio / 2) < bytes.length ? 0 : 6;
};

/**
 * The zip of a bundle, not sealed; what could not be read again is not written. The same content gives the same bytes.
 * `onProgress`: entries that were hashed.
 */
export const writeBundle = (
  content: BundleContent,
  onProgress: (done: number, total: number) => void = () => {},
): Result<Uint8Array, Failure> => {
  const json = (value: unknown): Uint8Array => utf8ToBytes(JSON.stringify(value));
  const histories = [...content.versions].flatMap(([id, chain]) => {
    const carried = carriedVersions(chain, content.versions.size);
    return carried.length === 0 ? [] : [[versionsEntry(id), json(carried)] as const];
  });
  const entries: readonly (readonly [string, Uint8Array])[] = [
    ...content.documents.map(({ document }) => [documentEntry(document.id), json(document)] as const),
    ...histories,
    ...[...content.files].map(([sha256, bytes]) => [fileEntry(sha256), bytes] as const),
    ...(content.outbox.length === 0 ? [] : [[outboxName, json({ items: content.outbox })] as const]),
  ];
  const manifest: Manifest = {
    format: bundleFormat,
    madeBy: content.madeBy,
    madeAt: content.madeAt,
    appVersion: content.appVersion,
    space: content.space,
    documents: content.documents.map(({ document: { id, kind, stage }, title }) => ({
      ...{ id, kind, stage },
      title: title.slice(0, 2_000).toWellFormed(),
    })),
    entries: entries.map(([name, bytes], index) => {
      onProgress(index, entries.length);
      return { name, sha256: sha256HexOfBytes(bytes), sizeBytes: bytes.length };
    }),
  };
  const whole = [[manifestName, json(manifest)] as const, ...entries];
  const excess = excessIn(content.documents.length, whole);
  if (excess !== null) return err(excess);
  // Fixed, so that a zip does not tell when it was made but by its manifest.
  const mtime = '1980-01-01T12:00:00';
  const all: Zippable = Object.fromEntries(
    whole.map(([name, bytes]) => [name, [bytes, { level: levelOf(name, bytes), mtime }]]),
  );
  return ok(zipSync(all));
};
