import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import type { FieldMap } from '#shared/domain/field-value.ts';
import { docId } from '#shared/sync/test-documents.ts';
import { versionFields } from '#shared/sync/version-delta.ts';
import { openTestStore } from './test-store.ts';
import type { NewVersion } from './version-repository.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const open = async () => {
  const store = await openTestStore();
  closers.push(store.destroy);
  return store;
};

const hour = 3_600_000;
const day = 24 * hour;

const version = (fields: FieldMap, at = 1000, rest: Partial<NewVersion> = {}): NewVersion => ({
  at,
  by: 'Ana Ruiz',
  cause: { kind: 'automatic' },
  name: null,
  template: 'pledge@1',
  fields,
  isText: () => true,
  always: false,
  ...rest,
});

/** A document of about 50 kB: long texts, a list, a budget of 200 cells. Always the same. */
const note = (): Record<string, string | number> => {
  const words =
    'the mobile registration desk of each district opens with two trained officers who speak'.split(' ');
  let seed = 7;
  const next = (limit: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % limit;
  };
  const sentence = () =>
    `${Array.from({ length: 8 + next(14) }, () => `${words[next(words.length)]}${next(9) === 0 ? next(999) : ''}`).join(' ')}. `;
  const fields: Record<string, string | number> = { title: 'Registration desks' };
  for (let field = 0; field < 10; field += 1) {
    let text = '';
    while (text.length < 4_600) text += sentence();
    fields[`narrative${field}`] = text;
  }
  for (let cell = 0; cell < 200; cell += 1) {
    fields[`budget/${String(cell).padStart(10, '0')}/amount/0000000001`] = next(90_000_00);
  }
  return fields;
};

test('a version is read back with all that it held, who kept it, when and why', async () => {
  const { versions } = await open();
  const fields = { title: 'Café 😀', countries: ['SN', 'HN'] };
  const { seq } = await versions.add(
    docId,
    version(fields, 5000, { cause: { kind: 'submitted', round: 2 } }),
  );
  const read = await versions.read(docId, seq);
  expect(read).toMatchObject({
    ok: true,
    value: {
      header: {
        at: 5000,
        by: 'Ana Ruiz',
        cause: { kind: 'submitted', round: 2 },
        name: null,
        template: 'pledge@1',
        changes: { fields: 2, words: 2 },
      },
      fields: versionFields(fields),
    },
  });
});

test('the same twice is one version, but for what is an event of its own', async () => {
  const { versions } = await open();
  const first = await versions.add(docId, version({ title: 'a' }));
  const again = await versions.add(docId, version({ title: 'a' }, 2000, { cause: { kind: 'kept' } }));
  expect([again.isNew, again.seq]).toEqual([false, first.seq]);
  await versions.add(
    docId,
    version({ title: 'a' }, 3000, { cause: { kind: 'submitted', round: 1 }, always: true }),
  );
  expect((await versions.list(docId)).map(({ header }) => header?.cause.kind)).toEqual([
    'submitted',
    'automatic',
  ]);
});

test('versions kept at the same moment all get their place, and tell who watches', async () => {
  const { versions } = await open();
  let told = 0;
  const stop = versions.watch(docId, () => {
    told += 1;
  });
  const names = Array.from({ length: 30 }, (_, index) => `Draft ${index}`);
  await Promise.all(names.map((title, index) => versions.add(docId, version({ title }, index))));
  stop();
  expect(told).toBe(30);
  expect(await versions.count(docId)).toBe(30);
  expect(await versions.newestAt(docId)).toBe(29);
  const read = await Promise.all(names.map((_, index) => versions.read(docId, index + 1)));
  expect(read.map((one) => one.ok && one.value.fields.title)).toEqual(names);
});

test('a version can be named, named otherwise, and lose its name', async () => {
  const { versions } = await open();
  const { seq } = await versions.add(docId, version({ title: 'a' }));
  const name = async () => (await versions.list(docId))[0]?.header?.name;
  await versions.rename(docId, seq, ' Sent to the ministry ');
  expect(await name()).toBe('Sent to the ministry');
  await versions.rename(docId, seq, null);
  expect(await name()).toBeNull();
  expect(await versions.rename(docId, 99, 'x')).toEqual({ ok: false, error: { code: 'version-gone' } });
});

test('500 versions of a 50 kB concept note take less than 2 MB sealed, and each is read from a few rows', async () => {
  const { versions, database } = await open();
  const fields = note();
  expect(JSON.stringify(fields).length).toBeGreaterThan(50_000);
  const keys = Object.keys(fields);
  let seed = 11;
  const next = (limit: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % limit;
  };
  const expected: string[] = [];
  for (let index = 0; index < 500; index += 1) {
    // Half an hour of work: sentences written and taken out in three places, some cells of the budget.
    for (let edit = 0; edit < 3; edit += 1) {
      const path = `narrative${next(10)}`;
      const text = String(fields[path]);
      const at = text.indexOf('. ', next(text.length - 400)) + 2;
      const cut = edit === 0 ? 80 + next(80) : 0;
      const fresh = `In week ${index} the ${next(40)} officers of district ${next(99)} met ${next(5000)} families, as agreed. `;
      fields[path] = text.slice(0, at) + fresh + text.slice(at + cut);
    }
    for (let cell = 0; cell < 4; cell += 1)
      fields[keys.filter((key) => key.includes('/amount/'))[next(200)] ?? ''] = next(90_000_00);
    expected.push(JSON.stringify(versionFields(fields)));
    await versions.add(docId, version({ ...fields }, index * hour));
  }
  const rows = await database.versions.toArray();
  const bytes = rows.reduce(
    (sum, row) =>
      sum + row.header.length + row.body.length + JSON.stringify([row.doc, row.seq, row.at]).length,
    0,
  );
  expect(bytes).toBeLessThan(2_000_000);
  for (const seq of [1, 24, 25, 26, 250, 499, 500]) {
    const read = await versions.read(docId, seq);
    expect(JSON.stringify(read.ok && read.value.fields)).toBe(expected[seq - 1]);
  }
});

test('thinning lets automatic versions of old days go and leaves the others readable as they were', async () => {
  const { versions } = await open();
  const now = 100 * day + 12 * hour;
  for (let index = 0; index < 120; index += 1) {
    await versions.add(
      docId,
      version({ title: `Draft ${index}`, text: 'Stays. '.repeat(30) }, index * 19 * hour),
    );
  }
  await versions.rename(docId, 3, 'First full text');
  const before = new Map<number, unknown>();
  for (const { seq } of await versions.list(docId)) before.set(seq, await versions.read(docId, seq));
  const gone = await versions.thin(docId, now, 0);
  const left = await versions.list(docId);
  expect(left.length).toBe(120 - gone);
  expect(gone).toBeGreaterThan(50);
  expect(left.some(({ header }) => header?.name === 'First full text')).toBe(true);
  for (const { seq } of left) expect(await versions.read(docId, seq)).toEqual(before.get(seq));
  expect(await versions.thin(docId, now, 0)).toBe(0);
});

test('a damaged row is named, and the versions that are not built on it stay readable', async () => {
  const { versions, database } = await open();
  const text = 'A sentence that stays. '.repeat(40);
  for (let index = 0; index < 30; index += 1)
    await versions.add(docId, version({ title: `${text}${index}` }, index));
  const row = await database.versions.get([docId, 10]);
  const body = Uint8Array.from(row?.body ?? []);
  body[40] = (body[40] ?? 0) ^ 1;
  await database.versions.update([docId, 10], { body });
  const damaged = { ok: false, error: { code: 'version-damaged' } };
  expect(await versions.read(docId, 10)).toEqual(damaged);
  expect(await versions.read(docId, 11)).toEqual(damaged);
  expect((await versions.read(docId, 9)).ok).toBe(true);
  expect((await versions.read(docId, 30)).ok).toBe(true);
  expect((await versions.all(docId)).length).toBe(30 - 16);
});

test('versions after a damaged one begin with a whole one', async () => {
  const { versions, database } = await open();
  const text = 'A sentence that stays. '.repeat(40);
  for (let index = 0; index < 5; index += 1)
    await versions.add(docId, version({ title: `${text}${index}` }, index));
  await database.versions.update([docId, 5], { header: new Uint8Array(60) });
  const { seq } = await versions.add(docId, version({ title: `${text}new` }, 9));
  expect(await versions.read(docId, seq)).toMatchObject({
    ok: true,
    value: { fields: { title: `${text}new` } },
  });
  expect((await versions.list(docId)).map(({ header }) => header === null)).toContain(true);
});

test('a history is handed over and taken in once, whatever is there already', async () => {
  const [mine, theirs] = [await open(), await open()];
  const text = 'A sentence that stays. '.repeat(40);
  for (let index = 0; index < 40; index += 1) {
    await theirs.versions.add(docId, version({ title: `${text}${index}` }, index * hour));
  }
  await mine.versions.add(docId, version({ title: 'mine' }, 5));
  const chain = JSON.parse(JSON.stringify(await theirs.versions.all(docId)));
  expect(await mine.versions.import(docId, chain)).toEqual({ added: 40, damaged: 0 });
  expect(await mine.versions.import(docId, chain)).toEqual({ added: 0, damaged: 0 });
  const titles = async (store: typeof mine) =>
    Promise.all(
      (await store.versions.list(docId)).map(async ({ seq }) => {
        const read = await store.versions.read(docId, seq);
        return read.ok && read.value.fields.title;
      }),
    );
  const handed = await titles(mine);
  expect(handed.filter((title) => title !== 'mine')).toEqual(await titles(theirs));
  expect(handed).toContain('mine');
});

test('what does not fit its check sum is not taken in', async () => {
  const { versions } = await open();
  await versions.add(docId, version({ title: 'a' }));
  const [first] = await versions.all(docId);
  const changed = { ...first, hash: '0'.repeat(16) } as NonNullable<typeof first>;
  const other = await open();
  expect(await other.versions.import(docId, [changed])).toEqual({ added: 0, damaged: 1 });
  expect(await other.versions.count(docId)).toBe(0);
});
