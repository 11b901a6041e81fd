import { strFromU8, unzipSync } from 'fflate';
import * as z from 'zod/mini';
import { referredFiles, type Sha256 } from '#shared/domain/attachment.ts';
import type { DocId } from '#shared/domain/ids.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { liveFields } from '#shared/sync/base.ts';
import { sha256HexOfBytes } from '#shared/sync/hash.ts';
import type { VersionChain } from '#shared/sync/version.ts';
import type { BundleCrypto } from './bundle-crypto.ts';
import { type BundleDocument, bundleDocumentSchema } from './bundle-document.ts';
import type { BundleFailure, BundleFailureCode } from './bundle-failure.ts';
import { readVersions } from './bundle-versions.ts';
import { type Carried, outboxSchema } from './carried.ts';
import { isSealed, openBundle } from './envelope.ts';
import {
  bundleFormat,
  bundleLimits,
  documentEntry,
  fileEntry,
  isEntryName,
  isUnsafeName,
  type Manifest,
  manifestName,
  manifestSchema,
  outboxName,
  sizeLimit,
  versionsEntry,
} from './manifest.ts';

/** A bundle of which every entry was verified. */
export type Bundle = {
  readonly isSealed: boolean;
  readonly manifest: Manifest;
  readonly documents: readonly BundleDocument[];
  /** The histories of those documents that have one. */
  readonly versions: ReadonlyMap<DocId, VersionChain>;
  readonly files: ReadonlyMap<Sha256, Uint8Array>;
  readonly outbox: readonly Carried[];
};

/** Told how many entries of how many were verified. */
type OnProgress = (done: number, total: number) => void;

const failed = (code: BundleFailureCode, place: string) => err<BundleFailure>({ code, place });

/** Thrown inside of the unzipping, to stop it before anything is inflated. */
class Refused extends Error {
  override readonly name = 'Refused';
  readonly failure: BundleFailure;
  constructor(code: BundleFailureCode, place: string) {
    super(code);
    this.failure = { code, place };
  }
}

/** A name as it may be shown: what a file says of itself is cut. */
const shown = (name: string): string => name.slice(0, 120).toWellFormed();

/**
 * Whether the first entry of a zip has a name that bundles have. Its table of contents stands at the end: of a copy that
 * was interrupted, the beginning is all that tells what it was.
 */
const beginsAsBundle = (zip: Uint8Array): boolean => {
  const fixedBytes = 30;
  if (zip.length < fixedBytes || strFromU8(zip.subarray(0, 4), true) !== 'PK\u0003\u0004') return false;
  const nameBytes = new DataView(zip.buffer, zip.byteOffset).getUint16(26, true);
  return isEntryName(strFromU8(zip.subarray(fixedBytes, fixedBytes + nameBytes), true));
};

/** The entries, inflated; each was judged by its name and sizes before. */
const unzip = (zip: Uint8Array): Result<ReadonlyMap<string, Uint8Array>, BundleFailure> => {
  const seen = new Set<string>();
  let total = 0;
  const judge = ({ name, size, originalSize }: { name: string; size: number; originalSize: number }) => {
    if (isUnsafeName(name)) throw new Refused('unsafe-name', shown(name));
    if (!isEntryName(name)) throw new Refused('unknown-entry', shown(name));
    if (seen.size === seen.add(name).size) throw new Refused('duplicate-name', name);
    total += originalSize;
    const isDense =
      originalSize > bundleLimits.ratioFromBytes && originalSize > Math.max(1, size) * bundleLimits.ratio;
    const isLarge = originalSize > sizeLimit(name) || total > bundleLimits.totalBytes;
    if (isDense || isLarge || seen.size > bundleLimits.entries + 1) throw new Refused('too-large', name);
    if (size > zip.length) throw new Refused('truncated', name);
    return false;
  };
  try {
    // Twice: the whole table of contents is judged before the first entry is inflated.
    unzipSync(zip, { filter: judge });
    return ok(new Map(Object.entries(unzipSync(zip))));
  } catch (error) {
    if (error instanceof Refused) return err(error.failure);
    if (seen.size > 0) return failed('damaged', 'zip');
    return failed(beginsAsBundle(zip) ? 'truncated' : 'not-a-bundle', 'file');
  }
};

const jsonIn = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
};

const newer = z.object({ format: z.int().check(z.gt(bundleFormat)) });

const readManifest = (entries: ReadonlyMap<string, Uint8Array>): Result<Manifest, BundleFailure> => {
  const bytes = entries.get(manifestName);
  if (bytes === undefined) return failed('missing-entry', manifestName);
  const told = jsonIn(bytes);
  if (newer.safeParse(told).success) return failed('newer-format', manifestName);
  const manifest = manifestSchema.safeParse(told);
  return manifest.success ? ok(manifest.data) : failed('bad-manifest', manifestName);
};

/** Every entry is in the manifest and every line of the manifest is there, as it says. */
const disagreement = (
  manifest: Manifest,
  entries: ReadonlyMap<string, Uint8Array>,
  onProgress: OnProgress,
): BundleFailure | undefined => {
  const listed = new Set<string>();
  for (const { name, sha256, sizeBytes } of manifest.entries) {
    if (listed.has(name)) return { code: 'duplicate-name', place: shown(name) };
    onProgress(listed.size, manifest.entries.length);
    listed.add(name);
    const bytes = name === manifestName ? undefined : entries.get(name);
    if (bytes === undefined) return { code: 'missing-entry', place: shown(name) };
    if (bytes.length !== sizeBytes || sha256HexOfBytes(bytes) !== sha256) {
      return { code: 'wrong-hash', place: name };
    }
    if (name.startsWith('files/') && name !== fileEntry(sha256)) return { code: 'wrong-hash', place: name };
  }
  const unlisted = [...entries.keys()].find((name) => name !== manifestName && !listed.has(name));
  if (unlisted !== undefined) return { code: 'unknown-entry', place: unlisted };
  const described = new Set(manifest.documents.map(({ id }) => documentEntry(id)));
  if (described.size !== manifest.documents.length) return { code: 'duplicate-name', place: 'documents' };
  const missing = [...described].find((name) => !listed.has(name));
  if (missing !== undefined) return { code: 'missing-entry', place: missing };
  const histories = new Set(manifest.documents.map(({ id }) => versionsEntry(id)));
  const undescribed = [...listed].find(
    (name) =>
      (name.startsWith('documents/') && !described.has(name)) ||
      (name.startsWith('versions/') && !histories.has(name)),
  );
  return undescribed === undefined ? undefined : { code: 'unknown-entry', place: undescribed };
};

const readDocuments = (
  manifest: Manifest,
  entries: ReadonlyMap<string, Uint8Array>,
): Result<readonly BundleDocument[], BundleFailure> => {
  const documents: BundleDocument[] = [];
  for (const { id, kind, stage } of manifest.documents) {
    const name = documentEntry(id);
    const document = bundleDocumentSchema.safeParse(jsonIn(entries.get(name) ?? new Uint8Array()));
    const isIt =
      document.success &&
      document.data.id === id &&
      document.data.kind === kind &&
      document.data.stage === stage &&
      document.data.template.startsWith(`${kind}@`);
    if (!isIt) return failed('bad-document', name);
    documents.push(document.data);
  }
  return ok(documents);
};

const readHistories = (
  entries: ReadonlyMap<string, Uint8Array>,
  documents: readonly BundleDocument[],
): Result<Bundle['versions'], BundleFailure> => {
  const histories = new Map<DocId, VersionChain>();
  let chars = 0;
  for (const { id, kind } of documents) {
    const name = versionsEntry(id);
    const bytes = entries.get(name);
    if (bytes === undefined) continue;
    const read = readVersions(jsonIn(bytes), kind, bundleLimits.totalVersionChars - chars);
    if (typeof read === 'string') return failed(read, name);
    histories.set(id, read.chain);
    chars += read.chars;
  }
  return ok(histories);
};

const readOutbox = (
  entries: ReadonlyMap<string, Uint8Array>,
  documents: readonly BundleDocument[],
): Result<readonly Carried[], BundleFailure> => {
  const bytes = entries.get(outboxName);
  if (bytes === undefined) return ok([]);
  const outbox = outboxSchema.safeParse(jsonIn(bytes));
  if (!outbox.success) return failed('bad-outbox', outboxName);
  const known = new Set(documents.map(({ id }) => id));
  const isOwn = ({ doc, element, submission }: Carried): boolean =>
    known.delete(doc) &&
    (element === null || (JSON.parse(element) as { doc: string }).doc === doc) &&
    (submission?.body ?? { doc }).doc === doc;
  return outbox.data.items.every(isOwn) ? ok(outbox.data.items) : failed('bad-outbox', outboxName);
};

/** The files that a document of a bundle or its history refers to. */
export const filesOfDocument = (
  { id, local, base }: BundleDocument,
  versions: Bundle['versions'],
): readonly Sha256[] => [
  ...referredFiles(local),
  ...referredFiles(liveFields(base)),
  ...(versions.get(id) ?? []).flatMap(({ files }) => files),
];

/** A file in the bundle belongs to a document in it: nothing else is kept on a laptop. */
const strayFile = (
  documents: readonly BundleDocument[],
  versions: Bundle['versions'],
  entries: ReadonlyMap<string, Uint8Array>,
): string | undefined => {
  const referred = new Set(documents.flatMap((document) => filesOfDocument(document, versions)));
  return [...entries.keys()].find(
    (name) => name.startsWith('files/') && !referred.has(name.slice('files/'.length)),
  );
};

/**
 * Reads a bundle and verifies all of it: names, sizes before inflation, hashes, and every document by its schema.
 * The answer is the whole content or a named failure; never a part.
 */
export const readBundle = async (
  bytes: Uint8Array,
  passphrase: string | null,
  crypto: BundleCrypto,
  onProgress: OnProgress = () => {},
): Promise<Result<Bundle, BundleFailure>> => {
  if (bytes.length === 0) return failed('not-a-bundle', 'file');
  const sealed = isSealed(bytes);
  if (!sealed && strFromU8(bytes.subarray(0, 2), true) !== 'PK') return failed('not-a-bundle', 'file');
  const opened = sealed ? await openBundle(bytes, passphrase, crypto) : ok(bytes);
  if (!opened.ok) return opened;
  const entries = unzip(opened.value);
  if (!entries.ok) return entries;
  const manifest = readManifest(entries.value);
  if (!manifest.ok) return manifest;
  const disagreeing = disagreement(manifest.value, entries.value, onProgress);
  if (disagreeing !== undefined) return err(disagreeing);
  const documents = readDocuments(manifest.value, entries.value);
  if (!documents.ok) return documents;
  const versions = readHistories(entries.value, documents.value);
  if (!versions.ok) return versions;
  const stray = strayFile(documents.value, versions.value, entries.value);
  if (stray !== undefined) return failed('unknown-entry', stray);
  const outbox = readOutbox(entries.value, documents.value);
  if (!outbox.ok) return outbox;
  const files = new Map(
    [...entries.value].flatMap(([name, content]) =>
      name.startsWith('files/') ? [[name.slice('files/'.length), content] as const] : [],
    ),
  );
  return ok({
    isSealed: sealed,
    manifest: manifest.value,
    documents: documents.value,
    versions: versions.value,
    files,
    outbox: outbox.value,
  });
};
