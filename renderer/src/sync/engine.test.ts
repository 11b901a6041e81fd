import { expect, test, vi } from 'vitest';
import { makeClientId } from '#shared/domain/ids.ts';
import type { TemplateRef } from '#shared/domain/template.ts';
import { edit } from '#shared/sync/edit.ts';
import { handedOver, prepareSubmission, requestSubmission, takeBack } from '#shared/sync/submission.ts';
import { begun, docId, submissionId } from '#shared/sync/test-documents.ts';
import { SyncEngine } from './engine.ts';
import { FakeNetwork } from './fake-network.ts';
import { MemoryStore } from './memory-store.ts';
import { noFiles } from './no-files.ts';
import type { SignedTemplate, TemplateStore } from './ports.ts';
import { VirtualClock } from './virtual-clock.ts';

const laptop = (network: FakeNetwork, seed = 1, templates?: TemplateStore) => {
  const bytes = (length: number) => Uint8Array.from({ length }, (_, index) => (seed * 31 + index * 7) % 251);
  const store = new MemoryStore(makeClientId(bytes));
  const clock = new VirtualClock();
  const engine = new SyncEngine(
    {
      store,
      transport: network.transport,
      files: noFiles,
      clock,
      random: { bytes, roll: () => 0.5 },
      explain: (error) => ({ code: error instanceof DOMException ? 'store-full' : 'store-unopenable' }),
      ...(templates && { templates }),
    },
    { hold: (run) => run() },
    async () =>
      [...store.documents.values()].filter((state) => state.attention || state.conflicts.length > 0).length,
  );
  const settled = () =>
    vi.waitFor(() => {
      const { state } = engine.getSnapshot();
      expect(['up-to-date', 'needs-attention', 'offline', 'connecting']).toContain(state);
      expect(clock.nextDelayMs).toBeDefined();
    });
  const cycle = async () => {
    const before = engine.getSnapshot();
    clock.tick();
    await vi.waitFor(() => expect(engine.getSnapshot()).not.toBe(before));
    await settled();
  };
  return { store, clock, engine, cycle };
};

const write = (store: MemoryStore, path: string, value: string) =>
  store.update(docId, (state) => edit(state ?? begun({}), new Map([[path, value]]), 1000));

test('a document written here is at the Network after one cycle, and nothing waits any more', async () => {
  const network = new FakeNetwork();
  const { store, engine, cycle } = laptop(network);
  await write(store, 'title', 'Night shelters');
  engine.start();
  await cycle();
  expect(engine.getSnapshot().state).toBe('up-to-date');
  expect(network.documents.get(docId)?.fields).toEqual({ title: { v: 'Night shelters', fr: 1 } });
  expect(await store.pending()).toEqual([]);
});

test('an edit, once connected, costs one request', async () => {
  const network = new FakeNetwork();
  const { store, engine, cycle } = laptop(network);
  await write(store, 'title', 'a');
  engine.start();
  await cycle();
  network.arrived.length = 0;
  await write(store, 'title', 'b');
  engine.noteEdit();
  await cycle();
  expect(network.arrived).toEqual(['mutations']);
});

test('an answer that is lost is asked for again, and the edit is applied once', async () => {
  const network = new FakeNetwork();
  const { store, engine, cycle } = laptop(network);
  await write(store, 'title', 'a');
  engine.start();
  let dropped = 0;
  network.weather = (request) => (request === 'mutations' && dropped++ === 0 ? 'drop-answer' : undefined);
  await cycle();
  expect(engine.getSnapshot()).toMatchObject({ state: 'offline', failure: { code: 'connection' }, tries: 1 });
  await cycle();
  expect(engine.getSnapshot().state).toBe('up-to-date');
  expect(network.documents.get(docId)?.rev).toBe(1);
});

test('a submission whose answer is lost ends in one receipt', async () => {
  const network = new FakeNetwork();
  const { store, engine, cycle } = laptop(network);
  await write(store, 'title', 'a');
  await store.update(docId, (state) => state && requestSubmission(state, submissionId, 2000));
  engine.start();
  let dropped = 0;
  network.weather = (request) => (request === 'submit' && dropped++ === 0 ? 'drop-answer' : undefined);
  await cycle();
  await cycle();
  expect(network.receipts.size).toBe(1);
  expect(await store.read(docId)).toMatchObject({
    submission: null,
    stage: 'submitted',
    receipt: { receiptNo: 'TRAIN-2026-00001' },
  });
});

test('[OB9] what a bundle may hold and is taken back is asked for, and is never received afterwards, from whoever', async () => {
  const network = new FakeNetwork();
  const { store, engine, cycle } = laptop(network);
  await write(store, 'title', 'a');
  await store.update(docId, (state) => state && handedOver(requestSubmission(state, submissionId, 2000)));
  const asked = (await store.read(docId))?.submission;
  await store.update(docId, (state) => state && takeBack(state));
  engine.start();
  await cycle();
  expect(network.cancelled).toEqual(new Set([submissionId]));
  const state = await store.read(docId);
  expect(state).toMatchObject({ submission: null, stage: 'draft', receipt: null });
  const body = state && asked && prepareSubmission({ ...state, submission: asked }).submission?.body;
  if (!body) throw new Error('nothing to bring');
  const credentials = { clientId: 'c', token: 't', epoch: null, onBehalfOf: 'ana' };
  const brought = await network.transport.submit(credentials, submissionId, body);
  expect(brought).toMatchObject({ ok: false, error: { failure: { code: 'cancelled' } } });
});

test('[OB9] a colleague who was faster wins: what is taken back too late is received', async () => {
  const network = new FakeNetwork();
  const { store, engine, cycle } = laptop(network);
  await write(store, 'title', 'a');
  engine.start();
  await cycle();
  const asked = await store.update(
    docId,
    (state) => state && handedOver(requestSubmission(state, submissionId, 2000)),
  );
  const body = asked && prepareSubmission(asked).submission?.body;
  if (!body) throw new Error('nothing to bring');
  const credentials = { clientId: 'c', token: 't', epoch: null, onBehalfOf: 'ana' };
  expect(await network.transport.submit(credentials, submissionId, body)).toMatchObject({ ok: true });
  await store.update(docId, (state) => state && takeBack(state));
  await cycle();
  expect(await store.read(docId)).toMatchObject({
    submission: null,
    stage: 'submitted',
    receipt: { receiptNo: 'TRAIN-2026-00001' },
  });
});

test('while the Network is out of reach the pauses grow, up to five minutes, and it never gives up', async () => {
  const network = new FakeNetwork();
  const { engine, clock, cycle } = laptop(network);
  network.weather = () => 'refuse';
  engine.start();
  const pauses: number[] = [];
  for (let round = 0; round < 12; round += 1) {
    await cycle();
    pauses.push(clock.nextDelayMs ?? -1);
  }
  expect(pauses).toEqual([2000, 2000, 2000, 4000, 8000, 16000, 32000, 64000, 128000, 150000, 150000, 150000]);
  network.weather = () => undefined;
  await cycle();
  expect(engine.getSnapshot().state).toBe('up-to-date');
});

test('two laptops that change different fields both end with both edits', async () => {
  const network = new FakeNetwork();
  const one = laptop(network, 1);
  const two = laptop(network, 2);
  await write(one.store, 'title', 'a');
  one.engine.start();
  await one.cycle();
  two.engine.start();
  await two.cycle();
  await write(one.store, 'title', 'mine');
  await write(two.store, 'description', 'theirs');
  await one.cycle();
  await two.cycle();
  await one.cycle();
  const both = { title: 'mine', description: 'theirs' };
  expect((await one.store.read(docId))?.local).toEqual(both);
  expect((await two.store.read(docId))?.local).toEqual(both);
});

test('the same field changed twice waits for the person, and says so', async () => {
  const network = new FakeNetwork();
  const { store, engine, cycle } = laptop(network);
  await write(store, 'title', 'a');
  engine.start();
  await cycle();
  network.write(docId, 'title', 'theirs');
  await write(store, 'title', 'mine');
  await cycle();
  expect(engine.getSnapshot()).toMatchObject({ state: 'needs-attention', count: 1 });
  expect(await store.read(docId)).toMatchObject({ conflicts: ['title'], local: { title: 'mine' } });
  expect(network.documents.get(docId)?.fields.title?.v).toBe('theirs');
});

test('a Network begun anew gets everything again', async () => {
  const network = new FakeNetwork();
  const { store, engine, cycle } = laptop(network);
  await write(store, 'title', 'a');
  engine.start();
  await cycle();
  network.beginAnew('e0000000-0000-4000-8000-000000000002');
  await cycle();
  await cycle();
  expect(network.documents.get(docId)?.fields).toEqual({ title: { v: 'a', fr: 1 } });
  expect(await store.pending()).toEqual([]);
});

test('a store that fails is said in words and tried again', async () => {
  const network = new FakeNetwork();
  const { store, engine, cycle } = laptop(network);
  await write(store, 'title', 'a');
  const full = vi.spyOn(store, 'update').mockRejectedValueOnce(new DOMException('', 'QuotaExceededError'));
  engine.start();
  await cycle();
  expect(engine.getSnapshot()).toMatchObject({ state: 'offline', failure: { code: 'store-full' } });
  full.mockRestore();
  await cycle();
  expect(engine.getSnapshot().state).toBe('up-to-date');
});

test('a stopped engine asks nothing, and goes on when started', async () => {
  const network = new FakeNetwork();
  const { store, engine, clock, cycle } = laptop(network);
  engine.start();
  await cycle();
  engine.stop();
  await write(store, 'title', 'a');
  engine.noteEdit();
  engine.wake();
  expect(clock.nextDelayMs).toBeUndefined();
  expect(engine.getSnapshot().state).toBe('paused');
  engine.start();
  await cycle();
  expect(network.documents.size).toBe(1);
});

test('a lost link is said at once, and the engine comes back by itself', async () => {
  const network = new FakeNetwork();
  const { engine, cycle } = laptop(network);
  engine.start();
  await cycle();
  engine.lost();
  expect(engine.getSnapshot()).toMatchObject({ state: 'offline', failure: { code: 'offline' } });
  await cycle();
  expect(engine.getSnapshot().state).toBe('up-to-date');
});

test('while somebody is at the laptop, the next try is never minutes away', async () => {
  const network = new FakeNetwork();
  const { engine, clock, cycle } = laptop(network);
  network.weather = () => 'refuse';
  engine.start();
  for (let round = 0; round < 9; round += 1) await cycle();
  expect(clock.nextDelayMs).toBeGreaterThan(60_000);
  engine.nudge();
  expect(clock.nextDelayMs).toBe(10_000);
});

test('a Network restored from a backup takes nothing that this laptop had called saved', async () => {
  const network = new FakeNetwork();
  const { store, engine, cycle } = laptop(network);
  await write(store, 'title', 'three days of work');
  await write(store, 'description', 'a long new text');
  engine.start();
  await cycle();
  network.beginAnew('e0000000-0000-4000-8000-000000000003');
  const old = { id: docId, kind: 'pledge', template: 'pledge@1', stage: 'draft', round: 1 } as const;
  network.documents.set(docId, { ...old, rev: 1, fields: { title: { v: 'old', fr: 1 } } });
  network.tell(docId, 'title');
  await cycle();
  await cycle();
  expect(await store.read(docId)).toMatchObject({
    local: { title: 'three days of work', description: 'a long new text' },
    conflicts: ['title'],
  });
  expect(network.documents.get(docId)?.fields.description?.v).toBe('a long new text');
});

test('[VE8] the meetings that the Network told last are known offline, and stay where it tells none any more', async () => {
  const network = new FakeNetwork();
  network.meetings = ['2027-05-12'];
  const { store, clock, engine, cycle } = laptop(network);
  const heard: string[] = [];
  engine.subscribe(() => heard.push(engine.getMeetings().join()));
  engine.start();
  await cycle();
  expect(engine.getMeetings()).toEqual(['2027-05-12']);
  expect(heard).toContain('2027-05-12');
  network.meetings = undefined;
  network.weather = () => 'refuse';
  const parts = {
    store,
    transport: network.transport,
    files: noFiles,
    clock,
    random: { bytes: (length: number) => new Uint8Array(length), roll: () => 0.5 },
    explain: () => ({ code: 'store-unopenable' }) as const,
  };
  const restarted = new SyncEngine(parts, { hold: (run) => run() }, async () => 0);
  engine.stop();
  restarted.start();
  clock.tick();
  await vi.waitFor(() => expect(restarted.getSnapshot().state).toBe('offline'));
  expect(restarted.getMeetings()).toEqual(['2027-05-12']);
  network.weather = () => undefined;
  clock.tick();
  await vi.waitFor(() => expect(restarted.getSnapshot().state).toBe('up-to-date'));
  expect(restarted.getMeetings()).toEqual(['2027-05-12']);
});

const form: SignedTemplate = { bytes: new Uint8Array([1]), keyId: 'k', signature: 's' };

/** Takes everything, and knows what it took. */
const shelf = (...known: TemplateRef[]): TemplateStore & { readonly here: TemplateRef[] } => ({
  here: known,
  isKnown: (ref) => known.includes(ref),
  take: async (ref) => void known.push(ref),
});

test('[FO2] forms that the Network tells of and that are not here are fetched once; kinds of tomorrow are left', async () => {
  const network = new FakeNetwork();
  for (const ref of ['pledge@1', 'pledge@2', 'poem@1']) network.templates.set(ref, form);
  const templates = shelf('pledge@1');
  const { engine, cycle } = laptop(network, 1, templates);
  engine.start();
  await cycle();
  expect(templates.here).toEqual(['pledge@1', 'pledge@2']);
  engine.wake();
  await cycle();
  expect(network.arrived.filter((request) => request === 'template')).toHaveLength(1);
});

test('[FO2] the form of a document that somebody else began is fetched with it', async () => {
  const network = new FakeNetwork();
  const templates = shelf();
  const { engine, cycle, store } = laptop(network, 1, templates);
  engine.start();
  await cycle();
  network.templates.set('pledge@3', form);
  network.documents.set(docId, {
    id: docId,
    kind: 'pledge',
    template: 'pledge@3',
    rev: 1,
    stage: 'draft',
    round: 1,
    fields: { title: { v: 'On a new form', fr: 1 } },
  });
  network.tell(docId, 'title');
  engine.wake();
  await cycle();
  expect((await store.read(docId))?.template).toBe('pledge@3');
  expect(templates.here).toEqual(['pledge@3']);
});

test('[FO2] a form that the Network does not hand out holds up nothing; a link that breaks brings it later', async () => {
  const network = new FakeNetwork();
  network.templates.set('pledge@2', form);
  const templates = shelf();
  const { engine, cycle, store } = laptop(network, 1, templates);
  await write(store, 'title', 'a');
  network.weather = (request) => (request === 'template' ? 'refuse' : undefined);
  engine.start();
  await cycle();
  expect(engine.getSnapshot().state).toBe('offline');
  expect(network.documents.get(docId)?.rev).toBe(1);
  network.weather = () => undefined;
  network.tell(docId, 'title');
  await cycle();
  // The document is on pledge@1, which this Network does not hand out.
  expect(engine.getSnapshot().state).toBe('up-to-date');
  expect(templates.here).toEqual(['pledge@2']);
});

test('a laptop that stays connected hears every hour what the Network tells of itself', async () => {
  const network = new FakeNetwork();
  const templates = shelf();
  const { engine, cycle, clock } = laptop(network, 1, templates);
  engine.start();
  await cycle();
  network.templates.set('pledge@2', form);
  while (clock.now() < 3_600_000) await cycle();
  await cycle();
  expect(templates.here).toEqual(['pledge@2']);
  expect(network.arrived.filter((request) => request === 'capabilities')).toHaveLength(2);
});
