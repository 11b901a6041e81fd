import { CarriedRepository } from '#renderer/data/carried-repository.ts';
import type { CarriedEntry } from '#renderer/sync/carried-queue.ts';
import type { BundleDocument } from '#shared/bundle/bundle-document.ts';
import type { Carried } from '#shared/bundle/carried.ts';
import { isOutdated } from '#shared/bundle/carried-order.ts';
import {
  bringsReceipt,
  importDocument,
  obstacleTo,
  refusalFor,
  standingOf,
} from '#shared/bundle/import-document.ts';
import { type Bundle, filesOfDocument } from '#shared/bundle/read-bundle.ts';
import type { Sha256 } from '#shared/domain/attachment.ts';
import { fileKind, mimeTypes } from '#shared/domain/file-type.ts';
import type { DocId } from '#shared/domain/ids.ts';
import { isLaterVersion } from '#shared/domain/template-versions.ts';
import type { Failure } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { DocumentState } from '#shared/sync/document-state.ts';
import { differingPaths } from '#shared/sync/version-delta.ts';
import { tryStore } from '../explain-failure.ts';
import { keepVersion, noteMerge, takeHistory } from '../history.ts';
import type { Resources } from '../resources.ts';
import type { Space } from '../space.ts';
import type { BundleWork } from './bundle-task.ts';
import type {
  BundleRefusal,
  BundleRow,
  BundleTake,
  BundleTaken,
  BundleWatch,
  OpenedBundle,
} from './bundle-view.ts';
import type { BundleSpace } from './make-bundle.ts';

const rowOf = (
  resources: Resources,
  { outbox, manifest, versions }: Bundle,
  theirs: Bundle['documents'][number],
  mine: DocumentState | undefined,
  queue: readonly CarriedEntry[],
): BundleRow => {
  const carried = outbox.find(({ doc }) => doc === theirs.id);
  const isCarriedLater = carried !== undefined && isOutdated(queue, carried);
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
    obstacle: template === undefined ? 'unknown-form' : obstacleTo(theirs, mine),
    isInBin: mine?.presence.at === 'bin',
    goesOver: mine !== undefined && isLaterVersion(theirs.template, mine.template),
    receiptNo: (bringsReceipt(theirs, mine) && theirs.receipt?.receiptNo) || null,
    isRefused: refusalFor(theirs, mine) !== undefined,
    versions: versions.get(theirs.id)?.length ?? 0,
    isCarried: carried !== undefined && !isCarriedLater,
    isCarriedLater,
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

/** What opening and taking need of a space. */
export type TakingSpace = BundleSpace & Pick<Space, 'historyTrouble'>;

/** Reads and verifies a bundle and compares it with this laptop; writes nothing. null where it was cancelled. */
export const openBundleFile = async (
  space: TakingSpace,
  resources: Resources,
  { bytes, passphrase, work }: { bytes: Uint8Array; passphrase: string | null; work: BundleWork },
  { onProgress, abort }: BundleWatch,
): Promise<Result<OpenedBundle, BundleRefusal> | null> => {
  const answer = await work(
    { do: 'read', bytes, passphrase },
    { onProgress: (done, total) => onProgress({ phase: 'verifying', done, total }), abort },
  );
  if (answer === 'cancelled') return null;
  if (answer === 'broken' || answer.what !== 'read') return err({ code: 'unreadable-here', place: 'file' });
  if (!answer.result.ok) return answer.result;
  const bundle = answer.result.value;
  const { madeBy, madeAt, space: from } = bundle.manifest;
  if (from === 'training' && space.kind !== 'training')
    return err({ code: 'wrong-space', place: 'manifest' });
  const queue = await tryStore(() => new CarriedRepository(space.meta).read());
  const rows: BundleRow[] = [];
  for (const document of bundle.documents) {
    const mine = await tryStore(() => space.documents.read(document.id));
    rows.push(
      rowOf(resources, bundle, document, mine.ok ? mine.value : undefined, queue.ok ? queue.value : []),
    );
  }
  return ok(new VerifiedBundle(bundle, { madeBy: madeBy.name, madeAt, isSealed: bundle.isSealed, rows }));
};

const keepFile = (space: TakingSpace, sha256: Sha256, bytes: Uint8Array): Promise<void> => {
  const kind = fileKind(bytes, '');
  const type = (kind === null ? undefined : mimeTypes[kind]) ?? 'application/octet-stream';
  return space.files.keep({ sha256, type, sizeBytes: bytes.length }, Uint8Array.from(bytes));
};

const queueEntry = ({ title, kind }: BundleRow, carried: Carried): CarriedEntry => ({
  ...carried,
  ...{ title, kind, isElementDone: false, standing: { state: 'waiting' } },
});

type Taking = {
  readonly bundle: Bundle;
  readonly row: BundleRow;
  readonly forms: Pick<Resources, 'find'>;
  readonly withQueue: boolean;
  readonly by: Parameters<typeof importDocument>[2];
};

/** Keeps what stands here as a version, where the document of the bundle will change it. Where that fails, it must not. */
const keepBefore = async (
  space: TakingSpace,
  document: BundleDocument,
  { forms, by }: Pick<Taking, 'forms' | 'by'>,
): Promise<Result<unknown, Failure>> => {
  const before = await space.documents.read(document.id);
  if (before === undefined) return ok(null);
  const after = importDocument(before, document, by);
  const template = forms.find(before.template);
  if (after.template !== before.template) {
    const cause = { kind: 'before-upgrade', to: after.template } as const;
    return keepVersion(space, before, template, { cause, at: by.now });
  }
  if (differingPaths(before.local, after.local).length === 0) return ok(null);
  return noteMerge(space, before, template, by.now);
};

/** One document with all that belongs to it: its files, what stood here as a version, its history, its queue. */
const takeOne = async (
  space: TakingSpace,
  document: BundleDocument,
  { bundle, row, forms, withQueue, by }: Taking,
): Promise<Result<DocumentState | undefined, Failure>> => {
  for (const sha256 of new Set(filesOfDocument(document, bundle.versions))) {
    const bytes = bundle.files.get(sha256);
    if (bytes !== undefined) await keepFile(space, sha256, bytes);
  }
  const kept = await keepBefore(space, document, { forms, by });
  if (!kept.ok) return kept;
  const state = await space.documents.update(document.id, (mine) => importDocument(mine, document, by));
  await takeHistory(space, document.id, bundle.versions.get(document.id) ?? [], by.now);
  const carried = bundle.outbox.find(({ doc }) => doc === document.id);
  if (carried !== undefined && withQueue && space.sync !== null)
    await new CarriedRepository(space.meta).take([queueEntry(row, carried)]);
  return ok(state);
};

/**
 * Takes the chosen documents of a bundle over, one after the other, each with all that belongs to it before the next
 * begins. Stopped anywhere, by the person or by a store that is full, what was taken is whole, and the same bundle
 * again brings the rest with the same result.
 */
export const takeBundle = async (
  space: TakingSpace,
  resources: Pick<Resources, 'find'>,
  { opened, chosen, withQueue }: BundleTake,
  now: number,
  { onProgress, abort }: BundleWatch,
): Promise<BundleTaken> => {
  if (!(opened instanceof VerifiedBundle)) throw new Error('Assumption broken: a bundle is opened here');
  const { bundle, preview } = opened;
  const rows = new Map(
    preview.rows
      .filter(({ obstacle, id }) => obstacle === null && chosen.has(id))
      .map((row) => [row.id, row] as const),
  );
  const documents = bundle.documents.filter(({ id }) => rows.has(id));
  const [taken, toCompare]: [DocId[], DocId[]] = [[], []];
  let failure: Failure | null = null;
  for (const document of documents) {
    onProgress({ phase: 'taking', done: taken.length, total: documents.length });
    const row = rows.get(document.id);
    if (abort.aborted || row === undefined) break;
    const stored = await tryStore(async () => {
      const own = (await space.sync?.identity())?.account ?? null;
      const by = { madeBy: bundle.manifest.madeBy.account, own, now };
      return takeOne(space, document, { bundle, row, forms: resources, withQueue, by });
    });
    const one = stored.ok ? stored.value : stored;
    if (!one.ok) {
      failure = one.error;
      break;
    }
    taken.push(document.id);
    if ((one.value?.conflicts.length ?? 0) > 0) toCompare.push(document.id);
  }
  space.sync?.wake();
  const isQueued = withQueue && space.sync !== null && taken.some((id) => rows.get(id)?.isCarried);
  return { taken, toCompare, left: documents.length - taken.length, failure, isQueued };
};
