import { CarriedRepository } from '#renderer/data/carried-repository.ts';
import { refusalsOf } from '#renderer/sync/carried-queue.ts';
import { bundleDocument } from '#shared/bundle/bundle-document.ts';
import { excessOf } from '#shared/bundle/bundle-size.ts';
import { type CarriedFrom, carriedOf } from '#shared/bundle/carried.ts';
import { referredFiles, type Sha256 } from '#shared/domain/attachment.ts';
import { utf8Bytes } from '#shared/domain/field-value.ts';
import type { ClientId, DocId, SubmissionId } from '#shared/domain/ids.ts';
import type { Failure } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { type DocumentState, hasUnsent } from '#shared/sync/document-state.ts';
import { freeze } from '#shared/sync/outbox.ts';
import { handedOver, stayedHere } from '#shared/sync/submission.ts';
import type { VersionChain } from '#shared/sync/version.ts';
import { tryStore } from '../explain-failure.ts';
import type { Profile } from '../profile.ts';
import type { Resources } from '../resources.ts';
import type { Space } from '../space.ts';
import type { BundleWork } from './bundle-task.ts';
import type { BundleChoice, BundlePlan, BundleSaving, BundleWatch } from './bundle-view.ts';

/** What making a bundle needs of a space. */
export type BundleSpace = Pick<
  Space,
  'kind' | 'documents' | 'files' | 'versions' | 'journal' | 'sync' | 'meta'
>;

const statesOf = async (space: BundleSpace, docs: readonly DocId[]): Promise<readonly DocumentState[]> =>
  (await Promise.all(docs.map((id) => space.documents.read(id)))).flatMap((state) => state ?? []);

/** Whose queue it is; null where the Network has never said, or there is none. */
const carrier = async (space: BundleSpace, profile: Profile): Promise<CarriedFrom | null> => {
  const known = await space.sync?.identity();
  if (!known || known.account === null) return null;
  const { account, clientId, epoch } = known;
  return { account, client: clientId as ClientId, epoch, name: profile.name };
};

/** The files of documents, and of the versions in their histories. */
const filesOf = async (
  space: BundleSpace,
  states: readonly DocumentState[],
  withHistory: boolean,
): Promise<readonly Sha256[]> => {
  const kept = withHistory ? await Promise.all(states.map(({ id }) => space.versions.files(id))) : [];
  return [...new Set([...states.flatMap(({ local }) => referredFiles(local)), ...kept.flat()])];
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** What a bundle of these documents would hold, for the person to see before it is made. */
export const planBundle = (
  space: BundleSpace,
  profile: Profile,
  docs: readonly DocId[],
  withHistory: boolean,
): Promise<Result<BundlePlan, Failure>> =>
  tryStore(async () => {
    const states = await statesOf(space, docs);
    const files = await filesOf(space, states, withHistory);
    const sizes = await Promise.all(files.map((sha256) => space.files.sizeBytes(sha256)));
    const versions = await Promise.all(states.map(({ id }) => space.versions.count(id)));
    const found = sizes.flatMap((size) => size ?? []);
    const documentBytes = sum(states.map((state) => utf8Bytes(JSON.stringify(bundleDocument(state)))));
    const fileBytes = sum(found);
    const histories = withHistory ? versions.filter((count) => count > 0).length : 0;
    return {
      ...{ documents: states.length, documentBytes },
      versions: sum(versions),
      ...{ files: found.length, fileBytes },
      missingFiles: sizes.length - found.length,
      waiting: states.filter(hasUnsent).length,
      canCarry: (await carrier(space, profile)) !== null,
      // The sizes of histories are not known before they are read; what they add is judged when it is packed.
      excess: excessOf({
        documents: states.length,
        entries: states.length + histories + found.length,
        bytes: documentBytes + fileBytes,
      }),
    };
  });

export type BundleMaker = {
  readonly profile: Profile;
  readonly resources: Pick<Resources, 'forDocument'>;
  readonly appVersion: string;
  readonly work: BundleWork;
  /** Writes the file where the person wants it. */
  readonly save: (parts: readonly Uint8Array[]) => Promise<BundleSaving>;
  /** Runs what makes a bundle while no other window of this space does; null where it was cancelled before its turn. */
  readonly alone: <T>(make: () => Promise<T>, abort: AbortSignal) => Promise<T | null>;
};

/** What waits of these documents is frozen and goes along; answers the submissions of which that was not so before. */
const handOver = async (
  { documents, journal }: BundleSpace,
  docs: readonly DocId[],
): Promise<ReadonlyMap<DocId, SubmissionId>> => {
  const marked = new Map<DocId, SubmissionId>();
  const step = (id: DocId) => (state?: DocumentState) => {
    const submission = state?.submission;
    if (submission && !submission.isHandedOver) marked.set(id, submission.id);
    else marked.delete(id);
    return state && handedOver(freeze(state));
  };
  await documents.updateAll(new Map(docs.map((id) => [id, step(id)])));
  journal?.noteFrozen(docs);
  return marked;
};

/** The bytes of a bundle, in parts; null where it was cancelled, and then there is nothing of it. */
const packBundle = async (
  space: BundleSpace,
  { profile, resources, appVersion, work }: BundleMaker,
  { docs, withHistory, withOutbox, passphrase }: BundleChoice,
  now: number,
  { onProgress, abort }: BundleWatch,
): Promise<Result<readonly Uint8Array[] | null, Failure>> => {
  const made = await tryStore(async () => {
    const from = await carrier(space, profile);
    const states = await statesOf(space, docs);
    const wanted = await filesOf(space, states, withHistory);
    const total = (withHistory ? states.length : 0) + wanted.length;
    let done = 0;
    const isGoingOn = () => {
      onProgress({ phase: 'gathering', done, total });
      done += 1;
      return !abort.aborted;
    };
    const versions = new Map<DocId, VersionChain>();
    for (const { id } of withHistory ? states : []) {
      if (!isGoingOn()) return null;
      versions.set(id, await space.versions.all(id));
    }
    const files = new Map<Sha256, Uint8Array>();
    for (const sha256 of wanted) {
      if (!isGoingOn()) return null;
      const bytes = await space.files.bytes(sha256);
      if (bytes !== undefined) files.set(sha256, bytes);
    }
    const queue = await new CarriedRepository(space.meta).read();
    const content = {
      madeBy: { name: profile.name, account: from?.account ?? null },
      madeAt: new Date(now).toISOString(),
      appVersion,
      space: space.kind === 'training' ? ('training' as const) : ('local' as const),
      documents: states.map((state) => ({
        document: bundleDocument(state, refusalsOf(queue, state.id)),
        title: String(state.local[resources.forDocument(state).titleField] ?? ''),
      })),
      versions,
      files,
      outbox: withOutbox && from !== null ? states.flatMap((state) => carriedOf(state, from) ?? []) : [],
    };
    const answer = await work(
      { do: 'write', content, passphrase },
      { onProgress: (packed, of) => onProgress({ phase: 'packing', done: packed, total: of }), abort },
    );
    if (answer === 'cancelled') return null;
    if (answer !== 'broken' && answer.what === 'too-large') return answer.failure;
    if (answer === 'broken' || answer.what !== 'written') throw new Error('the bundle could not be packed');
    return answer.parts;
  });
  if (!made.ok) return made;
  return made.value !== null && 'code' in made.value ? err(made.value) : ok(made.value);
};

const makeAlone = async (
  space: BundleSpace,
  maker: BundleMaker,
  choice: BundleChoice,
  now: number,
  watch: BundleWatch,
): Promise<Result<BundleSaving, Failure>> => {
  const plan = await planBundle(space, maker.profile, choice.docs, choice.withHistory);
  if (!plan.ok) return plan;
  if (plan.value.excess !== null) return err(plan.value.excess);
  const marking = await tryStore(async () => {
    const isCarried = choice.withOutbox && (await carrier(space, maker.profile)) !== null;
    return isCarried ? handOver(space, choice.docs) : new Map<DocId, SubmissionId>();
  });
  if (!marking.ok) return marking;
  const packed = await packBundle(space, maker, choice, now, watch);
  const saved = packed.ok ? ok(packed.value && (await maker.save(packed.value))) : packed;
  if (!saved.ok || saved.value !== 'saved') {
    const steps = [...marking.value].map(
      ([id, submission]) => [id, (state?: DocumentState) => state && stayedHere(state, submission)] as const,
    );
    await tryStore(() => space.documents.updateAll(new Map(steps)));
  }
  return saved.ok ? ok(saved.value ?? 'cancelled') : saved;
};

/**
 * Makes a bundle and writes it. One that would be larger than a bundle may be is refused before anything is gathered
 * (`bundle-…`). With the queue, what waits is frozen and marked as handed over first: durable, and never other bytes
 * (OB6, OB9). The mark goes again where no file came of it; where the app is killed before that is known, it stays. One
 * window at a time: what another one is about to hand over would lose its mark too.
 */
export const makeBundle = (
  space: BundleSpace,
  maker: BundleMaker,
  choice: BundleChoice,
  now: number,
  watch: BundleWatch,
): Promise<Result<BundleSaving, Failure>> =>
  maker
    .alone(() => makeAlone(space, maker, choice, now, watch), watch.abort)
    .then((made) => made ?? ok('cancelled'));
