import 'fake-indexeddb/auto';
import { globSync, readFileSync } from 'node:fs';
import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { DeskDatabase, databaseName } from '#renderer/data/database.ts';
import { storeFailure } from '#renderer/data/store-failure.ts';
import { openTestStore } from '#renderer/data/test-store.ts';
import { readTemplate } from '#shared/domain/read-template.ts';
import { type DocumentState, stageOf } from '#shared/sync/document-state.ts';
import { dumpStore, restoreStore, type StoreFixture } from './store-fixture.ts';

const folder = new URL('.', import.meta.url);
const fixtures = globSync('v*.json', { cwd: folder.pathname }).sort();
const read = (file: string) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as StoreFixture;

/** What every fixture holds, under the key 32 × 7: a draft, one on its way, one received. */
const expected = [
  { title: 'Ventanilla móvil de documentación', stage: 'draft', unsent: true, receipt: undefined },
  { title: 'A single window for work permits', stage: 'ready', unsent: true, receipt: undefined },
  { title: 'إتاحة خدمات الصحة الأولية', stage: 'submitted', unsent: false, receipt: 'TRAIN-2026-00007' },
];

const lookOf = (state: DocumentState) => ({
  title: state.local.title,
  stage: stageOf(state),
  unsent: state.outgoing !== null,
  receipt: state.receipt?.receiptNo,
});

test.each(fixtures)('a store that %s left opens with everything that was in it', async (file) => {
  const name = `migrated-${file}`;
  await restoreStore(databaseName(name), read(file));
  const { documents, store, destroy } = await openTestStore(undefined, name);
  const states = await Promise.all((await documents.ids()).map((id) => documents.read(id)));
  const looks = states.flatMap((state) => (state ? [lookOf(state)] : []));
  expect(looks.sort((a, b) => String(a.title).localeCompare(String(b.title)))).toEqual(
    [...expected].sort((a, b) => a.title.localeCompare(b.title)),
  );
  expect((await documents.page(null, 100)).map((summary) => summary.title).sort()).toEqual(
    expected.map(({ title }) => title).sort(),
  );
  expect(await store.record()).toMatchObject({ cursor: 'c7' });
  await destroy();
});

test('a store of version 2 begins without any history, and keeps one from then on', async () => {
  await restoreStore(databaseName('before-history'), read('v2.json'));
  const { documents, versions, destroy } = await openTestStore(undefined, 'before-history');
  const [id] = await documents.ids();
  const state = id && (await documents.read(id));
  if (!id || !state) throw new Error('the fixture has a document');
  expect(await versions.list(id)).toEqual([]);
  const { template, local: fields } = state;
  const kept = {
    at: 1,
    by: '',
    cause: { kind: 'kept' },
    name: null,
    isText: () => true,
    always: false,
  } as const;
  const { seq } = await versions.add(id, { ...kept, template, fields });
  expect(await versions.read(id, seq)).toMatchObject({ ok: true, value: { fields } });
  await destroy();
});

test('the history that version 3 left is read', async () => {
  await restoreStore(databaseName('history'), read('v3.json'));
  const { documents, versions, destroy } = await openTestStore(undefined, 'history');
  const lists = await Promise.all((await documents.ids()).map((id) => versions.list(id)));
  expect(lists.flat().map(({ header }) => [header?.by, header?.name, header?.cause.kind])).toEqual([
    ['Amina Berrada', 'Para el ministerio', 'kept'],
    ['Amina Berrada', null, 'automatic'],
  ]);
  await destroy();
});

test('a store of version 3 begins without forms of the Network; those that version 4 left are read', async () => {
  await restoreStore(databaseName('before-forms'), read('v3.json'));
  const before = await openTestStore(undefined, 'before-forms');
  expect(await before.templates.all()).toEqual([]);
  await before.destroy();
  await restoreStore(databaseName('forms'), read('v4.json'));
  const { templates, destroy } = await openTestStore(undefined, 'forms');
  const [form, ...others] = await templates.all();
  expect([form?.ref, form?.keyId, others]).toEqual(['pledge@3', 'training-1', []]);
  expect(readTemplate('pledge@3', form?.file ?? '')).toMatchObject({ ok: true, value: { version: 3 } });
  await destroy();
});

test('there is a fixture of every released version up to the present one', () => {
  const present = new DeskDatabase('unopened').verno;
  expect(fixtures).toEqual(Array.from({ length: present }, (_, index) => `v${index + 1}.json`));
});

test('the present schema is the one of its fixture: a change must be a new version', async () => {
  const { database, destroy } = await openTestStore();
  const { version, schema } = await dumpStore(database);
  expect(schema).toEqual(read(`v${version}.json`).schema);
  await destroy();
});

test('a store that a newer app wrote is left alone and named', async () => {
  const newer = new Dexie(databaseName('newer'));
  newer.version(99).stores({ documents: 'id' });
  await newer.open();
  newer.close();
  const failure = await openTestStore(undefined, 'newer').then(() => null, storeFailure);
  expect(failure).toEqual({ code: 'store-newer' });
  await Dexie.delete(databaseName('newer'));
});
