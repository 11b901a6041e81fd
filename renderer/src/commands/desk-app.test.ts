import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { DeskIndex } from '#renderer/data/desk-index.ts';
import type { DeviceSettings } from '#renderer/data/device-settings.ts';
import { memoryJournal } from '#renderer/data/memory-journal.ts';
import { AppFilesError } from '#renderer/data/store-failure.ts';
import { openTestStore } from '#renderer/data/test-store.ts';
import type { Shell, SpaceKey } from '#renderer/shell/shell.ts';
import { makeDocId } from '#shared/domain/ids.ts';
import { AnswersByDocument } from '#shared/domain/recall.ts';
import { testTemplate, testVocabulary } from '#shared/domain/test-template.ts';
import type { Failure } from '#shared/errors.ts';
import type { JournalFiles } from '#shared/ipc/journal-files.ts';
import { newDocument } from '#shared/sync/document-state.ts';
import type { SpaceKind } from './app-state.ts';
import { SpaceBundles } from './bundle/space-bundles.ts';
import { type DeskApp, makeDeskApp } from './desk-app.ts';
import { ExternalStore } from './external-store.ts';
import { type Profile, profileSchema } from './profile.ts';
import { Resources } from './resources.ts';
import type { SyncControl } from './space.ts';
import { SpaceTemplates } from './templates/space-templates.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const fakeSync = () => {
  const calls: string[] = [];
  const sync: SyncControl = {
    getSnapshot: () => ({ state: 'connecting' }),
    subscribe: () => () => {},
    start: () => calls.push('start'),
    stop: () => calls.push('stop'),
    wake: () => calls.push('wake'),
    noteEdit: () => calls.push('edit'),
    nudge: () => calls.push('nudge'),
    lost: () => calls.push('lost'),
    allowRemoval: () => undefined,
    identity: async () => ({ account: 'training', clientId: 'c', epoch: null }),
    ownAccount: async () => 'training',
    getUpload: () => null,
    getMeetings: () => [],
    fetchFile: async () => ({ ok: false, error: { code: 'offline' } }),
  };
  return { sync, calls };
};

/** An app over a store in memory and a shell that saves nothing but what the test looks at. */
const makeApp = async (
  options: {
    readonly key?: SpaceKey;
    readonly openFails?: string;
    readonly journal?: JournalFiles;
    readonly onDisk?: readonly SpaceKind[];
    readonly profileOnDisk?: Profile;
    readonly documentOnDisk?: boolean;
    /** Until it resolves, the forms are on their way. */
    readonly beforeResources?: (app: DeskApp, opened: readonly string[]) => Promise<void>;
  } = {},
) => {
  const opened: string[] = [];
  let serverUrl = 'http://127.0.0.1:8787';
  const spaceOf = (url: string) => (url.startsWith('https:') ? `training-${new URL(url).host}` : 'training');
  let damage = options.openFails ?? null;
  const kept = new Map<string, unknown>();
  const saved: { name: string; content: unknown }[] = [];
  const settings: DeviceSettings = {
    read: (key, schema) => schema.safeParse(kept.get(key)).data,
    write: (key, value) => kept.set(key, value),
  };
  const key: SpaceKey = options.key ?? { state: 'open', key: new Uint8Array(32).fill(7), protection: 'none' };
  const shell = {
    spaceKey: async () => key,
    unlock: async (_: string, passphrase: string) =>
      passphrase === 'right' ? new Uint8Array(32).fill(7) : null,
    saveFile: async (name: string, bytes: Uint8Array) => {
      saved.push({ name, content: JSON.parse(new TextDecoder().decode(bytes)) });
      return { outcome: 'saved' };
    },
    journal: options.journal ?? null,
    info: async () => ({ version: '1', platform: 'test', serverUrl, networkSpace: spaceOf(serverUrl) }),
    setServer: async (url: string) => {
      if (!url.startsWith('https:')) return { ok: false, code: 'not-https' };
      serverUrl = url;
      return { ok: true, serverUrl };
    },
  } as unknown as Shell;
  const builtIn = new Resources([testTemplate], testVocabulary);
  const { sync, calls } = fakeSync();
  const app: DeskApp = makeDeskApp({
    shell,
    settings,
    loadResources: async () => {
      await options.beforeResources?.(app, opened);
      return builtIn;
    },
    wordTemplate: async () => new Uint8Array(),
    openSpace: async ({ kind, name }, spaceKey, protection) => {
      opened.push(name);
      if (damage !== null) throw new DOMException('', damage);
      const { documents, events, meta, files, templates: kept, versions, destroy } = await openTestStore();
      closers.push(destroy);
      if (options.profileOnDisk !== undefined) await meta.write('profile', options.profileOnDisk);
      if (options.documentOnDisk === true) {
        const state = newDocument(
          makeDocId(1, (length) => new Uint8Array(length)),
          'pledge',
          'pledge@1',
          {},
          1,
        );
        await documents.update(state.id, () => state);
      }
      const index = new DeskIndex(documents, events);
      await index.open();
      const network = kind === 'training' ? sync : null;
      const templates = await SpaceTemplates.open({ kept, builtIn, serverUrl });
      return {
        kind,
        name,
        key: spaceKey,
        protection,
        documents,
        index,
        meta,
        files,
        versions,
        templates,
        answers: new AnswersByDocument(),
        historyTrouble: new ExternalStore<Failure | null>(null),
        bundles: new SpaceBundles(),
        events,
        journal: null,
        restored: null,
        sync: network,
        close: () => {},
      };
    },
    isOnDisk: async (name) => (options.onDisk ?? []).some((kind) => kind === name),
    deleteStore: async () => {
      damage = null;
    },
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    now: () => 1_760_000_000_000,
    firstPreferences: {
      language: 'en',
      theme: 'system',
      textSize: 100,
      density: 'comfortable',
      meetings: [],
      calendar: 'automatic',
    },
  });
  await app.begin();
  return { app, calls, saved, kept, opened };
};

const amina = { name: 'Amina Berrada', organization: 'Regional coordination desk', country: 'SN' };

test('a laptop that was never used begins at Welcome; the next start opens the same space', async () => {
  const { app, kept } = await makeApp();
  expect(app.state.get()).toEqual({ state: 'welcome' });
  await app.start('training', amina);
  expect(app.state.get()).toEqual({ state: 'ready', space: 'training', protection: 'none' });
  expect(app.profile.get()).toEqual(amina);
  expect(kept.get('space')).toBe('training');
});

test('nothing comes into a new space before the profile is durable: a kill then never leads back to Welcome', async () => {
  const { app } = await makeApp();
  const atReady: Promise<Profile | undefined>[] = [];
  app.state.subscribe(() => {
    const meta = app.state.get().state === 'ready' ? app.space.get()?.meta : undefined;
    if (meta) atReady.push(meta.read('profile', profileSchema));
  });
  await app.start('training', amina);
  await app.switchSpace('local');
  expect(await Promise.all(atReady)).toEqual([amina, amina]);
});

test('a store on the disk with documents but without a name is opened', async () => {
  const { app } = await makeApp({ onDisk: ['local'], documentOnDisk: true });
  expect(app.state.get()).toMatchObject({ state: 'ready', space: 'local' });
});

test('a store on the disk is opened although the settings were lost', async () => {
  const { app } = await makeApp({ onDisk: ['local'], profileOnDisk: amina });
  expect(app.state.get()).toEqual({ state: 'ready', space: 'local', protection: 'none' });
  expect(app.profile.get()).toEqual(amina);
});

test.each([
  { onDisk: ['local'], opens: ['local'], shows: 'ready' },
  { onDisk: [], opens: [], shows: 'welcome' },
] as const)('the store is opened while the forms come, and $shows waits for both', async (start) => {
  const shown: [state: string, templates: number][] = [];
  const { app } = await makeApp({
    onDisk: start.onDisk,
    documentOnDisk: true,
    beforeResources: async (starting, opened) => {
      starting.state.subscribe(() =>
        shown.push([starting.state.get().state, starting.resources.all().length]),
      );
      await expect.poll(() => opened).toEqual(start.opens);
      expect(starting.state.get()).toEqual({ state: 'starting' });
    },
  });
  expect(shown).toEqual([[start.shows, 1]]);
  expect(app.state.get().state).toBe(start.shows);
});

test.each([{ onDisk: [] }, { onDisk: ['local'] }] as const)(
  'files of the app that cannot be had are said by name, and no store is offered to be replaced: %o',
  async ({ onDisk }) => {
    const { app } = await makeApp({
      onDisk,
      documentOnDisk: true,
      journal: memoryJournal(),
      beforeResources: async () => {
        throw new AppFilesError('cut off');
      },
    });
    const failure = { code: 'app-incomplete' };
    expect(app.state.get()).toEqual({ state: 'blocked', failure, hasSafetyCopy: false });
  },
);

test('a store on the disk that nobody has a name in leads to Welcome', async () => {
  const { app } = await makeApp({ onDisk: ['local'] });
  expect(app.state.get()).toEqual({ state: 'welcome' });
  expect(app.space.get()).toBeNull();
});

test('a locked space asks for the passphrase, and a wrong one opens nothing', async () => {
  const { app } = await makeApp({ key: { state: 'locked' } });
  await app.start('local', amina);
  expect(app.state.get()).toEqual({ state: 'locked', space: 'local' });
  expect(await app.unlock('wrong')).toBe(false);
  expect(app.state.get().state).toBe('locked');
  expect(await app.unlock('right')).toBe(true);
  expect(app.state.get()).toMatchObject({ state: 'ready', protection: 'passphrase' });
});

test.each([
  ['QuotaExceededError', 'store-full'],
  ['VersionError', 'store-newer'],
  ['UnknownError', 'store-unopenable'],
  ['OperationError', 'store-unreadable'],
])('a store that fails with %s blocks the app under its name', async (openFails, code) => {
  const { app } = await makeApp({ openFails });
  await app.start('local', amina);
  expect(app.state.get()).toEqual({ state: 'blocked', failure: { code }, hasSafetyCopy: false });
});

test('JO3: a store that cannot be opened, beside a journal, is filled anew when the person says so, and not before', async () => {
  const journal = memoryJournal();
  await journal.append('local', 'a line\n');
  const { app } = await makeApp({ openFails: 'UnknownError', journal });
  await app.start('local', amina);
  expect(app.state.get()).toMatchObject({ state: 'blocked', hasSafetyCopy: true });
  await app.retryStart();
  expect(app.state.get()).toMatchObject({ state: 'blocked', hasSafetyCopy: true });
  expect(await app.restoreStore()).toEqual({ ok: true, value: undefined });
  expect(app.state.get()).toMatchObject({ state: 'ready' });
});

test('a store of a newer version is never removed for a safety copy', async () => {
  const journal = memoryJournal();
  await journal.append('local', 'a line\n');
  const { app } = await makeApp({ openFails: 'VersionError', journal });
  await app.start('local', amina);
  expect(app.state.get()).toMatchObject({ state: 'blocked', hasSafetyCopy: false });
});

test('a document with errors is not submitted, and says how many', async () => {
  const { app, calls } = await makeApp();
  await app.start('training', amina);
  const created = await app.createDocument('pledge');
  if (!created.ok) throw new Error('not created');
  expect(await app.submit(created.value)).toEqual({
    ok: false,
    error: { code: 'validation', params: { count: 2 } },
  });
  expect(calls).not.toContain('wake');
});

const complete = async (app: DeskApp) => {
  const created = await app.createDocument('pledge');
  const opened = created.ok ? await app.openDocument(created.value) : created;
  if (!opened.ok || !opened.value) throw new Error('not opened');
  const session = opened.value;
  session.set('title', 'Night shelters');
  session.set('gender', 2);
  session.set('genderReason', 'because');
  return session;
};

test('Submit takes what is on the screen, even what was typed a moment ago, and Take back undoes it', async () => {
  const { app, calls } = await makeApp();
  await app.start('training', amina);
  const session = await complete(app);
  expect(await app.submit(session.id)).toEqual({ ok: true, value: undefined });
  expect(calls).toContain('wake');
  expect(app.space.get()?.index.getSnapshot()?.documents[0]).toBeDefined();
  expect((await app.space.get()?.documents.read(session.id))?.submission).toMatchObject({
    round: 1,
    body: null,
  });
  expect(await app.submit(session.id)).toEqual({ ok: false, error: { code: 'already-submitted' } });
  expect(await app.takeBack(session.id)).toEqual({ ok: true, value: 'taken' });
  expect((await app.space.get()?.documents.read(session.id))?.submission).toBeNull();
  await app.closeDocument(session);
});

test('"Just write" has no Network to submit to', async () => {
  const { app } = await makeApp();
  await app.start('local', amina);
  const session = await complete(app);
  expect(await app.submit(session.id)).toEqual({ ok: false, error: { code: 'forbidden' } });
  await app.closeDocument(session);
});

test('an exported copy carries every field, and the Training mark in training', async () => {
  const { app, saved } = await makeApp();
  await app.start('training', amina);
  const session = await complete(app);
  expect(await app.exportCopy(session.id)).toBe('saved');
  expect(saved).toMatchObject([
    {
      name: 'Night shelters.json',
      content: { mark: 'Training', kind: 'pledge', fields: { title: 'Night shelters' } },
    },
  ]);
  await app.closeDocument(session);
});

test('CL13: another server is another space; who one is comes along, and a refused address changes nothing', async () => {
  const { app, opened } = await makeApp();
  await app.start('training', amina);
  expect(await app.setServer('http://far.example')).toEqual({ ok: false, error: 'not-https' });
  expect(opened).toEqual(['training']);
  expect(await app.setServer('https://desk.example')).toEqual({ ok: true, value: 'https://desk.example' });
  expect(opened).toEqual(['training', 'training-desk.example']);
  expect(app.state.get()).toMatchObject({ state: 'ready', space: 'training' });
  expect(app.profile.get()).toEqual(amina);
});

test('CL13: who only writes stays where the documents are when the server changes', async () => {
  const { app, opened } = await makeApp();
  await app.start('local', amina);
  await app.setServer('https://desk.example');
  expect(opened).toEqual(['local']);
});
