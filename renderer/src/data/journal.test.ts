import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from 'vitest';
import type { CarriedEntry } from '#renderer/sync/carried-queue.ts';
import type { Clock } from '#renderer/sync/ports.ts';
import { carriedOf } from '#shared/bundle/carried.ts';
import { type DocId, makeClientId, makeDocId } from '#shared/domain/ids.ts';
import type { DocumentState } from '#shared/sync/document-state.ts';
import { edit } from '#shared/sync/edit.ts';
import { freeze } from '#shared/sync/outbox.ts';
import { prepareSubmission, requestSubmission } from '#shared/sync/submission.ts';
import { begun, docId, submissionId, synced } from '#shared/sync/test-documents.ts';
import { CarriedRepository } from './carried-repository.ts';
import { Journal } from './journal.ts';
import { readJournal } from './journal-reader.ts';
import { memoryJournal } from './memory-journal.ts';
import { restore } from './restore.ts';
import { aesGcmSealer } from './sealer.ts';
import { openTestStore } from './test-store.ts';
import type { NewVersion } from './version-repository.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const space = 'training';
const key = new Uint8Array(32).fill(7);
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/** A clock that stands still until `advance`. */
const handClock = () => {
  let now = 1_000_000;
  let timers: { at: number; run: () => void }[] = [];
  const clock: Clock = {
    now: () => now,
    after: (delayMs, run) => {
      const timer = { at: now + delayMs, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
  };
  const advance = (ms: number) => {
    now += ms;
    const due = timers.filter(({ at }) => at <= now);
    timers = timers.filter(({ at }) => at > now);
    for (const { run } of due) run();
  };
  return { clock, advance };
};

const openLaptop = async (files = memoryJournal()) => {
  const store = await openTestStore(key);
  closers.push(store.destroy);
  const sealer = await aesGcmSealer(key);
  const { clock, advance } = handClock();
  const { documents, meta, versions, events } = store;
  const journal = new Journal({ files, space, sealer, documents, meta, versions, events, clock });
  const linesOf = () => [...(files.texts.get(space)?.values() ?? [])].join('').split('\n').filter(Boolean);
  return { ...store, sealer, journal, files, advance, linesOf };
};

const write = (
  documents: { update: (id: DocId, step: () => DocumentState) => Promise<unknown> },
  state: DocumentState,
) => documents.update(state.id, () => state);

describe('what goes into the journal', () => {
  test('JO1: a snapshot 30 s after the first save, one for all that was typed in that time', async () => {
    const { documents, advance, linesOf } = await openLaptop();
    for (const title of ['a', 'ab', 'abc']) {
      await write(documents, begun({ title }));
      advance(9_999);
    }
    expect(linesOf()).toEqual([]);
    advance(3);
    await expect.poll(linesOf).toHaveLength(1);
  });

  test('JO1: who saves every 25 s has a snapshot that is never older than 30 s', async () => {
    const { documents, advance, files, sealer } = await openLaptop();
    for (let save = 1; save <= 9; save += 1) {
      await write(documents, begun({ title: `save ${save}` }));
      advance(25_000);
      if (save === 1) continue;
      const newest = async () =>
        String((await readJournal(files, space, sealer)).documents.get(docId)?.local.title);
      await expect.poll(newest).toMatch(new RegExp(`save (${save}|${save - 1})$`));
    }
  });

  test('JO1: nothing before the time is over, and the 50th save at once', async () => {
    const { documents, advance, linesOf } = await openLaptop();
    for (let save = 1; save <= 49; save += 1) await write(documents, begun({ title: `save ${save}` }));
    advance(29_999);
    expect(linesOf()).toEqual([]);
    await write(documents, begun({ title: 'save 50' }));
    await expect.poll(linesOf).toHaveLength(1);
  });

  test('JO1: what is about to go on the wire is written at once, frozen element included', async () => {
    const { documents, journal, files, sealer } = await openLaptop();
    const frozen = freeze(edit(synced({ title: 'a' }), new Map([['title', 'b']]), 3000));
    await write(documents, frozen);
    journal.noteFrozen([docId]);
    await journal.flush();
    const { documents: known } = await readJournal(files, space, sealer);
    expect(known.get(docId)).toEqual(frozen);
  });

  test('JO1: nobody who has the file can read a word of it', async () => {
    const { documents, journal, linesOf } = await openLaptop();
    await write(documents, begun({ title: 'Confidential' }));
    await journal.flush();
    expect(linesOf().join('')).not.toContain('Confidential');
    expect(atob(linesOf()[0]?.split(' ')[2] ?? '')).not.toContain('Confidential');
  });

  test('lines that could not be written are tried again, and the standing says so meanwhile', async () => {
    const { documents, journal, files, advance, linesOf } = await openLaptop();
    files.state.failure = 'disk-full';
    await write(documents, begun({ title: 'a' }));
    await journal.flush();
    expect(journal.getSnapshot()).toBe('full');
    files.state.failure = null;
    advance(60_000);
    await expect.poll(linesOf).toHaveLength(1);
    expect(journal.getSnapshot()).toBe('kept');
  });

  test('a store that was there before its journal is copied whole, and at later starts nothing that is in it', async () => {
    const laptop = await openLaptop();
    laptop.journal.close();
    await write(laptop.documents, begun({ title: 'before' }));
    for (const _ of ['first start', 'second start']) {
      const journal = new Journal({ ...laptop, space, clock: handClock().clock });
      await journal.begin();
      await journal.flush();
      journal.close();
      expect(laptop.linesOf()).toHaveLength(1);
    }
  });

  test('JO1: what a kill left out is written after the next start, however the clock was set', async () => {
    const laptop = await openLaptop();
    await write(laptop.documents, { ...begun({ title: 'first' }), savedAt: 9_000_000 });
    await laptop.journal.flush();
    laptop.files.state.modifiedAt = 9_000_000;
    await write(laptop.documents, { ...begun({ title: 'hours of work, a year back' }), savedAt: 1 });
    laptop.journal.close();
    const next = new Journal({ ...laptop, space, clock: handClock().clock });
    await next.begin();
    await next.flush();
    next.close();
    const { documents } = await readJournal(laptop.files, space, laptop.sealer);
    expect(documents.get(docId)?.local.title).toBe('hours of work, a year back');
  });

  test('what was saved while its snapshot was written is not taken for being in the journal', async () => {
    const laptop = await openLaptop();
    const { append } = laptop.files;
    laptop.files.append = async (...lines) => {
      laptop.files.append = append;
      await write(laptop.documents, begun({ title: 'saved meanwhile' }));
      return append(...lines);
    };
    await write(laptop.documents, begun({ title: 'first' }));
    await laptop.journal.flush();
    expect(await laptop.documents.unjournalled()).toEqual([docId]);
    await laptop.journal.flush();
    expect(await laptop.documents.unjournalled()).toEqual([]);
  });

  test('a journal that has grown long is cut to one snapshot of everything, the profile included', async () => {
    const files = memoryJournal(20_000, 4_000);
    const { documents, meta, journal, sealer } = await openLaptop(files);
    await meta.write('profile', { name: 'Amina' });
    await meta.write('carried', ['Ana’s']);
    await journal.flush();
    const other = makeDocId(1, random);
    await write(documents, { ...begun({ title: 'never touched again' }), id: other });
    await journal.flush();
    for (let round = 0; round < 60; round += 1) {
      await write(documents, begun({ title: `round ${round}` }));
      await journal.flush();
    }
    const bytes = [...(files.texts.get(space)?.values() ?? [])].join('').length;
    expect(bytes).toBeLessThan(40_000);
    expect(Math.min(...(files.texts.get(space)?.keys() ?? []))).toBeGreaterThan(1);
    const known = await readJournal(files, space, sealer);
    expect(Object.fromEntries(known.values)).toEqual({ profile: { name: 'Amina' }, carried: ['Ana’s'] });
    expect(known.documents.get(other)?.local.title).toBe('never touched again');
    expect(known.documents.get(docId)?.local.title).toBe('round 59');
  });
});

describe('what comes back from the journal', () => {
  /** Two documents and a profile in a journal, and an empty store beside it. */
  const afterLoss = async () => {
    const lost = await openLaptop();
    const other = makeDocId(1, random);
    await lost.meta.write('profile', { name: 'Amina' });
    await lost.journal.flush();
    await write(lost.documents, { ...begun({ title: 'the other' }), id: other });
    await lost.journal.flush();
    for (const title of ['older', 'newest']) {
      await write(lost.documents, begun({ title }));
      await lost.journal.flush();
    }
    const found = await openLaptop(lost.files);
    const back = () => restore(found.files, space, found.sealer, found);
    return { ...found, other, back };
  };

  test('JO3: an empty store is filled: every document as it was last, and who one is', async () => {
    const { documents, meta, other, back } = await afterLoss();
    expect(await back()).toEqual({ documents: 2, newestAt: 1_000_000, damagedLines: 0 });
    expect((await documents.read(docId))?.local.title).toBe('newest');
    expect((await documents.read(other))?.local.title).toBe('the other');
    expect(await meta.read('profile', (await import('zod/mini')).any())).toEqual({ name: 'Amina' });
  });

  test('JO1: what a colleague handed over to be sent from here comes back, as it stood last', async () => {
    const from = { account: 'ana', name: 'Ana', epoch: null };
    const client = makeClientId(random);
    const carried = carriedOf(freeze(requestSubmission(begun({ title: 'a' }), submissionId, 5)), {
      ...from,
      client,
    });
    if (carried === undefined) throw new Error('nothing waits');
    const entry: CarriedEntry = {
      ...carried,
      ...{ title: 'a', kind: 'pledge', isElementDone: false, standing: { state: 'waiting' } },
    };
    const lost = await openLaptop();
    await write(lost.documents, begun({ title: 'a' }));
    const queue = new CarriedRepository(lost.meta);
    await queue.take([entry]);
    await queue.save({ ...entry, isElementDone: true });
    await lost.journal.flush();
    const found = await openLaptop(lost.files);
    await restore(found.files, space, found.sealer, found);
    expect(await new CarriedRepository(found.meta).read()).toEqual([{ ...entry, isElementDone: true }]);
  });

  test('JO1: what was handed over before there were such lines, or before a kill, is written after the next start', async () => {
    const { journal, meta, files, sealer, documents, versions, events } = await openLaptop();
    journal.close();
    await meta.write('carried', ['Ana’s']);
    const { clock, advance } = handClock();
    const next = new Journal({ files, space, sealer, documents, meta, versions, events, clock });
    await next.begin();
    advance(30_000);
    await next.flush();
    expect((await readJournal(files, space, sealer)).values.get('carried')).toEqual(['Ana’s']);
  });

  test('JO2: a line that is torn or garbled is told and loses no other', async () => {
    const { documents, files, other, back } = await afterLoss();
    const segment = files.texts.get(space) as Map<number, string>;
    const lines = segment.get(1)?.split('\n') ?? [];
    const newest = lines[3] as string;
    segment.set(1, [...lines.slice(0, 3), newest.slice(0, 90), 'not a line at all', ''].join('\n'));
    expect(await back()).toMatchObject({ documents: 2, damagedLines: 2 });
    expect((await documents.read(docId))?.local.title).toBe('older');
    expect((await documents.read(other))?.local.title).toBe('the other');
  });

  test('JO2: a single turned character is enough for a line not to be believed', async () => {
    const { files, back } = await afterLoss();
    const segment = files.texts.get(space) as Map<number, string>;
    const text = segment.get(1) as string;
    const at = text.lastIndexOf('=') > 0 ? text.length - 10 : text.length - 8;
    segment.set(1, `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`);
    expect(await back()).toMatchObject({ documents: 2, damagedLines: 1 });
  });

  test('lines of another space, or of another key, bring nothing and are told', async () => {
    const { files, documents, meta, versions } = await afterLoss();
    const stranger = await aesGcmSealer(new Uint8Array(32).fill(9));
    expect(await restore(files, space, stranger, { documents, meta, versions })).toMatchObject({
      documents: 0,
      damagedLines: 4,
    });
  });

  test('JO3: a store that is not empty is left alone', async () => {
    const { documents, back } = await afterLoss();
    await write(documents, begun({ title: 'already here' }));
    expect(await back()).toBeNull();
    expect((await documents.read(docId))?.local.title).toBe('already here');
  });

  test('JO3: a space that was entered and has no document yet has lost nothing', async () => {
    const laptop = await openLaptop();
    const { files, meta, journal, sealer } = laptop;
    await meta.write('profile', { name: 'Amina' });
    await journal.flush();
    expect(await restore(files, space, sealer, laptop)).toBeNull();
    const emptied = await openLaptop(files);
    expect(await restore(files, space, emptied.sealer, emptied)).toMatchObject({
      documents: 0,
      damagedLines: 0,
    });
  });

  test('JO3: a restoring that was cut short goes on at the next start, and keeps what was written since', async () => {
    const { documents, meta, other, back } = await afterLoss();
    await meta.write('restoring', true);
    await write(documents, begun({ title: 'written since' }));
    expect(await back()).toMatchObject({ documents: 2 });
    expect((await documents.read(docId))?.local.title).toBe('written since');
    expect((await documents.read(other))?.local.title).toBe('the other');
    expect(await back()).toBeNull();
  });

  test('SU1: a submission that may have been on the wire comes back under its id; the count of elements begins anew', async () => {
    const lost = await openLaptop();
    const sending = prepareSubmission(
      requestSubmission(synced({ title: 'a', countries: ['SN'] }), submissionId, 2000),
    );
    await write(lost.documents, { ...sending, lastN: 7 });
    await lost.journal.flush();
    const found = await openLaptop(lost.files);
    await restore(found.files, space, found.sealer, found);
    expect(await found.documents.read(docId)).toEqual({ ...sending, lastN: 0, outgoing: null });
  });
});

describe('versions', () => {
  const version = (title: string, at: number): NewVersion => ({
    ...{ at, by: 'Ana Ruiz', name: null, template: 'pledge@1', always: false },
    cause: { kind: 'automatic' },
    fields: { title, summary: 'A sentence that stays as it is. '.repeat(200) },
    isText: () => true,
  });

  /** A laptop with a document and so many versions of it, an hour between each two. */
  const withVersions = async (count: number, files = memoryJournal()) => {
    const laptop = await openLaptop(files);
    await write(laptop.documents, begun({ title: 'now' }));
    for (let index = 1; index <= count; index += 1) {
      await laptop.versions.add(docId, version(`version ${index}`, index * 3_600_000));
    }
    return laptop;
  };

  const restored = async (files: ReturnType<typeof memoryJournal>) => {
    const laptop = await openLaptop(files);
    // As when the app starts: there is a journal only after the restoring.
    laptop.journal.close();
    const told = await restore(files, space, laptop.sealer, laptop);
    const listed = await laptop.versions.list(docId);
    const titles = await Promise.all(
      listed.map(async ({ seq }) => {
        const opened = await laptop.versions.read(docId, seq);
        return opened.ok ? opened.value.fields.title : null;
      }),
    );
    return { ...laptop, told, listed, titles };
  };

  const numbered = (from: number, to: number) =>
    Array.from({ length: from - to + 1 }, (_, index) => `version ${from - index}`);

  test('JO4: each is in the journal as soon as it is kept, and all come back as they were', async () => {
    const { journal, files, versions } = await withVersions(60);
    await versions.rename(docId, 3, 'As the minister saw it');
    await journal.flush();
    const { told, listed, titles } = await restored(files);
    expect(told).toMatchObject({ documents: 1, damagedLines: 0 });
    expect(titles).toEqual(numbered(60, 1));
    expect(listed.map(({ header }) => header)).toEqual(
      (await versions.list(docId)).map(({ header }) => header),
    );
    expect(listed.at(-3)?.header?.name).toBe('As the minister saw it');
  });

  test('JO4: a journal that is written anew has them still, in fewer bytes', async () => {
    const { journal, files } = await withVersions(60, memoryJournal(20_000, 4_000));
    const bytes = () => [...(files.texts.get(space)?.values() ?? [])].join('').length;
    await journal.flush();
    expect(Math.min(...(files.texts.get(space)?.keys() ?? []))).toBeGreaterThan(1);
    expect(bytes()).toBeLessThan(40_000);
    expect((await restored(files)).titles).toEqual(numbered(60, 1));
  });

  test('JO4: a journal from before there were versions in it is restored, and gets them at the next start', async () => {
    const files = memoryJournal();
    const laptop = await openLaptop(files);
    laptop.journal.close();
    await laptop.versions.add(docId, version('version 1', 3_600_000));
    const parts = { ...laptop, space, clock: handClock().clock };
    await write(laptop.documents, begun({ title: 'now' }));
    const older = new Journal(parts);
    older.noteFrozen([docId]);
    await older.flush();
    older.close();
    expect(await restored(files)).toMatchObject({ told: { documents: 1, damagedLines: 0 }, titles: [] });
    files.state.modifiedAt = begun({}).savedAt + 61_000;
    const newer = new Journal(parts);
    await newer.begin();
    newer.close();
    expect((await restored(files)).titles).toEqual(['version 1']);
    const lines = laptop.linesOf().length;
    const next = new Journal(parts);
    await next.begin();
    await next.flush();
    next.close();
    expect(laptop.linesOf()).toHaveLength(lines);
  });

  test('JO2: a damaged line of versions loses its own and is told', async () => {
    const { journal, files } = await withVersions(3);
    await journal.flush();
    const segment = files.texts.get(space) as Map<number, string>;
    const lines = (segment.get(1) ?? '').split('\n');
    const index = lines.findIndex((line) => line.includes(' history/'));
    segment.set(1, lines.map((line, at) => (at === index ? line.slice(0, -9) : line)).join('\n'));
    expect(await restored(files)).toMatchObject({
      told: { documents: 1, damagedLines: 1 },
      titles: ['version 3', 'version 2'],
    });
  });

  test('JO4: what could not be written is written when there is room again', async () => {
    const files = memoryJournal();
    files.state.failure = 'disk-full';
    const { journal, advance } = await withVersions(2, files);
    await journal.flush();
    expect(journal.getSnapshot()).toBe('full');
    files.state.failure = null;
    advance(60_000);
    await journal.flush();
    expect((await restored(files)).titles).toEqual(['version 2', 'version 1']);
  });
});
