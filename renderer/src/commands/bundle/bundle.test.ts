import 'fake-indexeddb/auto';
import { concatBytes } from '@noble/hashes/utils.js';
import { afterEach, expect, test, vi } from 'vitest';
import { CarriedRepository } from '#renderer/data/carried-repository.ts';
import { openTestStore } from '#renderer/data/test-store.ts';
import { bundleLimits } from '#shared/bundle/manifest.ts';
import { attachmentValues, maxAttachmentBytes } from '#shared/domain/attachment.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import { type ClientId, type DocId, makeDocId, makeSubmissionId } from '#shared/domain/ids.ts';
import { testTemplate } from '#shared/domain/test-template.ts';
import type { Failure } from '#shared/errors.ts';
import { newDocument } from '#shared/sync/document-state.ts';
import { edit } from '#shared/sync/edit.ts';
import { sha256HexOfBytes } from '#shared/sync/hash.ts';
import { bin, deletionTold } from '#shared/sync/presence.ts';
import { requestSubmission, takeBack } from '#shared/sync/submission.ts';
import { ExternalStore } from '../external-store.ts';
import { keepVersion } from '../history.ts';
import type { Resources } from '../resources.ts';
import type { Space } from '../space.ts';
import type { BundleWork } from './bundle-task.ts';
import type { BundleProgress, BundleSaving, BundleWatch, OpenedBundle } from './bundle-view.ts';
import { doBundleTask } from './do-bundle-task.ts';
import { type BundleMaker, makeBundle, planBundle } from './make-bundle.ts';
import { openBundleFile, takeBundle } from './take-bundle.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const day = 24 * 60 * 60 * 1000;
const now = Date.UTC(2026, 10, 26, 12);
const ids = [1, 2, 3].map((n) => makeDocId(now, (length) => new Uint8Array(length).fill(n)));
const [one, two, three] = ids as [DocId, DocId, DocId];

const identity = async () => ({
  account: 'ana',
  clientId: '0190a000-0000-4000-8000-000000000002',
  epoch: null,
});
/** A space with a Network that never answers. */
const openSpace = async () => {
  const store = await openTestStore(undefined, undefined, () => now);
  closers.push(store.destroy);
  const historyTrouble = new ExternalStore<Failure | null>(null);
  const sync = { identity, wake: () => {} } as unknown as Space['sync'];
  return { ...store, kind: 'training' as const, journal: null, historyTrouble, sync };
};
type TestSpace = Awaited<ReturnType<typeof openSpace>>;

const resources = {
  find: () => testTemplate,
  forDocument: () => testTemplate,
} as unknown as Resources;
const profile = { name: 'Ana', organization: '', country: '' };
const work: BundleWork = async (task, { onProgress, abort }) => {
  const answer = await doBundleTask(task, onProgress);
  return abort.aborted ? 'cancelled' : answer;
};
/** As two windows of one space take turns. */
const takingTurns = (): BundleMaker['alone'] => {
  let turn: Promise<unknown> = Promise.resolve();
  return (make) => {
    const made = turn.then(make);
    turn = made;
    return made;
  };
};
const maker: BundleMaker = {
  ...{ profile, resources, appVersion: '1.0.0', work },
  save: async () => 'saved',
  alone: takingTurns(),
};
/** One that keeps what it would have written. */
const keeping = (outcome: BundleSaving = 'saved') => {
  const written: { bytes?: Uint8Array } = {};
  const save = async (parts: readonly Uint8Array[]) => {
    written.bytes = concatBytes(...parts);
    return outcome;
  };
  return { written, maker: { ...maker, save } };
};
const watch = (onProgress: BundleWatch['onProgress'] = () => {}, abort = new AbortController().signal) => ({
  onProgress,
  abort,
});
const whole = { withHistory: true, withOutbox: true, passphrase: null };

const write = (space: TestSpace, id: DocId, fields: FieldMap) =>
  space.documents.update(id, () => newDocument(id, 'pledge', 'pledge@1', fields, now));
const keep = async (space: TestSpace, id: DocId, at: number) => {
  const state = await space.documents.read(id);
  if (state) await keepVersion(space, state, testTemplate, { cause: { kind: 'automatic' }, at });
};
const bundleOf = async (space: TestSpace, docs: readonly DocId[] = ids): Promise<Uint8Array> => {
  const { written, maker: keeper } = keeping();
  await makeBundle(space, keeper, { docs, ...whole }, now, watch());
  if (written.bytes === undefined) throw new Error('not made');
  return written.bytes;
};
const opened = async (space: TestSpace, bytes: Uint8Array): Promise<OpenedBundle> => {
  const read = await openBundleFile(space, resources, { bytes, passphrase: null, work }, watch());
  if (!read?.ok) throw new Error(JSON.stringify(read));
  return read.value;
};
const take = async (space: TestSpace, bytes: Uint8Array, told: BundleWatch = watch()) =>
  takeBundle(
    space,
    resources,
    { opened: await opened(space, bytes), chosen: new Set(ids), withQueue: true },
    now,
    told,
  );

/** All that a laptop has of the documents, in a form that two laptops can be compared in. */
const contentOf = async (space: TestSpace) => ({
  documents: await Promise.all(ids.map((id) => space.documents.read(id))),
  versions: await Promise.all(
    ids.map(async (id) =>
      Promise.all(
        (await space.versions.list(id)).map(async ({ seq, header }) => {
          const read = await space.versions.read(id, seq);
          return [header?.id, header?.cause.kind, read.ok && read.value.fields];
        }),
      ),
    ),
  ),
  queue: (await new CarriedRepository(space.meta).read()).map(({ doc }) => doc).sort(),
});

const written = async () => {
  const space = await openSpace();
  const sentence = 'A register of births reaches every ward by boat. ';
  for (const [index, id] of ids.entries()) {
    await write(space, id, { title: `Draft ${index}`, description: sentence });
    await keep(space, id, now - 2 * day);
    await space.documents.update(
      id,
      (state) => state && edit(state, new Map([['description', sentence.repeat(6)]]), now - day),
    );
    await keep(space, id, now - day);
  }
  return space;
};

test('a bundle brings documents, their history and their queue, and the same again changes nothing', async () => {
  const [ana, leila] = [await written(), await openSpace()];
  const bytes = await bundleOf(ana);
  const preview = (await opened(leila, bytes)).preview;
  expect(preview.rows.map(({ versions, standing, isCarried }) => [versions, standing, isCarried])).toEqual(
    ids.map(() => [2, 'new', true]),
  );
  expect(await take(leila, bytes)).toEqual({
    taken: ids,
    toCompare: [],
    left: 0,
    failure: null,
    isQueued: true,
  });
  const first = await contentOf(leila);
  expect(first.versions).toEqual((await contentOf(ana)).versions);
  expect(first.queue).toEqual([...ids].sort());
  await take(leila, bytes);
  expect(await contentOf(leila)).toEqual(first);
});

test('a history comes beside the one that is there; what stood here is kept, and thinning still holds', async () => {
  const [ana, leila] = [await openSpace(), await openSpace()];
  await write(ana, one, { title: 'Hers' });
  // Two of one day long ago: of those the later one stays.
  for (const [index, at] of [now - 20 * day, now - 20 * day + 60_000, now - 3 * day].entries()) {
    await ana.documents.update(
      one,
      (state) => state && edit(state, new Map([['email', `${index}@x.org`]]), at),
    );
    await keep(ana, one, at);
  }
  await write(leila, one, { description: 'Mine' });
  await keep(leila, one, now - day);
  const bytes = await bundleOf(ana, [one]);
  await take(leila, bytes);
  const [versions] = (await contentOf(leila)).versions;
  expect(versions?.map(([, cause, fields]) => [cause, fields])).toEqual([
    ['automatic', { description: 'Mine' }],
    ['automatic', { title: 'Hers', email: '2@x.org' }],
    ['automatic', { title: 'Hers', email: '1@x.org' }],
  ]);
  await take(leila, bytes);
  expect((await contentOf(leila)).versions[0]).toEqual(versions);
});

test('what was refused waits again when it is tried again, or when the bundle comes again; what was sent does not', async () => {
  const [ana, leila] = [await written(), await openSpace()];
  const bytes = await bundleOf(ana);
  await take(leila, bytes);
  const queue = new CarriedRepository(leila.meta);
  const standings = async () =>
    Object.fromEntries((await queue.read()).map(({ doc, standing }) => [doc, standing.state]));
  const answer = async () => {
    for (const entry of await queue.read()) {
      if (entry.doc === one) await queue.save({ ...entry, standing: { state: 'sent', receipt: null } });
      else await queue.save({ ...entry, standing: { state: 'refused', code: 'not-on-behalf' } });
    }
  };
  await answer();
  await take(leila, bytes);
  expect(await standings()).toEqual({ [one]: 'sent', [two]: 'waiting', [three]: 'waiting' });
  await answer();
  for (const { doc, client } of await queue.read()) if (doc !== three) await queue.retry(doc, client);
  expect(await standings()).toEqual({ [one]: 'sent', [two]: 'waiting', [three]: 'refused' });
  for (const { doc, client } of await queue.read()) if (doc !== three) await queue.drop(doc, client);
  expect(await standings()).toEqual({ [three]: 'refused' });
});

test('the engine and the person change the queue at once, and nothing of either is lost', async () => {
  const [ana, leila] = [await written(), await openSpace()];
  await take(leila, await bundleOf(ana));
  const [engine, person] = [new CarriedRepository(leila.meta), new CarriedRepository(leila.meta)];
  const entries = await engine.read();
  await Promise.all([
    person.drop(one, entries[0]?.client as ClientId),
    ...entries.map((entry) => engine.save({ ...entry, standing: { state: 'sent', receipt: null } })),
  ]);
  // An answer that comes after the person took it off the list does not bring it back.
  for (const entry of entries) await engine.save({ ...entry, standing: { state: 'sent', receipt: null } });
  expect((await person.read()).map(({ doc, standing }) => [doc, standing.state]).sort()).toEqual(
    [two, three].map((id) => [id, 'sent']).sort(),
  );
});

/** Asks to submit each of these documents, as the person does. */
const submit = async (space: TestSpace, docs: readonly DocId[]) => {
  for (const [index, id] of docs.entries()) {
    const submission = makeSubmissionId(now, (length) => new Uint8Array(length).fill(index + 1));
    await space.documents.update(id, (state) => state && requestSubmission(state, submission, now));
  }
};
const submissionsOf = async (space: TestSpace) =>
  (await contentOf(space)).documents.map((state) => state?.submission ?? null);
const full = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));

test('an older bundle that comes after a newer one does not take the waiting submission away, and says so', async () => {
  const [ana, leila] = [await written(), await openSpace()];
  const older = await bundleOf(ana, [one]);
  await submit(ana, [one]);
  const newer = await bundleOf(ana, [one]);
  await take(leila, newer);
  const rows = (await opened(leila, older)).preview.rows;
  expect(rows).toMatchObject([{ isCarried: false, isCarriedLater: true }]);
  expect(await take(leila, older)).toMatchObject({ taken: [one], isQueued: false });
  const [asked] = await submissionsOf(ana);
  const waiting = async () =>
    (await new CarriedRepository(leila.meta).read()).map((entry) => entry.submission?.id);
  expect(await waiting()).toEqual([asked?.id]);
  // In their order, each takes the place of the one before.
  expect((await opened(leila, newer)).preview.rows).toMatchObject([
    { isCarried: true, isCarriedLater: false },
  ]);
  const other = await openSpace();
  for (const bytes of [older, newer]) await take(other, bytes);
  expect((await new CarriedRepository(other.meta).read()).map((entry) => entry.submission?.id)).toEqual([
    asked?.id,
  ]);
});

test('[OB9] what goes into a bundle is marked before the bundle is there, and is taken back by the Network only', async () => {
  const ana = await written();
  await submit(ana, ids);
  await makeBundle(ana, maker, { docs: [two], ...whole, withOutbox: false }, now, watch());
  let whileWritten: unknown;
  const save = async () => {
    whileWritten = (await submissionsOf(ana)).map((submission) => submission?.isHandedOver);
    return 'saved' as const;
  };
  await makeBundle(ana, { ...maker, save }, { docs: [one], ...whole }, now, watch());
  expect(whileWritten).toEqual([true, false, false]);
  for (const id of ids) await ana.documents.update(id, (state) => state && takeBack(state));
  expect((await submissionsOf(ana)).map((submission) => submission?.isCancelling)).toEqual([
    true,
    undefined,
    undefined,
  ]);
});

test('[OB9] a window that makes no file of it leaves the mark of what another window saves', async () => {
  const ana = await written();
  await submit(ana, [one]);
  const choice = { docs: [one], ...whole };
  let cancel = () => {};
  const asked = new Promise<'cancelled'>((resolve) => {
    cancel = () => resolve('cancelled');
  });
  const first = makeBundle(ana, { ...maker, save: () => asked }, choice, now, watch());
  const second = makeBundle(ana, maker, choice, now, watch());
  await vi.waitFor(async () => expect((await submissionsOf(ana))[0]?.isHandedOver).toBe(true));
  cancel();
  expect(await Promise.all([first, second])).toMatchObject([{ value: 'cancelled' }, { value: 'saved' }]);
  expect((await submissionsOf(ana))[0]?.isHandedOver).toBe(true);
});

test('[OB9] where no file came of it nothing is marked, but what went along before', async () => {
  const ana = await written();
  await submit(ana, ids);
  await bundleOf(ana, [three]);
  const before = await submissionsOf(ana);
  expect(before.map((submission) => submission?.isHandedOver)).toEqual([false, false, true]);
  const choice = { docs: ids, ...whole };
  const gone = new AbortController();
  const unreadable = new Proxy(ana.versions, {
    get: (target, name) =>
      name === 'all' ? full : (Reflect.get(target, name) as (...args: unknown[]) => unknown).bind(target),
  });
  const outcomes = [
    await makeBundle(ana, keeping('cancelled').maker, choice, now, watch()),
    await makeBundle(ana, keeping('failed').maker, choice, now, watch()),
    await makeBundle(
      ana,
      maker,
      choice,
      now,
      watch(() => gone.abort(), gone.signal),
    ),
    await makeBundle({ ...ana, versions: unreadable }, maker, choice, now, watch()),
  ];
  expect(outcomes.map((made) => (made.ok ? made.value : made.error.code))).toEqual([
    'cancelled',
    'failed',
    'cancelled',
    'store-full',
  ]);
  expect(await submissionsOf(ana)).toEqual(before);
});

test('[OB9] taken back while the file is asked for, and no file came of it: it is a draft again at once', async () => {
  const ana = await written();
  await submit(ana, [one]);
  const save = async () => {
    await ana.documents.update(one, (state) => state && takeBack(state));
    return 'cancelled' as const;
  };
  await makeBundle(ana, { ...maker, save }, { docs: [one], ...whole }, now, watch());
  expect((await submissionsOf(ana))[0]).toBe(null);
});

test('[OB10] what the Network refused goes back to its author in a bundle, as if they had sent it themselves', async () => {
  const [ana, leila] = [await written(), await openSpace()];
  await submit(ana, [one, two]);
  await take(leila, await bundleOf(ana));
  const queue = new CarriedRepository(leila.meta);
  const answer = { code: 'validation', params: { count: 2 } } as const;
  for (const entry of await queue.read()) {
    const standing = { state: 'refused', code: 'validation' } as const;
    // Of the second the Network was never asked.
    await queue.save({ ...entry, standing: entry.doc === one ? { ...standing, answer } : standing });
  }
  const back = await bundleOf(leila);
  expect((await opened(ana, back)).preview.rows.map(({ isRefused }) => isRefused)).toEqual([
    true,
    false,
    false,
  ]);
  await take(ana, back);
  const first = await contentOf(ana);
  expect(first.documents.map((state) => [state?.submission?.id, state?.attention])).toEqual([
    [undefined, answer],
    [expect.any(String), null],
    [undefined, null],
  ]);
  // Asked for anew, it is another submission: the same bundle again says nothing of it.
  await ana.documents.update(
    one,
    (state) =>
      state &&
      requestSubmission(
        state,
        makeSubmissionId(now, (length) => new Uint8Array(length).fill(9)),
        now,
      ),
  );
  await take(ana, back);
  expect((await contentOf(ana)).documents[0]).toMatchObject({ attention: null, submission: { round: 1 } });
});

test('without its history, a document comes alone', async () => {
  const [ana, leila] = [await written(), await openSpace()];
  const { written: file, maker: keeper } = keeping();
  const choice = { docs: ids, ...whole, withHistory: false, withOutbox: false };
  await makeBundle(ana, keeper, choice, now, watch());
  await take(leila, file.bytes ?? new Uint8Array());
  expect(await contentOf(leila)).toMatchObject({ versions: [[], [], []], queue: [] });
});

/** A laptop that is cut off at the n-th time that something of one kind is written. */
const cutOff = (
  space: TestSpace,
  what: 'files' | 'documents' | 'versions' | 'queue',
  at: number,
): TestSpace => {
  let count = 0;
  const counted =
    <A extends readonly unknown[], T>(write: (...args: A) => Promise<T>) =>
    (...args: A): Promise<T> => {
      count += 1;
      return count > at ? Promise.reject(new DOMException('full', 'QuotaExceededError')) : write(...args);
    };
  const { files, documents, versions, meta } = space;
  const instead = {
    files: { files: { keep: counted((...args: Parameters<typeof files.keep>) => files.keep(...args)) } },
    documents: {
      documents: {
        read: (id: DocId) => documents.read(id),
        update: counted((...args: Parameters<typeof documents.update>) => documents.update(...args)),
      },
    },
    versions: {
      versions: {
        newestAt: (id: DocId) => versions.newestAt(id),
        list: (id: DocId) => versions.list(id),
        add: (...args: Parameters<typeof versions.add>) => versions.add(...args),
        thin: (...args: Parameters<typeof versions.thin>) => versions.thin(...args),
        import: counted((...args: Parameters<typeof versions.import>) => versions.import(...args)),
      },
    },
    queue: {
      meta: {
        read: (...args: Parameters<typeof meta.read>) => meta.read(...args),
        update: counted((...args: Parameters<typeof meta.update>) => meta.update(...args)),
      },
    },
  };
  return { ...space, ...instead[what] } as unknown as TestSpace;
};

for (const what of ['files', 'documents', 'versions', 'queue'] as const) {
  for (const at of [0, 1, 2]) {
    test(`an import that is cut off among the ${what} of document ${at + 1} gives, done again, the same as at once`, async () => {
      const [ana, leila, other] = [await written(), await openSpace(), await openSpace()];
      for (const [index, id] of ids.entries()) {
        const bytes = new TextEncoder().encode(`%PDF-1.7 of ${index}`);
        const sha256 = sha256HexOfBytes(bytes);
        const file = { sha256, name: 'a.pdf', type: 'application/pdf', sizeBytes: bytes.length };
        await ana.files.keep(file, bytes);
        const values = attachmentValues('evidence', file);
        await ana.documents.update(id, (state) => state && edit(state, new Map(values), now));
      }
      for (const space of [leila, other]) await write(space, two, { title: 'Draft 1', email: 'mine@x.org' });
      const bytes = await bundleOf(ana);
      const stopped = await take(cutOff(leila, what, at), bytes);
      expect(stopped).toMatchObject({
        ...{ taken: ids.slice(0, at), left: 3 - at },
        failure: { code: 'store-full' },
      });
      // What goes from here belongs to documents that are whole.
      expect((await contentOf(leila)).queue).toEqual(ids.slice(0, at).sort());
      await take(leila, bytes);
      await take(other, bytes);
      const [again, atOnce] = [await contentOf(leila), await contentOf(other)];
      expect(again.documents).toEqual(atOnce.documents);
      expect(again.queue).toEqual(atOnce.queue);
      // A version of what stood before the merge is of its own laptop.
      const foreign = (all: typeof again) =>
        all.versions.map((list) => list.filter(([, cause]) => cause !== 'merged'));
      expect(foreign(again)).toEqual(foreign(atOnce));
      expect(again.versions.map(({ length }) => length)).toEqual(atOnce.versions.map(({ length }) => length));
    });
  }
}

test('a document in the bin is named in the preview and is on the Desk after it was brought in', async () => {
  const [ana, leila] = [await written(), await openSpace()];
  const bytes = await bundleOf(ana);
  await take(leila, bytes);
  await leila.documents.update(one, (state) => state && bin({ ...state, role: 'author' }, now));
  // Known to the Network once, and deleted there.
  await leila.documents.update(
    two,
    (state) => state && deletionTold(bin({ ...state, role: 'author', rev: 1 }, now)),
  );
  const rows = (await opened(leila, bytes)).preview.rows;
  expect(rows.map(({ isInBin, obstacle }) => [isInBin, obstacle])).toEqual([
    [true, null],
    [true, 'deleted'],
    [false, null],
  ]);
  expect((await take(leila, bytes)).taken).toEqual([one, three]);
  const presences = (await contentOf(leila)).documents.map((state) => state?.presence.at);
  expect(presences).toEqual(['here', 'bin', 'here']);
});

test('what stands here and cannot be kept as a version is not changed: the import stops there and says why', async () => {
  const [ana, leila] = [await written(), await openSpace()];
  await write(leila, two, { title: 'Mine' });
  const before = await leila.documents.read(two);
  const versions = new Proxy(leila.versions, {
    get: (target, name) =>
      name === 'add' ? full : (Reflect.get(target, name) as (...args: unknown[]) => unknown).bind(target),
  });
  const stopped = await take({ ...leila, versions }, await bundleOf(ana));
  expect(stopped).toMatchObject({ taken: [one], left: 2, failure: { code: 'store-full' } });
  expect(await leila.documents.read(two)).toEqual(before);
  expect((await contentOf(leila)).queue).toEqual([one]);
});

test('a queue is told only where a document was taken that brought one', async () => {
  const [ana, leila] = [await written(), await openSpace()];
  // Of the first nothing waits: the Network has all of it.
  await ana.documents.update(one, (state) => {
    if (!state) return state;
    const base = Object.fromEntries(
      Object.entries(state.local).map(([path, v]) => [path, { v: String(v), fr: 1 }]),
    );
    return { ...state, rev: 1, base };
  });
  const controller = new AbortController();
  const told = watch(({ done }) => done === 1 && controller.abort(), controller.signal);
  expect(await take(leila, await bundleOf(ana), told)).toMatchObject({ taken: [one], isQueued: false });
});

test('cancelled between two documents, the first is whole and the rest is not there', async () => {
  const [ana, leila] = [await written(), await openSpace()];
  const bytes = await bundleOf(ana);
  const controller = new AbortController();
  const seen: BundleProgress[] = [];
  const stopped = await take(
    leila,
    bytes,
    watch((progress) => {
      seen.push(progress);
      if (progress.done === 1) controller.abort();
    }, controller.signal),
  );
  expect(seen.map(({ phase, done, total }) => [phase, done, total])).toEqual([
    ['taking', 0, 3],
    ['taking', 1, 3],
  ]);
  expect(stopped).toEqual({ taken: [one], toCompare: [], left: 2, failure: null, isQueued: true });
  const { documents, versions, queue } = await contentOf(leila);
  expect([documents.map((state) => state?.id), versions.map(({ length }) => length), queue]).toEqual([
    [one, undefined, undefined],
    [2, 0, 0],
    [one],
  ]);
});

test('a bundle that nobody could read is refused in the plan and before anything is gathered or marked', async () => {
  const ana = await openSpace();
  await write(ana, one, { title: 'Hers' });
  const state = await ana.documents.read(one);
  // A laptop with one more document than a bundle can hold; it can only be read.
  const many = {
    ...ana,
    documents: { read: async () => state },
    versions: { count: async () => 0, files: async () => [] },
  } as unknown as TestSpace;
  const docs = Array.from({ length: bundleLimits.documents + 1 }, () => one);
  const excess = { code: 'bundle-documents', params: { count: 5_001, limit: 5_000 } };
  expect(await planBundle(many, profile, docs, true)).toMatchObject({ value: { excess } });
  expect(await planBundle(many, profile, docs.slice(1), true)).toMatchObject({ value: { excess: null } });
  const seen: BundleProgress[] = [];
  const made = await makeBundle(
    many,
    maker,
    { docs, ...whole },
    now,
    watch((progress) => seen.push(progress)),
  );
  expect(made).toEqual({ ok: false, error: excess });
  expect(seen).toEqual([]);
});

test('a bundle that is cancelled while it is made or read is not there', async () => {
  const ana = await written();
  for (const phase of ['gathering', 'packing'] as const) {
    const controller = new AbortController();
    const made = await makeBundle(
      ana,
      maker,
      { docs: [one, three], ...whole },
      now,
      watch((progress) => {
        if (progress.phase === phase) controller.abort();
      }, controller.signal),
    );
    expect(made).toEqual({ ok: true, value: 'cancelled' });
  }
  const bytes = await bundleOf(ana);
  const controller = new AbortController();
  const told = watch(() => controller.abort(), controller.signal);
  expect(await openBundleFile(ana, resources, { bytes, passphrase: null, work }, told)).toBe(null);
});

test('a file of 25 MiB that only the history still refers to goes along, to the byte', async () => {
  const [ana, leila] = [await openSpace(), await openSpace()];
  const bytes = new Uint8Array(maxAttachmentBytes).map((_, index) => (index * 7_919) % 251);
  const sha256 = sha256HexOfBytes(bytes);
  const file = { sha256, name: 'evidence.pdf', type: 'application/pdf', sizeBytes: bytes.length };
  await ana.files.keep(file, bytes);
  await write(ana, one, { title: 'Hers', ...Object.fromEntries(attachmentValues('evidence', file)) });
  await keep(ana, one, now - day);
  await write(ana, one, { title: 'Hers' });
  expect(await planBundle(ana, profile, [one], true)).toMatchObject({
    value: { files: 1, fileBytes: maxAttachmentBytes, missingFiles: 0, versions: 1 },
  });
  expect(await planBundle(ana, profile, [one], false)).toMatchObject({ value: { files: 0, fileBytes: 0 } });
  await take(leila, await bundleOf(ana, [one]));
  const kept = await leila.files.bytes(sha256);
  expect(kept?.length).toBe(maxAttachmentBytes);
  expect(sha256HexOfBytes(kept ?? new Uint8Array())).toBe(sha256);
});
