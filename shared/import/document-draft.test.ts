import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importableKinds } from '#shared/domain/document.ts';
import { fieldValueSchema } from '#shared/domain/field-value.ts';
import { listItems } from '#shared/domain/list-items.ts';
import { type Template, type TemplateRef, templateRefOf } from '#shared/domain/template.ts';
import { carriedVocabulary, sampleDocument, sampleNames, templateFor } from '#tests/support/samples.ts';
import { draftOfDocument } from './document-draft.ts';
import { readJsonFile } from './json-file.ts';
import { readImport } from './read-import.ts';
import { ValueReader } from './read-value.ts';

const reader = new ValueReader(carriedVocabulary);

const forms = readdirSync(new URL('../../resources/templates/', import.meta.url))
  .map((name) => templateFor(name.replace(/\.json$/, '') as TemplateRef))
  .sort((a, b) => b.version - a.version);
const newestOf = (kind: string): Template => {
  const newest = forms.find((form) => form.kind === kind);
  if (newest === undefined) throw new Error(`no form for ${kind}`);
  return newest;
};
const documentDraft = (content: object) => {
  const read = readJsonFile(JSON.stringify([content]));
  const [only] = read.ok ? read.value.entries : [];
  if (only?.entry.what !== 'document') throw new Error('not read as a document');
  return draftOfDocument(only.entry, forms, newestOf(only.entry.kind), reader, 'copy.json');
};
const pledgeDraft = (fields: object) => documentDraft({ kind: 'pledge', template: 'pledge@2', fields });

test('a document has every value at its path, and what is no value as text', () => {
  const draft = documentDraft({
    kind: 'practice',
    template: 'practice@9',
    fields: { title: 'Night school', 'x/0000000000': true, bad: { a: 1 } },
  });
  expect(draft.fields).toMatchObject({
    title: 'Night school',
    'x/0000000000': true,
    'imported/0000000000/label': 'bad',
    'imported/0000000000/text': 'a: 1',
    importedFrom: 'copy.json',
  });
  expect(draft.warnings).toEqual([
    { place: 'template', code: 'template-unknown', params: { value: 'practice@9' } },
    { place: '', code: 'no-fields', params: { count: 2, names: 'x, bad' } },
  ]);
});

test('an update on a form that is not known here stays an update, on the newest form of its kind', async () => {
  const update = { kind: 'pledge-update', template: 'pledge-update@9', fields: { narrative: 'Half of it.' } };
  const preview = await readImport({
    name: 'update.json',
    bytes: new TextEncoder().encode(JSON.stringify(update)),
    kind: 'practice',
    templates: forms,
    newest: importableKinds.map(newestOf),
    vocabulary: carriedVocabulary,
  });
  const drafts = preview.ok && preview.value.what === 'drafts' ? preview.value.drafts : [];
  expect(drafts.map(({ draft: { kind, template, fields } }) => [kind, template, fields])).toEqual([
    ['pledge-update', templateRefOf(newestOf('pledge-update')), { narrative: 'Half of it.' }],
  ]);
});

test('numbers stay as they are written, and an amount that nothing asks for is named as it stands', () => {
  const file = `{"kind":"pledge","template":"pledge@2","fields":{"title":"A","oldMoney":{"minor":5,"currency":"USD"},"code":12345678901234567890123,"share":1.10}}`;
  const read = readJsonFile(file);
  const [only] = read.ok ? read.value.entries : [];
  if (only?.entry.what !== 'document') throw new Error('not read as a document');
  const draft = draftOfDocument(only.entry, forms, newestOf('pledge'), reader, 'copy.json');
  expect(draft.fields).toMatchObject({ code: '12345678901234567890123', share: '1.10' });
  expect(draft.fields.oldMoney).toEqual({ minor: 5, currency: 'USD' });
  expect(JSON.stringify(draft.warnings)).not.toContain('[object');
});

test('values of another shape than their field has are read or kept, and each is said with its place', () => {
  const { fields, kept, warnings } = pledgeDraft({
    title: 'A',
    objectives: '13',
    natures: ['policy', 'song'],
    country: 'Narnia',
    startDate: '22 June 2027',
    endDate: 2027,
    amount: { minor: 5, currency: 'USD', note: 'yearly' },
    participants: ['Town of A'],
    'participants/0000000007/name': 'Town of B',
    weather: 'rain',
    mood: { today: ['good', 1.5] },
  });
  expect(fields).toMatchObject({
    title: 'A',
    objectives: ['13'],
    natures: ['policy'],
    startDate: '2027-06-22',
    'participants/0000000000': true,
    'participants/0000000000/name': 'Town of A',
    'participants/0000000007': true,
    'participants/0000000007/name': 'Town of B',
    weather: 'rain',
  });
  expect(kept).toEqual([
    { label: 'natures', text: 'policy\nsong' },
    { label: 'country', text: 'Narnia' },
    { label: 'endDate', text: '2027' },
    { label: 'amount', text: 'minor: 5\ncurrency: USD\nnote: yearly' },
    { label: 'mood', text: 'today:\n- good\n- 1.5' },
  ]);
  expect(warnings.map(({ place, code }) => `${place} ${code}`)).toEqual([
    'participants/0000000007 other-shape',
    'objectives other-shape',
    'natures unknown-name',
    'country unknown-name',
    'startDate other-shape',
    'endDate not-understood',
    'participants other-shape',
    'amount not-understood',
    ' no-fields',
  ]);
});

test('a document as the app writes it has no remark, but for its files, and every value at its path', () => {
  for (const name of sampleNames) {
    const { template, fields } = sampleDocument(name);
    const draft = documentDraft({ kind: template.split('@')[0], template, fields });
    expect([name, draft.warnings]).toEqual([name, []]);
    expect([name, draft.fields]).toEqual([name, expect.objectContaining(fields)]);
  }
});

test('a document that was brought in before keeps both what was kept then and what is kept now', () => {
  const { fields } = pledgeDraft({
    importedFrom: 'list.csv, 2',
    'imported/0000000000': true,
    'imported/0000000000/label': 'Notes',
    'imported/0000000000/text': 'mine',
    'imported/0000000000/pos': 'a0',
    country: 'Narnia',
  });
  const items = listItems(fields, 'imported');
  expect(items.map((item) => fields[`imported/${item}/text`])).toEqual(['mine', 'Narnia']);
  expect(fields.importedFrom).toBe('list.csv, 2');
});

test('a form without a list for what is kept keeps it all the same', () => {
  const draft = documentDraft({ kind: 'pledge', template: 'pledge@1', fields: { country: 'Narnia' } });
  expect(draft.template).toBe('pledge@1');
  expect(draft.fields).toMatchObject({ 'imported/0000000000/text': 'Narnia' });
});

test('whatever stands at a place, the draft is one that a document can be, and no text is lost (10,000 documents)', () => {
  const places = [
    'title',
    'objectives',
    'natures',
    'country',
    'startDate',
    'amount',
    'mirrorPledge',
    'participants',
    'participants/0000000001',
    'participants/0000000001/name',
    'participants/0000000001/pos',
    'imported/0000000000',
    'imported/0000000000/text',
    'attachment',
    'weather',
    'weather/0000000001/sun',
    'not a place',
  ];
  const word = fc.stringMatching(/^[a-z]{6,9}$/);
  const value = fc.oneof(
    word,
    fc.array(fc.oneof(word, fc.double({ noNaN: true })), { maxLength: 3 }),
    fc.constantFrom(true, false, 7, 1.5, '13', '2027-06-22', 'USD 3.500'),
    fc.dictionary(word, fc.oneof(word, fc.array(word, { maxLength: 2 })), { maxKeys: 2 }),
  );
  const strings = (one: unknown): readonly string[] =>
    typeof one === 'object' && one !== null
      ? Object.values(one).flatMap(strings)
      : typeof one === 'string'
        ? [one]
        : [];
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...places), value, { maxKeys: 8 }), (fields) => {
      const draft = pledgeDraft(fields);
      for (const written of Object.values(draft.fields))
        expect(fieldValueSchema.safeParse(written).success).toBe(true);
      const all = JSON.stringify(draft.fields);
      const said = Object.entries(fields).filter(([place]) => !place.endsWith('/pos'));
      expect(
        strings(said.map(([, one]) => one)).filter((text) => /^[a-z]/.test(text) && !all.includes(text)),
      ).toEqual([]);
    }),
    { numRuns: 10_000 },
  );
});
