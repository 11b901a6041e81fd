import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { DeskIndex } from '#renderer/data/desk-index.ts';
import { openTestStore } from '#renderer/data/test-store.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import type { ItemId } from '#shared/domain/ids.ts';
import { listItems } from '#shared/domain/list-items.ts';
import { AnswersByDocument } from '#shared/domain/recall.ts';
import { testTemplate, testVocabulary } from '#shared/domain/test-template.ts';
import type { Failure } from '#shared/errors.ts';
import { applyChange } from '#shared/sync/apply-change.ts';
import { edit } from '#shared/sync/edit.ts';
import { requestSubmission } from '#shared/sync/submission.ts';
import { begun, change, docId, submissionId, synced } from '#shared/sync/test-documents.ts';
import { SpaceBundles } from './bundle/space-bundles.ts';
import { EditingSession } from './editing-session.ts';
import { ExternalStore } from './external-store.ts';
import { Resources } from './resources.ts';
import type { Space } from './space.ts';
import { SpaceTemplates } from './templates/space-templates.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const open = async (values: FieldMap, state = begun(values)) => {
  const { documents, events, meta, files, templates: kept, versions, destroy } = await openTestStore();
  await documents.update(docId, () => state);
  const index = new DeskIndex(documents, events);
  const builtIn = new Resources([testTemplate], testVocabulary);
  const space: Space = {
    kind: 'local',
    name: 'local',
    key: new Uint8Array(32),
    protection: 'none',
    documents,
    index,
    meta,
    files,
    versions,
    templates: await SpaceTemplates.open({ kept, builtIn, serverUrl: 'http://127.0.0.1:8787' }),
    answers: new AnswersByDocument(),
    historyTrouble: new ExternalStore<Failure | null>(null),
    bundles: new SpaceBundles(),
    events,
    journal: null,
    restored: null,
    sync: null,
    close: () => index.close(),
  };
  const session = new EditingSession(state, {
    space,
    template: testTemplate,
    vocabulary: testVocabulary,
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
  });
  closers.push(async () => {
    await session.close();
    await destroy();
  });
  return { session, documents };
};

test('what is typed is on the screen at once, and saved behind the keys without anybody asking', async () => {
  const { session, documents } = await open({});
  session.set('title', 'N');
  session.set('title', 'Night shelters');
  expect(session.getSnapshot()).toMatchObject({
    values: { title: 'Night shelters' },
    save: { state: 'saving' },
  });
  await vi.waitFor(() => expect(session.getSnapshot().save.state).toBe('saved'));
  expect((await documents.read(docId))?.local.title).toBe('Night shelters');
});

test('"saved" is never said before the store has it', async () => {
  const { session, documents } = await open({});
  session.set('title', 'a');
  const said = new Promise<string | undefined>((resolve) => {
    session.subscribe(() => {
      if (session.getSnapshot().save.state !== 'saved') return;
      void documents.read(docId).then((state) => resolve(state?.local.title as string | undefined));
    });
  });
  await session.flush();
  expect(await said).toBe('a');
});

test('what is typed during a write is kept on the screen and written after it', async () => {
  const { session, documents } = await open({});
  session.set('title', 'first');
  const writing = session.flush();
  session.set('title', 'second');
  await writing;
  expect(session.getSnapshot().values.title).toBe('second');
  await session.flush();
  expect((await documents.read(docId))?.local.title).toBe('second');
});

test('a full disk is said, nothing typed is lost, and it is saved when there is room again', async () => {
  const { session, documents } = await open({});
  const full = vi.spyOn(documents, 'update').mockRejectedValue(new DOMException('', 'QuotaExceededError'));
  session.set('title', 'a');
  await session.flush();
  expect(session.getSnapshot()).toMatchObject({
    values: { title: 'a' },
    save: { state: 'failed', failure: { code: 'store-full' } },
  });
  full.mockRestore();
  session.set('description', 'b');
  await session.flush();
  expect(session.getSnapshot().save.state).toBe('saved');
  expect((await documents.read(docId))?.local).toEqual({ title: 'a', description: 'b' });
});

test('the checks follow every change', async () => {
  const { session } = await open({});
  const codes = () => session.getSnapshot().findings.map(({ path, code }) => `${path}: ${code}`);
  expect(codes()).toContain('title: required');
  session.set('title', 'a');
  expect(codes()).not.toContain('title: required');
  session.set('description', 'short');
  expect(codes()).toContain('description: too-short');
});

test('items are added at the end, moved by one place and removed with all their parts', async () => {
  const { session } = await open({});
  const [a, b, c] = [
    session.addItem('participants'),
    session.addItem('participants'),
    session.addItem('participants'),
  ];
  const order = () => listItems(session.getSnapshot().values, 'participants');
  expect(order()).toEqual([a, b, c]);
  session.moveItem('participants', c, -1);
  expect(order()).toEqual([a, c, b]);
  session.moveItem('participants', a, -1);
  expect(order()).toEqual([a, c, b]);
  session.moveItem('participants', a, 1);
  expect(order()).toEqual([c, a, b]);
  session.set(`participants/${a}/actor`, 'IOM');
  session.removeItem('participants', a);
  expect(Object.keys(session.getSnapshot().values).filter((path) => path.includes(a))).toEqual([]);
});

test('many values are set in one write, all of them or none', async () => {
  const { session, documents } = await open({ title: 'a', description: 'b' });
  let heard = 0;
  session.subscribe(() => {
    heard += 1;
  });
  const broken = new Map([
    ['title', 'c'],
    ['description', 'lone surrogate \ud800'],
  ]);
  expect(session.setAll(broken)).toBe(false);
  expect(heard).toBe(0);
  expect(
    session.setAll(
      new Map([
        ['title', 'c'],
        ['description', undefined],
      ]),
    ),
  ).toBe(true);
  expect(heard).toBe(1);
  await session.flush();
  expect((await documents.read(docId))?.local).toEqual({ title: 'c' });
});

test('what the Network changed in other fields appears while one is typed in', async () => {
  const { session, documents } = await open({}, synced({ title: 'a' }));
  session.set('title', 'mine');
  const theirs = change(2, { description: { v: 'theirs', fr: 2 } });
  await documents.update(docId, (state) => applyChange(state, theirs, 3000));
  await vi.waitFor(() =>
    expect(session.getSnapshot().values).toEqual({ title: 'mine', description: 'theirs' }),
  );
  await session.flush();
  expect((await documents.read(docId))?.local).toEqual({ title: 'mine', description: 'theirs' });
});

test('two versions of one field are both shown until the person chooses', async () => {
  const { session, documents } = await open({}, synced({ title: 'a' }));
  session.set('title', 'mine');
  await session.flush();
  await documents.update(docId, (state) =>
    applyChange(state, change(2, { title: { v: 'theirs', fr: 2 } }), 3000),
  );
  await vi.waitFor(() =>
    expect(session.getSnapshot().conflicts).toEqual([
      { path: 'title', mine: 'mine', theirs: 'theirs', origin: 'a', isHanded: false },
    ]),
  );
  session.settle('title', 'theirs');
  await session.flush();
  expect(session.getSnapshot()).toMatchObject({ conflicts: [], values: { title: 'theirs' } });
});

test('while a submission waits the document is read only', async () => {
  const { session } = await open({}, requestSubmission(synced({ title: 'a' }), submissionId, 2000));
  expect(session.getSnapshot().readOnly).toBe(true);
  session.set('title', 'b');
  expect(session.getSnapshot().values.title).toBe('a');
});

test.each([
  ['ten megabytes', 'x'.repeat(10_000_000)],
  ['a lone surrogate', 'a\ud800'],
  ['NUL', 'a\u0000b'],
  ['an amount beyond what a number can hold', Number.MAX_SAFE_INTEGER + 1],
])('%s is refused, and what was there stays', async (_, value) => {
  const { session, documents } = await open({ title: 'a' });
  expect(session.set('title', value)).toBe(false);
  await session.flush();
  expect((await documents.read(docId))?.local.title).toBe('a');
});

test('a write that is slow and fails never overwrites what was typed and saved after it', async () => {
  const { session, documents } = await open({});
  let release: (value: unknown) => void = () => {};
  const update = vi.spyOn(documents, 'update').mockImplementationOnce(async () => {
    await new Promise((resolve) => {
      release = resolve;
    });
    throw new DOMException('', 'QuotaExceededError');
  });
  session.set('title', 'ab');
  const first = session.flush();
  session.set('title', 'abc');
  const second = session.flush();
  expect(session.getSnapshot().save.state).toBe('saving');
  await vi.waitFor(() => expect(update).toHaveBeenCalled());
  release(undefined);
  await Promise.all([first, second]);
  await session.flush();
  expect(session.getSnapshot()).toMatchObject({ values: { title: 'abc' }, save: { state: 'saved' } });
  expect((await documents.read(docId))?.local.title).toBe('abc');
});

test('a document that vanished from the store is never called saved, and stays on the screen', async () => {
  const { session, documents } = await open({ title: 'a' });
  const gone = vi.spyOn(documents, 'update').mockResolvedValue(undefined);
  session.set('title', 'b');
  await session.flush();
  expect(session.getSnapshot()).toMatchObject({
    values: { title: 'b' },
    save: { state: 'failed', failure: { code: 'store-unopenable' } },
  });
  gone.mockRestore();
  await session.flush();
  expect((await documents.read(docId))?.local.title).toBe('b');
});

test('a text typed over one that changed under the cursor keeps both', async () => {
  const { session, documents } = await open({}, synced({ title: 'short' }));
  const theirs = change(2, { title: { v: 'two pages by a colleague', fr: 2 } });
  await documents.update(docId, (state) => applyChange(state, theirs, 3000));
  await vi.waitFor(() => expect(session.getSnapshot().values.title).toBe('two pages by a colleague'));
  session.set('title', 'short!', { value: 'short' });
  session.set('title', 'short!!');
  await session.flush();
  expect(session.getSnapshot()).toMatchObject({
    values: { title: 'short!!' },
    conflicts: [{ path: 'title', mine: 'short!!', theirs: 'two pages by a colleague' }],
  });
});

test('a number typed over one that changed under the cursor keeps both, what is written with it among them', async () => {
  const { session, documents } = await open({}, synced({ months: 24, title: 'a' }));
  const theirs = change(2, { months: { v: 36, fr: 2 }, title: { v: 'b', fr: 2 } });
  await documents.update(docId, (state) => applyChange(state, theirs, 3000));
  await vi.waitFor(() => expect(session.getSnapshot().values.months).toBe(36));
  const typed = new Map<string, number | string>([
    ['months', 25],
    ['title', 'c'],
  ]);
  session.setAll(typed, new Map([['months', 24]]));
  await session.flush();
  expect(session.getSnapshot()).toMatchObject({
    values: { months: 25, title: 'c' },
    conflicts: [{ path: 'months', mine: 25, theirs: 36, origin: 24 }],
  });
});

test('two windows that type in one short text keep the words of both, pause after pause', async () => {
  const { session, documents } = await open({}, synced({ title: 'Three ports' }));
  await documents.update(
    docId,
    (state) => state && edit(state, new Map([['title', 'Three ports beta']]), 3000),
  );
  let shown = 'Three ports';
  for (const pause of [' g', 'amm', 'a ray']) {
    session.set('title', shown + pause, { value: shown });
    shown += pause;
    await session.flush();
  }
  expect((await documents.read(docId))?.local.title).toBe('Three ports beta gamma ray');
  expect(session.getSnapshot().conflicts).toEqual([]);
});

test('what two windows made of the same words is shown as two versions, neither the Network’s', async () => {
  const { session, documents } = await open({}, synced({ title: 'Three ports' }));
  await documents.update(docId, (state) => state && edit(state, new Map([['title', 'Five ports']]), 3000));
  session.set('title', 'Six ports', { value: 'Three ports' });
  await session.flush();
  expect(session.getSnapshot().conflicts).toEqual([
    { path: 'title', mine: 'Six ports', theirs: 'Five ports', origin: 'Three ports', isHanded: true },
  ]);
});

test('items to which two laptops gave the same position can still be moved', async () => {
  const [a, b] = ['00000000AA', '00000000BB'];
  const { session } = await open({
    [`participants/${a}`]: true,
    [`participants/${a}/pos`]: 'a0',
    [`participants/${b}`]: true,
    [`participants/${b}/pos`]: 'a0',
    'participants/00000000CC': true,
    'participants/00000000CC/pos': 'a0',
  });
  session.moveItem('participants', '00000000CC' as ItemId, -1);
  expect(listItems(session.getSnapshot().values, 'participants')).toEqual([a, '00000000CC', b]);
});
