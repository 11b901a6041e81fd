import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { syncStore } from '#renderer/data/sync-store.ts';
import { openTestStore } from '#renderer/data/test-store.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import { makeClientId } from '#shared/domain/ids.ts';
import { testTemplate } from '#shared/domain/test-template.ts';
import type { Failure } from '#shared/errors.ts';
import { applyChange } from '#shared/sync/apply-change.ts';
import type { DocumentState } from '#shared/sync/document-state.ts';
import { edit } from '#shared/sync/edit.ts';
import { requestSubmission } from '#shared/sync/submission.ts';
import { begun, change, docId, submissionId, synced } from '#shared/sync/test-documents.ts';
import { ExternalStore } from './external-store.ts';
import { keepAsked, keepVersion, noteMerge, noteWork, restoreVersion } from './history.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const minute = 60_000;
const forms = { find: () => testTemplate };

const open = async (state: DocumentState) => {
  const store = await openTestStore();
  closers.push(store.destroy);
  await store.documents.update(docId, () => state);
  const space = { ...store, historyTrouble: new ExternalStore<Failure | null>(null), sync: null };
  const causes = async () => (await store.versions.list(docId)).map(({ header }) => header?.cause.kind);
  const contents = async (): Promise<readonly (FieldMap | null)[]> =>
    Promise.all(
      (await store.versions.list(docId)).map(async ({ seq }) => {
        const read = await store.versions.read(docId, seq);
        return read.ok ? read.value.fields : null;
      }),
    );
  const write = (title: string, at: number) =>
    store.documents.update(docId, (known) => known && edit(known, new Map([['title', title]]), at));
  return { space, store, causes, contents, write };
};

test('half an hour of work keeps a version by itself, and less does not', async () => {
  const { space, contents, write } = await open(begun({}));
  let before = await write('a', 2 * minute);
  for (const at of [10, 29]) {
    if (before) await noteWork(space, before, testTemplate, at * minute);
    before = await write(`at ${at}`, at * minute);
  }
  expect(await contents()).toEqual([]);
  if (before) await noteWork(space, before, testTemplate, 40 * minute);
  expect(await contents()).toEqual([{ title: 'at 29' }]);
  before = await write('at 50', 50 * minute);
  if (before) await noteWork(space, before, testTemplate, 55 * minute);
  expect(await contents()).toEqual([{ title: 'at 29' }]);
  if (before) await noteWork(space, before, testTemplate, 60 * minute);
  expect(await contents()).toEqual([{ title: 'at 50' }, { title: 'at 29' }]);
});

test('kept again under another name, without a change, the first name stays beside the second', async () => {
  const { space } = await open(begun({ title: 'a' }));
  for (const [index, name] of [
    'Sent to ministry',
    'Approved by minister',
    ' Approved by minister ',
  ].entries())
    await keepAsked(space, docId, forms, name, 1000 * (index + 1));
  const listed = await space.versions.list(docId);
  expect(listed.map(({ at, header }) => [at, header?.name])).toEqual([
    [2000, 'Approved by minister'],
    [1000, 'Sent to ministry'],
  ]);
});

test('a version is kept under the name in the profile, and the same twice is one', async () => {
  const { space, store } = await open(begun({ title: 'a' }));
  await store.meta.write('profile', { name: 'Amina Berrada', organization: '', country: '' });
  const first = await keepAsked(space, docId, forms, null, 1000);
  const again = await keepAsked(space, docId, forms, 'Sent', 2000);
  expect([first, again]).toMatchObject([
    { ok: true, value: { seq: 1, name: null, isNew: true } },
    { ok: true, value: { seq: 1, name: 'Sent', isNew: false } },
  ]);
  const [listed] = await store.versions.list(docId);
  expect(listed?.header).toMatchObject({ by: 'Amina Berrada', name: 'Sent' });
});

test('restoring keeps what stood before, is an edit like any other, and is a version itself', async () => {
  const { space, store, causes, contents, write } = await open(synced({ title: 'first', email: 'a@x.org' }));
  await keepAsked(space, docId, forms, null, 1000);
  await write('second', 2000);
  expect(await restoreVersion(space, docId, 1, testTemplate, null, () => 3000)).toEqual({
    ok: true,
    value: undefined,
  });
  const state = await store.documents.read(docId);
  expect([state?.local, state?.savedAt, await store.documents.pending()]).toEqual([
    { title: 'first', email: 'a@x.org' },
    3000,
    [],
  ]);
  expect(await causes()).toEqual(['restored', 'before-restore', 'kept']);
  expect((await contents()).map((fields) => fields?.title)).toEqual(['first', 'second', 'first']);
});

test('one field is restored and the others stay', async () => {
  const { space, store, write } = await open(begun({ title: 'first', email: 'a@x.org', gone: 'x' }));
  await keepAsked(space, docId, forms, null, 1000);
  await write('second', 2000);
  await store.documents.update(
    docId,
    (state) =>
      state &&
      edit(
        state,
        new Map([
          ['email', 'b@x.org'],
          ['gone', 'y'],
        ]),
        2500,
      ),
  );
  await restoreVersion(space, docId, 1, testTemplate, 'email', () => 3000);
  expect((await store.documents.read(docId))?.local).toEqual({
    title: 'second',
    email: 'a@x.org',
    gone: 'y',
  });
});

test('a version is restored with what the form no longer has, as the history shows it', async () => {
  const { space, store } = await open(begun({ title: 'first', gone: 'x' }));
  await keepAsked(space, docId, forms, null, 1000);
  const changes = new Map([
    ['title', 'second'],
    ['gone', undefined],
    ['later', 'z'],
  ]);
  await store.documents.update(docId, (state) => state && edit(state, changes, 2000));
  await restoreVersion(space, docId, 1, testTemplate, null, () => 3000);
  expect((await store.documents.read(docId))?.local).toEqual({ title: 'first', gone: 'x' });
});

test('a document that is on its way is not restored, and nothing is kept of the try', async () => {
  const { space, store, causes, write } = await open(begun({ title: 'first' }));
  await keepAsked(space, docId, forms, null, 1000);
  await write('second', 2000);
  await store.documents.update(docId, (state) => state && requestSubmission(state, submissionId, 2500));
  expect(await restoreVersion(space, docId, 1, testTemplate, null, () => 3000)).toMatchObject({ ok: false });
  expect((await store.documents.read(docId))?.local).toEqual({ title: 'second' });
  expect(await causes()).toEqual(['kept']);
});

test('what the Network changes is kept as it was before, once it is written', async () => {
  const { space, store, contents, causes } = await open(
    edit(synced({ title: 'Desks', email: 'a@x.org' }), new Map([['email', 'b@x.org']]), 2000),
  );
  const merged: Promise<unknown>[] = [];
  const sync = syncStore(
    store.documents,
    store.meta,
    () => makeClientId((length) => new Uint8Array(length)),
    (before) => merged.push(noteMerge(space, before, testTemplate, 5000)),
  );
  await sync.updateAll(
    new Map([
      [docId, (state) => applyChange(state, change(2, { title: { v: 'Mobile desks', fr: 2 } }), 5000)],
    ]),
  );
  // An answer that changes nothing on the screen is no merge.
  await sync.update(docId, (state) => state && { ...state, lastN: state.lastN + 1 });
  await Promise.all(merged);
  expect((await store.documents.read(docId))?.local).toEqual({ title: 'Mobile desks', email: 'b@x.org' });
  expect(await causes()).toEqual(['merged']);
  expect(await contents()).toEqual([{ title: 'Desks', email: 'b@x.org' }]);
});

test('a full disk loses the version and says so; nothing is restored over what could not be kept', async () => {
  const { space, store, write } = await open(begun({ title: 'first' }));
  await keepAsked(space, docId, forms, null, 1000);
  const second = await write('second', 2000);
  const full = {
    ...space,
    versions: Object.assign(Object.create(store.versions), {
      newestAt: async () => 1000,
      read: (...given: Parameters<typeof store.versions.read>) => store.versions.read(...given),
      add: async () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    }),
  };
  const full1 =
    second && (await keepVersion(full, second, testTemplate, { cause: { kind: 'kept' }, at: 2500 }));
  expect(full1).toEqual({ ok: false, error: { code: 'store-full' } });
  expect(space.historyTrouble.get()).toEqual({ code: 'store-full' });
  expect(await restoreVersion(full, docId, 1, testTemplate, null, () => 3000)).toEqual({
    ok: false,
    error: { code: 'store-full' },
  });
  expect((await store.documents.read(docId))?.local).toEqual({ title: 'second' });
});
