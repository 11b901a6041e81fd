import { CarriedRepository } from '#renderer/data/carried-repository.ts';
import { bundleCrypto } from '#renderer/shell/bundle-crypto.ts';
import type { CarriedEntry } from '#renderer/sync/carried-queue.ts';
import { bundleDocument } from '#shared/bundle/bundle-document.ts';
import { type CarriedFrom, carriedOf } from '#shared/bundle/carried.ts';
import { sealBundle } from '#shared/bundle/envelope.ts';
import { importDocument, standingOf } from '#shared/bundle/import-document.ts';
import { type Bundle, readBundle } from '#shared/bundle/read-bundle.ts';
import { writeBundle } from '#shared/bundle/write-bundle.ts';
import { referredFiles, type Sha256 } from '#shared/domain/attachment.ts';
import { utf8Bytes } from '#shared/domain/field-value.ts';
import { fileKind, mimeTypes } from '#shared/domain/file-type.ts';
import type { ClientId, DocId } from '#shared/domain/ids.ts';
import type { Failure } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { type DocumentState, hasUnsent } from '#shared/sync/document-state.ts';
import { freeze } from '#shared/sync/outbox.ts';
import type {
  BundleChoice,
  BundlePlan,
  BundleRefusal,
  BundleRow,
  BundleTaken,
  OpenedBundle,
} from './bundle-view.ts';
import { tryStore } from './explain-failure.ts';
import type { Profile } from './profile.ts';
import type { Resources } from './resources.ts';
import type { Space } from './space.ts';

const statesOf = async (space: Space, docs: readonly DocId[]): Promise<readonly DocumentState[]> =>
  (await Promise.all(docs.map((id) => space.documents.read(id)))).flatMap((state) => state ?? []);

const filesOf = (states: readonly DocumentState[]): readonly Sha256[] => [
  ...new Set(states.flatMap(({ local }) => referredFiles(local))),
];

/** Whose queue it is; null where the Network has never said, or there is none. */
const carrier = async (space: Space, profile: Profile): Promise<CarriedFrom | null> => {
  const known = await space.sync?.identity();
  if (!known || known.account === null) return null;
  const { account, clientId, epoch } = known;
  return { account, client: clientId as ClientId, epoch, name: profile.name };
};

/** What a bundle of these documents would hold, for the person to see before it is made. */
export const planBundle = (
  space: Space,
  profile: Profile,
  docs: readonly DocId[],
): Promise<Result<BundlePlan, Failure>> =>
  tryStore(async () => {
    const states = await statesOf(space, docs);
    const files = filesOf(states);
    const sizes = await Promise.all(files.map(async (sha256) => (await space.files.bytes(sha256))?.length));
    return {
      documents: states.length,
      documentBytes: states.reduce(
        (total, state) => total + utf8Bytes(JSON.stringify(bundleDocument(state))),
        0,
      ),
      files: sizes.filter((size) => size !== undefined).length,
      fileBytes: sizes.reduce<number>((total, size) => total + (size ?? 0), 0),
      missingFiles: sizes.filter((size) => size === undefined).length,
      waiting: states.filter(hasUnsent).length,
      canCarry: (await carrier(space, profile)) !== null,
    };
  });

/** The bytes of a bundle, in parts. With the queue, what waits is frozen first: durable, and never other bytes (OB6). */
export const makeBundle = (
  space: Space,
  { profile, resources, appVersion }: { profile: Profile; resources: Resources; appVersion: string },
  { docs, withOutbox, passphrase }: BundleChoice,
  now: number,
): Promise<Result<readonly Uint8Array[], Failure>> =>
  tryStore(async () => {
    const from = await carrier(space, profile);
    if (withOutbox && from !== null) {
      await space.documents.updateAll(
        new Map(docs.map((id) => [id, (state?: DocumentState) => state && freeze(state)])),
      );
      space.journal?.noteFrozen(docs);
    }
    const states = await statesOf(space, docs);
    const files = new Map<Sha256, Uint8Array>();
    for (const sha256 of filesOf(states)) {
      const bytes = await space.files.bytes(sha256);
      if (bytes !== undefined) files.set(sha256, bytes);
    }
    const zip = writeBundle({
      madeBy: { name: profile.name, account: from?.account ?? null },
      madeAt: new Date(now).toISOString(),
      appVersion,
      space: space.kind === 'training' ? 'training' : 'local',
      documents: states.map((state) => ({
        document: bundleDocument(state),
        title: String(state.local[resources.forDocument(state).titleField] ?? ''),
      })),
      files,
      outbox: withOutbox && from !== null ? states.flatMap((state) => carriedOf(state, from) ?? []) : [],
    });
    return passphrase === null ? [zip] : sealBundle(zip, passphrase, bundleCrypto);
  });

const rowOf = (
  resources: Resources,
  { outbox, manifest }: Bundle,
  theirs: Bundle['documents'][number],
  mine: DocumentState | undefined,
): BundleRow => {
  const template = resources.find(theirs.template);
  const standing = standingOf(theirs, mine);
  const ids = new Set(standing.fields.map((path) => path.split('/', 1)[0]));
  const fields = template?.sections.flatMap((section) => section.fields) ?? [];
  return {
    ...standing,
    id: theirs.id,
    kind: theirs.kind,
    title: manifest.documents.find(({ id }) => id === theirs.id)?.title ?? '',
    labels: fields.filter(({ id }) => ids.has(id)).map(({ label }) => label),
    obstacle:
      template === undefined
        ? 'unknown-form'
        : mine !== undefined && mine.template !== theirs.template
          ? 'other-form'
          : null,
    isCarried: outbox.some(({ doc }) => doc === theirs.id),
  };
};

class VerifiedBundle implements OpenedBundle {
  readonly bundle: Bundle;
  readonly preview: OpenedBundle['preview'];
  constructor(bundle: Bundle, preview: OpenedBundle['preview']) {
    this.bundle = bundle;
    this.preview = preview;
  }
}

/** Reads and verifies a bundle and compares it with this laptop; writes nothing. */
export const openBundleFile = async (
  space: Space,
  resources: Resources,
  bytes: Uint8Array,
  passphrase: string | null,
): Promise<Result<OpenedBundle, BundleRefusal>> => {
  const read = await readBundle(bytes, passphrase, bundleCrypto);
  if (!read.ok) return read;
  const bundle = read.value;
  const { madeBy, madeAt, space: from } = bundle.manifest;
  if (from === 'training' && space.kind !== 'training')
    return err({ code: 'wrong-space', place: 'manifest' });
  const rows: BundleRow[] = [];
  for (const document of bundle.documents) {
    const mine = await tryStore(() => space.documents.read(document.id));
    rows.push(rowOf(resources, bundle, document, mine.ok ? mine.value : undefined));
  }
  return ok(new VerifiedBundle(bundle, { madeBy: madeBy.name, madeAt, isSealed: bundle.isSealed, rows }));
};

const keepFiles = async (space: Space, { files }: Bundle, needed: ReadonlySet<Sha256>): Promise<void> => {
  for (const [sha256, bytes] of files) {
    if (!needed.has(sha256)) continue;
    const kind = fileKind(bytes, '');
    const type = (kind === null ? undefined : mimeTypes[kind]) ?? 'application/octet-stream';
    await space.files.keep({ sha256, type, sizeBytes: bytes.length }, Uint8Array.from(bytes));
  }
};

/**
 * Takes the chosen documents of a bundle over: files, then the queue, then each document in a transaction of its
 * own. Stopped anywhere, it can be done again with the same result.
 */
export const takeBundle = (
  space: Space,
  opened: OpenedBundle,
  chosen: ReadonlySet<DocId>,
  withQueue: boolean,
  now: number,
): Promise<Result<BundleTaken, Failure>> =>
  tryStore(async () => {
    if (!(opened instanceof VerifiedBundle)) throw new Error('Assumption broken: a bundle is opened here');
    const { bundle, preview } = opened;
    const isFit = new Set(preview.rows.filter(({ obstacle }) => obstacle === null).map(({ id }) => id));
    const documents = bundle.documents.filter(({ id }) => chosen.has(id) && isFit.has(id));
    await keepFiles(space, bundle, new Set(documents.flatMap(({ local }) => referredFiles(local))));
    const own = (await space.sync?.identity())?.account ?? null;
    if (withQueue && space.sync !== null) {
      const entries = bundle.outbox.flatMap((carried): readonly CarriedEntry[] => {
        const row = preview.rows.find(({ id }) => id === carried.doc);
        if (row === undefined || !documents.some(({ id }) => id === carried.doc)) return [];
        const { title, kind } = row;
        return [{ ...carried, title, kind, isElementDone: false, standing: { state: 'waiting' } }];
      });
      await new CarriedRepository(space.meta).take(entries);
    }
    const toCompare: DocId[] = [];
    const by = { madeBy: bundle.manifest.madeBy.account, own, now };
    for (const document of documents) {
      const state = await space.documents.update(document.id, (mine) => importDocument(mine, document, by));
      if ((state?.conflicts.length ?? 0) > 0) toCompare.push(document.id);
    }
    space.sync?.wake();
    return { taken: documents.map(({ id }) => id), toCompare };
  });
