import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { TermFinder } from '#shared/import/term-match.ts';
import { budgetTotals, shareOf } from './budget.ts';
import { docKindSchema, docKinds } from './document.ts';
import { isFieldPath } from './field-path.ts';
import { type FieldMap, fieldValueSchema, normalValue } from './field-value.ts';
import { seededItemId } from './ids.ts';
import { listItems } from './list-items.ts';
import { countCharacters } from './measure.ts';
import { knownRuleIds } from './rules/run-rules.ts';
import {
  isGroup,
  languages,
  type Template,
  type TemplateField,
  templateFields,
  templateRefOf,
  templateRefSchema,
  templateSchema,
} from './template.ts';
import { validate } from './validate.ts';
import { type Vocabulary, vocabularySchema } from './vocabulary.ts';

const folder = new URL('../../resources/', import.meta.url);
const readJson = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

const vocabulary: Vocabulary = vocabularySchema.parse(readJson('vocabulary/vocabulary.json'));
const versions = readdirSync(new URL('templates/', folder)).map((name) => {
  const template = templateSchema.parse(readJson(`templates/${name}`)) as Template;
  expect(`${templateRefOf(template)}.json`).toBe(name);
  return template;
});
/** The newest of each kind: what new documents begin with. */
const templates = docKinds.map((kind) => {
  const [newest] = versions
    .filter((template) => template.kind === kind)
    .sort((a, b) => b.version - a.version);
  if (newest === undefined) throw new Error(`no template for ${kind}`);
  return newest;
});

const sampleSchema = z.strictObject({
  kind: docKindSchema,
  template: templateRefSchema,
  language: z.enum(languages),
  fields: z.record(z.string().check(z.refine(isFieldPath)), fieldValueSchema),
});
const samples = readdirSync(new URL('samples/', folder)).map((name) => ({
  name,
  ...sampleSchema.parse(readJson(`samples/${name}`)),
}));

const templateOf = (kind: string): Template => {
  const template = templates.find((candidate) => candidate.kind === kind);
  if (template === undefined) throw new Error(`no template for ${kind}`);
  return template;
};

const withinAll = (fields: readonly TemplateField[]): readonly TemplateField[] =>
  fields.flatMap((field) => [field, ...(isGroup(field) ? withinAll(field.fields) : [])]);

/** Every object of a form or a list that has an English text. */
const localizedTexts = (node: unknown): readonly Record<string, unknown>[] => {
  if (typeof node !== 'object' || node === null) return [];
  const own = node as Record<string, unknown>;
  return [...('en' in own ? [own] : []), ...Object.values(own).flatMap(localizedTexts)];
};

/** What no translation may change: places to be filled, and addresses. */
const kept = (text: string): readonly string[] => (text.match(/\{\w*\}|https?:/g) ?? []).toSorted();

describe.each([
  ...versions.map((template) => [templateRefOf(template), template] as const),
  ['vocabulary', vocabulary] as const,
  ['entities', readJson('vocabulary/network-entities.json')] as const,
])('the texts of %s', (_name, file) => {
  const texts = localizedTexts(file);

  it('stand in the six languages', () => {
    expect(texts.length).toBeGreaterThan(30);
    const lacking = texts.filter((text) =>
      languages.some((language) => String(text[language] ?? '').trim() === ''),
    );
    expect(lacking).toEqual([]);
  });

  it('keep in each what no translation may change', () => {
    const changed = texts.filter(({ en, ...others }) =>
      Object.values(others).some((text) => String(kept(String(text))) !== String(kept(String(en)))),
    );
    expect(changed).toEqual([]);
  });
});

describe('the vocabulary', () => {
  it('has every objective, principle, thematic area, goal, target and budget category', () => {
    const counts = Object.fromEntries(
      Object.entries(vocabulary).map(([list, terms]) => [list, terms.length]),
    );
    expect(counts).toMatchObject({
      objectives: 23,
      principles: 10,
      thematicAreas: 5,
      sdgTargets: 17 + 169,
      budgetCategories: 8,
    });
  });

  it.each(Object.entries(vocabulary))('names no code of %s twice', (_list, terms) => {
    const codes = terms.map((term) => term.code);
    expect(codes).toEqual([...new Set(codes)]);
  });

  it.each(Object.entries(vocabulary))('finds every entry of %s by each of its names', (_list, terms) => {
    const finder = new TermFinder(terms);
    const names = terms.flatMap(({ code, name, short = {} }) =>
      [...Object.values(name), ...Object.values(short)].map((one) => [one, code]),
    );
    expect(names.map(([name = '']) => [name, finder.find(name)?.code])).toEqual(names);
  });

  it('groups every country but Global under a region that is in the list', () => {
    const regions = new Set(vocabulary.regions.map((term) => term.code));
    const homeless = vocabulary.countries.filter((term) => !regions.has(term.group ?? ''));
    expect(homeless.map((term) => term.code)).toEqual(['001']);
  });

  it('groups every target under its goal', () => {
    const goals = new Set(vocabulary.sdgTargets.filter((term) => !term.group).map((term) => term.code));
    const targets = vocabulary.sdgTargets.filter((term) => term.group);
    expect(targets).toHaveLength(169);
    expect(targets.filter((term) => !goals.has(term.group ?? ''))).toEqual([]);
  });

  it('writes names as the United Nations does', () => {
    const name = (code: string) => vocabulary.countries.find((term) => term.code === code)?.name.en;
    expect(['BO', 'TR', 'VN', 'KR', 'XK'].map(name)).toEqual([
      'Bolivia (Plurinational State of)',
      'Türkiye',
      'Viet Nam',
      'Republic of Korea',
      'Kosovo (as understood in Security Council resolution 1244 (1999))',
    ]);
  });
});

describe.each(templates)('the template of a $kind', (template) => {
  const fields = template.sections.flatMap((section) => section.fields);
  const ids = new Set(fields.map((field) => field.id));

  it('names a title field that it has', () => {
    expect(ids.has(template.titleField)).toBe(true);
  });

  it('refers to its own fields and options only', () => {
    const conditions = withinAll(fields).flatMap((field) => [
      ...(field.shownWhen ? [field.shownWhen] : []),
      ...(field.required?.when ? [field.required.when] : []),
    ]);
    for (const condition of conditions) {
      const field = fields.find((candidate) => candidate.id === condition.field);
      if (field === undefined) throw new Error(`no field ${condition.field}`);
      const possible: readonly unknown[] =
        'options' in field ? field.options.map((option) => option.value) : [true, false];
      expect(possible).toEqual(expect.arrayContaining(condition.in));
    }
    for (const field of fields) {
      if (field.kind !== 'budget') continue;
      expect([ids.has(field.organizationsField), ids.has(field.currencyField)]).toEqual([true, true]);
    }
  });

  it('switches on rules that exist, on fields that it has', () => {
    for (const rule of template.rules) {
      expect(knownRuleIds).toContain(rule.id);
      const named = ['field', 'start', 'end'].flatMap((param) => rule.params[param] ?? []);
      expect(named.filter((field) => !ids.has(String(field)))).toEqual([]);
    }
  });

  it('marks e-mail addresses of people as personal', () => {
    const addresses = withinAll(fields).filter(
      (field) => field.kind === 'shortText' && field.format === 'email',
    );
    expect(addresses).not.toEqual([]);
    expect(addresses.filter((field) => field.personal !== true)).toEqual([]);
  });

  it('asks for what is missing in an empty document', () => {
    const required = validate(template, {}, vocabulary).filter((finding) => finding.severity === 'error');
    expect(required.length).toBeGreaterThan(5);
    expect(required.every((finding) => finding.code === 'required')).toBe(true);
  });
});

it.each(versions.filter((later) => later.version > 1))(
  'keeps in version $version of $kind every question of the version before, with its kind',
  (later) => {
    const before = versions.find(({ kind, version }) => kind === later.kind && version === later.version - 1);
    const asked = (template: Template | undefined) =>
      templateFields(template ?? { sections: [] }).map(({ id, kind }) => `${id}: ${kind}`);
    expect(before).toBeDefined();
    expect(asked(later)).toEqual(expect.arrayContaining(asked(before)));
  },
);

/** What the samples ask on purpose: endorsements that are not in yet, and a pledge with four objectives. */
const asked = (item: string) => ({
  path: `residentCoordinators/${item}/state`,
  code: 'endorsement-not-given',
  severity: 'warning',
});
const asksAbout: Readonly<Record<string, readonly object[]>> = {
  'pledge-cities-inclusion-en.json': [
    { path: 'objectives', code: 'more-than-main-objectives', severity: 'warning' },
  ],
  'concept-note-cuenca-lago-es.json': [asked('KT026QTKN8')],
  'concept-note-seven-countries-en.json': [asked('A8HD01N0TM'), asked('CRHEMJMNE3'), asked('PB4BREMTF2')],
  'concept-note-zhenshchiny-doma-ru.json': [asked('SPKMBNNR88')],
};

describe('the samples', () => {
  it('are six of each kind', () => {
    const counts = docKinds.map((kind) => samples.filter((sample) => sample.kind === kind).length);
    expect(counts).toEqual([6, 6, 6, 6]);
  });

  it('are written in the six languages', () => {
    expect(new Set(samples.map((sample) => sample.language))).toEqual(new Set(languages));
  });

  it.each(samples)('$name has nothing to fix, and says only what its template asks', (sample) => {
    const template = templateOf(sample.kind);
    expect(sample.template).toBe(templateRefOf(template));
    const findings = validate(template, sample.fields as FieldMap, vocabulary);
    const expected = (asksAbout[sample.name] ?? []).map((finding) => expect.objectContaining(finding));
    expect(findings).toEqual(expected);
  });

  it.each(samples)('$name keeps its sets in the form that is hashed', (sample) => {
    const sets = Object.values(sample.fields as FieldMap).filter((value) => Array.isArray(value));
    expect(sets).toEqual(sets.map((value) => normalValue(value)));
  });

  it.each(samples.filter((sample) => sample.kind === 'concept-note'))(
    '$name has a budget of eight seeded lines with indirect costs of 7 per cent',
    (sample) => {
      const fields = sample.fields as FieldMap;
      const lines = listItems(fields, 'budget');
      expect(lines).toEqual(vocabulary.budgetCategories.map((_term, index) => seededItemId(index + 1)));
      const organizations = listItems(fields, 'organizations');
      const {
        total,
        direct,
        indirect,
        organizations: columns,
      } = budgetTotals(fields, 'budget', organizations);
      expect(columns.map((column) => column.indirect)).toEqual(
        columns.map((column) => shareOf(column.direct, 700)),
      );
      expect([direct > 0, total]).toEqual([true, direct + indirect]);
    },
  );

  it('have among them a title of 220 characters and a note of seven countries and three organizations', () => {
    const titles = samples.map((sample) => countCharacters(String(sample.fields.title)));
    expect(titles).toContain(220);
    const wide = samples.find((sample) => (sample.fields.countries as readonly string[])?.length === 7);
    expect(listItems((wide?.fields ?? {}) as FieldMap, 'organizations')).toHaveLength(3);
  });
});
