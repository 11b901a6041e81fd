import { expect, test } from 'vitest';
import { languages, type Template } from '#shared/domain/template.ts';
import { type RegisterOptions, registerCsv } from '#shared/export/csv.ts';
import { documentModel } from '#shared/export/document-model.ts';
import { stageWords } from '#shared/export/stage-words.ts';
import {
  carriedVocabulary,
  plainCopy,
  sampleDocument,
  sampleModel,
  templateFor,
} from '#tests/support/samples.ts';
import { readImport } from './read-import.ts';

const newest = ['pledge@2', 'practice@2', 'concept-note@2'].map(templateFor);
const entryOf = (name: string, names: RegisterOptions['names'], isTraining: boolean) => {
  const { template } = sampleDocument(name);
  return {
    id: '01930000-0000-7000-8000-000000000001',
    stage: 'in-review' as const,
    round: 1,
    savedAt: '2026-11-26T10:00:00.000Z',
    receiptNo: 'MN-2026-1',
    template: templateFor(template),
    model: sampleModel(name, { language: names === 'codes' ? 'en' : names, unanswered: 'omit', isTraining }),
  };
};
const read = async (csv: string, kind: Template['kind'] | null = null) => {
  const preview = await readImport({
    name: 'register.csv',
    bytes: new TextEncoder().encode(csv),
    kind,
    templates: newest,
    newest,
    vocabulary: carriedVocabulary,
  });
  if (!preview.ok) throw new Error(preview.error.code);
  if (preview.value.what !== 'drafts') throw new Error('not read as a table');
  return preview.value;
};
const samples = [
  'pledge-civil-registration-en',
  'practice-ventanilla-movil-es',
  'concept-note-cuenca-lago-es',
] as const;

test('a table whose first words stand in brackets is a table', async () => {
  const { drafts } = await read('[Draft] our pledges;\ntitle;country\nOne;Chile\n', 'pledge');
  expect(drafts.map(({ draft }) => draft.fields.title)).toEqual(['One']);
});

test.each(['codes', ...languages] as const)(
  'a register in %s comes back: each row in its form, and its own columns are named, not brought in',
  async (names) => {
    const { kind, own, drafts } = await read(
      registerCsv(
        samples.map((name) => entryOf(name, names, true)),
        { names, withContacts: false },
      ),
    );
    expect(own).toHaveLength(8);
    expect(kind).toBeNull();
    expect(drafts.map(({ draft }) => [draft.kind, draft.fields.title])).toEqual(
      samples.map((name) => [sampleDocument(name).template.split('@')[0], sampleDocument(name).fields.title]),
    );
    const facts = [
      '0193',
      'MN-2026-1',
      '2026-11-26T',
      stageWords['in-review'][names === 'codes' ? 'en' : names],
    ];
    for (const { draft } of drafts) {
      expect(draft.kept.filter(({ text }) => facts.some((fact) => text === fact))).toEqual([]);
      const named = draft.warnings.map(({ place, params }) => `${place}, ${params.names ?? ''}`).join(', ');
      expect(own.filter((name) => named.split(', ').includes(name))).toEqual([]);
    }
  },
);

test('a register whose columns a person moved, and to which they said a kind, is one still', async () => {
  const { kind, own, drafts } = await read(
    'Title,Kind,Form,Stage,Round,Weather\nA,Practice,practice@2,Draft,1,rain\n',
    'pledge',
  );
  expect([kind, own]).toEqual(['pledge', ['Kind', 'Form', 'Stage', 'Round']]);
  expect(drafts[0]?.draft.kept).toEqual([{ label: 'Weather', text: 'rain' }]);
});

test('the update of a pledge is begun from its pledge: its row is named, with what stands in it', async () => {
  const head = 'Title,Kind,Form,Stage,Round';
  const update = 'B,Pledge update,pledge-update@2,Draft,1';
  const { drafts, passed } = await read(`${head}\nA,Pledge,pledge@2,Draft,1\n${update}\n`);
  expect(drafts.map(({ draft }) => draft.fields.title)).toEqual(['A']);
  expect(passed).toEqual([{ row: 3, why: 'update', text: update.replaceAll(',', ' | ') }]);
  await expect(read(`${head}\n${update}\n`)).rejects.toThrow('only-updates');
});

test('a column of the same name in any other table is an answer that has no field, and is kept', async () => {
  const { own, drafts } = await read('title,Stage,Receipt\nA,Pilot,77\n');
  expect(own).toEqual([]);
  expect(drafts[0]?.draft.kept).toEqual([
    { label: 'Stage', text: 'Pilot' },
    { label: 'Receipt', text: '77' },
  ]);
});

test('a text that the register kept from running as a formula is as it was', async () => {
  const model = documentModel(templateFor('pledge@2'), { title: '- one' }, carriedVocabulary, {
    ...plainCopy,
    language: 'en',
  });
  const csv = registerCsv([{ ...entryOf('pledge-civil-registration-en', 'en', false), model }], {
    names: 'en',
    withContacts: false,
  });
  expect(csv).toContain("'- one");
  const { drafts } = await read(csv);
  expect(drafts[0]?.draft.fields.title).toBe('- one');
});
