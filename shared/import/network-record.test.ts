import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FieldMap, type FieldValue, fieldValueSchema } from '#shared/domain/field-value.ts';
import type { Template } from '#shared/domain/template.ts';
import { type Vocabulary, vocabularySchema } from '#shared/domain/vocabulary.ts';
import { draftOfDocument } from './document-draft.ts';
import type { DocumentDraft } from './import-result.ts';
import { readJsonFile } from './json-file.ts';
import { draftOfRecord, kindOfRecord, type NetworkRecord } from './network-record.ts';
import { ValueReader } from './read-value.ts';

const root = new URL('../../', import.meta.url);
const readJson = (path: string | URL): unknown => JSON.parse(readFileSync(path, 'utf8'));
const resource = (name: string) => readJson(new URL(`resources/${name}`, root));

const vocabulary: Vocabulary = vocabularySchema.parse(resource('vocabulary/vocabulary.json'));
const reader = new ValueReader(vocabulary);
const newest = {
  pledge: resource('templates/pledge@2.json') as Template,
  practice: resource('templates/practice@2.json') as Template,
  'concept-note': resource('templates/concept-note@2.json') as Template,
};

const draftOf = (record: NetworkRecord): DocumentDraft => {
  const kind = kindOfRecord(record);
  return draftOfRecord(record, newest[kind as keyof typeof newest], reader, 'records.json');
};

/** Every name of whatever a value is or stands for. */
const words = (value: FieldValue): readonly string[] => {
  if (typeof value === 'string') {
    const named = Object.values(vocabulary).flatMap((terms) => terms.filter(({ code }) => code === value));
    return [value, ...named.flatMap(({ name }) => Object.values(name))];
  }
  if (Array.isArray(value)) return (value as readonly string[]).flatMap(words);
  if (typeof value !== 'object') return [String(value)];
  if ('from' in value) return [`${value.from} - ${value.to === 'present' ? 'Present' : value.to}`];
  return [];
};

const stringsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
};

/** What separates the members of a set in one text is structure: the set keeps the members, each by its name. */
const isSetOf = (text: string, members: readonly string[]): boolean =>
  text
    .split(/[,;|/\n\r•]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .every((part) => members.includes(part));

/**
 * The strings of a record that are not in a draft. Each needs a place of its own: what one was found in is used up, so
 * that a country that was dropped is not found again in the title.
 */
const lostFrom = (record: NetworkRecord, fields: FieldMap): readonly string[] => {
  const values = Object.entries(fields)
    .filter(([path, value]) => value !== true && !/\/(?:pos|label)$|^importedFrom$/.test(path))
    .map(([, value]) => value);
  const members = values.filter((value) => Array.isArray(value)).flatMap(words);
  const places = values
    .flatMap(
      (value): readonly FieldValue[] => (Array.isArray(value) ? value : [value]) as readonly FieldValue[],
    )
    .map((value) => {
      const [text = '', ...names] = words(value);
      return { text, names: names as readonly string[] };
    });
  const within = (name: string, text: string): number => {
    // Letters and digits at its ends go no further: "7" does not stand in "2017".
    const isWord = (character: string | undefined) => /[\p{L}\p{N}]/u.test(character ?? '');
    for (let at = name.indexOf(text); at >= 0; at = name.indexOf(text, at + 1)) {
      const after = at + text.length;
      const isOpen = isWord(text[0]) && isWord(name[at - 1]);
      if (!isOpen && !(isWord(text.at(-1)) && isWord(name[after]))) return at;
    }
    return -1;
  };
  const isFound = (text: string): boolean => {
    const place = places.find((one) => within(one.text, text) >= 0 || one.names.includes(text));
    if (place === undefined) return isSetOf(text, members);
    const at = within(place.text, text);
    place.text = at < 0 ? '' : `${place.text.slice(0, at)} ${place.text.slice(at + text.length)}`;
    place.names = [];
    return true;
  };
  return stringsIn(record)
    .filter((text) => text.trim() !== '')
    .sort((a, b) => b.length - a.length)
    .filter((text) => !isFound(text));
};

/** The record without its `at`th string, as an importer would see it that drops it; null where it is blank. */
const without = (record: NetworkRecord, at: number): NetworkRecord | null => {
  let index = -1;
  let isBlank = false;
  const cut = (value: unknown): unknown => {
    if (typeof value === 'object' && value !== null)
      return Array.isArray(value)
        ? value.map(cut)
        : Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, cut(entry)]));
    if (!['string', 'number', 'boolean'].includes(typeof value)) return value;
    index += 1;
    if (index !== at) return value;
    isBlank = String(value).trim() === '';
    return null;
  };
  const rest = cut(record) as NetworkRecord;
  return isBlank ? null : rest;
};

/** Records of our own making, of the shapes and with the dirt of the real ones. */
const ownRecords: readonly NetworkRecord[] = [
  {
    id: 'XX-17',
    lang: 'en+es',
    submission: { number: 17, sid: 99, is_draft: false, flagged: true, created: '2022-06-02T23:57' },
    entity_name: 'Alliance of Border Towns &amp; Ports',
    pledging_entity: 'International Organizations',
    champion_country: null,
    country_of_implementation: 'United States of America (USA) (248)',
    other_country_of_implementation: 'Global (23641)',
    region_of_implementation: 'Middle Earth',
    title: `A very long title ${'about registration '.repeat(20)}`,
    type: 'Common (several states/actors making identical or complementary pledges)',
    participants: [{ name: 'Town of A', country: 'global', phone: '+00 1' }, 'Town of B', 7],
    nature: ['Policy/legal in scope', 'Something else'],
    objectives: [13, 99, '4'],
    description: '<p>We will open ten desks.</p>\n- One,, two',
    truncated: true,
    nested: { deep: [{ deeper: ['x', 'y'] }] },
  },
  {
    title: 'Night school',
    dates: '2017 - Present',
    country: 'Niger',
    type: 'Project/Programme',
    objectives_inferred: [3],
    summary: 'Evening classes,, twice a week…',
    source: 'https://example.org/practice/night-school',
  },
  {
    title: 'Harvest without borders',
    countries: ['Chile', 'Mexico', 'Atlantis'],
    punos: ['ILO', 'IOM'],
    budget_total_usd: 3400000,
    duration_months: 24,
    budget_arithmetic_check: { _note: 'only sums', indirect_7pct: 222429.91 },
    summary: 'A note.',
    summary_es: 'Una nota.',
    results: ['45 trained', '80 supported'],
  },
  {
    id: 'camp-clinic',
    origin: 'hand copy',
    lang: 'es',
    source: 'https://example.org/pledge/camp-clinic',
    sources: ['https://example.org/a', 'https://example.org/b?c=1&d=2'],
    title: 'Clínica de temporada en Niger',
    entity_name: 'Liga de la  Salud',
    country: 'Niger',
    type: 'Individual',
    mirror_pledge_gcr: false,
    description: 'Abrimos dos consultas.\r\n\tCada lunes…',
    description_source: 'leaflet, page 3',
    test_value: 'a country that stands in the title too; two blanks in a name',
    truncated: false,
  },
];

const examples = process.env.EXAMPLES_DIR ?? new URL('../shared/examples', root).pathname;
const exampleFiles = existsSync(examples)
  ? readdirSync(examples).filter((name) => name.endsWith('.json'))
  : [];

const realRecords = exampleFiles.flatMap((name) => readJson(`${examples}/${name}`) as NetworkRecord[]);

describe('a record of the Network', () => {
  test('keeps every character of every string, in a field or under what is not yet placed', () => {
    for (const record of ownRecords) expect(lostFrom(record, draftOf(record).fields)).toEqual([]);
  });

  test('is compared string by string: an importer that drops any one of them is found out', () => {
    for (const record of [...ownRecords, ...realRecords]) {
      const dropped = stringsIn(record).flatMap((text, at) => {
        const rest = without(record, at);
        return rest === null ? [] : [{ text, lost: lostFrom(record, draftOf(rest).fields) }];
      });
      expect(dropped.length).toBeGreaterThan(3);
      expect(dropped.filter(({ lost }) => lost.length === 0)).toEqual([]);
    }
  });

  test.skipIf(realRecords.length === 0)(
    'the same for every real record (needs the folder of examples; EXAMPLES_DIR names another)',
    () => {
      expect(realRecords.length).toBeGreaterThan(5);
      for (const record of realRecords) expect(lostFrom(record, draftOf(record).fields)).toEqual([]);
      // Where that folder is not there, the records above stand in for it: they have every key of it.
      const own = new Set(ownRecords.flatMap(Object.keys));
      expect(realRecords.flatMap(Object.keys).filter((key) => !own.has(key))).toEqual([]);
    },
  );

  test('fills the fields that it names and warns of every oddity, with its place', () => {
    const { kind, fields, warnings } = draftOf(ownRecords[0] ?? {});
    expect(kind).toBe('pledge');
    expect(fields).toMatchObject({
      entityName: 'Alliance of Border Towns &amp; Ports',
      entityType: 'international-organization',
      country: 'US',
      otherCountries: ['001'],
      pledgeType: 'common',
      natures: ['policy'],
      objectives: ['13', '4'],
      'participants/0000000000/name': 'Town of A',
      'participants/0000000001/name': 'Town of B',
    });
    const codes = warnings.map(({ place, code }) => `${place} ${code}`);
    expect(codes).toEqual(
      expect.arrayContaining([
        'entity_name markup',
        'country_of_implementation name-understood',
        'region_of_implementation unknown-name',
        'title too-long',
        'objectives out-of-range',
        'truncated incomplete-source',
        ' no-fields',
      ]),
    );
  });

  test('names what has no field in one remark, and keeps each of it', () => {
    const { warnings, kept } = draftOf({ title: 'A', weather: 'Rain', mood: 'Good' });
    expect(warnings).toEqual([
      { place: '', code: 'no-fields', params: { count: 2, names: 'weather, mood' } },
    ]);
    expect(kept).toEqual([
      { label: 'weather', text: 'Rain' },
      { label: 'mood', text: 'Good' },
    ]);
    expect(draftOf({ title: 'A', weather: 'Rain' }).warnings).toEqual([
      { place: 'weather', code: 'no-field', params: { value: 'Rain' } },
    ]);
  });

  test('an id that no file can keep does not spoil the place where the document came from', () => {
    expect(draftOf({ id: '\u0000\ud800', title: 'A' }).fields.importedFrom).toBe(
      'records.json, \ufffd\ufffd',
    );
  });

  test('whatever a record holds, the draft is one that a document can be, and no text is lost (10,000 records)', () => {
    const keys = [
      'title',
      'type',
      'objectives',
      'country',
      'participants',
      'dates',
      'punos',
      'nature',
      'x',
      'id',
    ];
    const value = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.integer(),
      fc.constantFrom(null, true, '13', 'Chile', '2017 - Present', '<b>x</b>'),
      fc.array(fc.oneof(fc.string(), fc.integer(), fc.record({ name: fc.string(), country: fc.string() }))),
      fc.object({ maxDepth: 2, maxKeys: 3 }),
    );
    const records = fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 6 });
    fc.assert(
      fc.property(records, (record) => {
        const { fields } = draftOf(record);
        for (const written of Object.values(fields))
          expect(fieldValueSchema.safeParse(written).success).toBe(true);
        const plain = lostFrom(record, fields).filter(
          (text) => text.isWellFormed() && !text.includes('\u0000'),
        );
        expect(plain).toEqual([]);
      }),
      {
        numRuns: 10_000,
        // What once failed is tried first; a new failure prints its seed and its record, to be added here.
        examples: [
          [{ nature: [{ name: 'a', country: '' }], title: '1' }],
          [{ id: '\u0000\ud800', title: 'A' }],
        ],
      },
    );
  });
});

describe('a JSON file', () => {
  const file = {
    format: 'compact-desk-document',
    formatVersion: 1,
    kind: 'practice',
    template: 'practice@1',
    fields: { title: 'Night school', 'x/0000000000': true, bad: { a: 1 } },
  };

  test('with a bad entry gives the good ones, and names each bad one by its place', () => {
    const read = readJsonFile(
      JSON.stringify([{ title: 'A' }, 'words', {}, { ...file, formatVersion: 9 }, { title: 'B' }]),
    );
    if (!read.ok) throw new Error(read.error.code);
    expect(read.value.entries.map(({ place }) => place)).toEqual([1, 5]);
    expect(read.value.refused).toMatchObject([
      { place: 2, error: { code: 'unknown-shape' }, text: '"words"' },
      { place: 3, error: { code: 'unknown-shape' }, text: '{}' },
      { place: 4, error: { code: 'newer-format', params: { version: '9' } } },
    ]);
  });

  test('that cannot be read is refused by name, with the place', () => {
    const deep = `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const errors = ['', '[1]', deep, '{"a":\n 1,}', '[]', JSON.stringify({ ...file, formatVersion: 9 })].map(
      (text) => {
        const read = readJsonFile(text);
        return read.ok ? null : read.error;
      },
    );
    expect(errors).toEqual([
      { code: 'empty-file', params: {} },
      { code: 'unknown-shape', params: {} },
      { code: 'too-deep', params: { limit: 200 } },
      { code: 'not-json', params: { line: 2, column: 4 } },
      { code: 'empty-file', params: {} },
      { code: 'newer-format', params: { version: '9' } },
    ]);
  });

  test('with a document of a kind that is not known here is refused by that kind, and no record is made of it', () => {
    const request = { ...file, kind: 'request', template: 'request@1' };
    const refusal = {
      code: 'unknown-kind',
      params: { kind: 'request', known: 'pledge, pledge-update, practice, concept-note' },
    };
    expect(readJsonFile(JSON.stringify(request))).toEqual({ ok: false, error: refusal });
    const list = readJsonFile(JSON.stringify([{ title: 'A', kind: 'workshop' }, request]));
    expect(list.ok && list.value).toMatchObject({
      entries: [{ place: 1, entry: { what: 'record' } }],
      refused: [{ place: 2, error: refusal }],
    });
  });

  test('in which a name stands twice in one entry is refused with the place of the second', () => {
    const twice = '[{"a":"\\"","note":{"a":1}},\n {"a":"{\\"a\\":1}", "b" : ["a","a"], "\\u0061":2}]';
    expect(readJsonFile(twice)).toEqual({
      ok: false,
      error: { code: 'key-twice', params: { key: 'a', line: 2, column: 37 } },
    });
    expect(readJsonFile(twice.replace('\\u0061', 'c')).ok).toBe(true);
  });

  test('with an entry of too many levels gives the others', () => {
    const nested = JSON.parse(`${'['.repeat(300)}${']'.repeat(300)}`);
    const list = readJsonFile(JSON.stringify([{ title: 'A' }, { nested }]));
    expect(list.ok && list.value).toMatchObject({
      entries: [{ place: 1 }],
      refused: [{ place: 2, error: { code: 'too-deep', params: { limit: 200 } } }],
    });
  });

  test('mutated anywhere is read or refused, never thrown at (10,000 files)', () => {
    const text = JSON.stringify([file, ownRecords[0]]);
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.string({ maxLength: 3 }), fc.nat(5), (at, insert, cut) => {
        const read = readJsonFile(text.slice(0, at) + insert + text.slice(at + cut));
        if (!read.ok) return;
        for (const { entry } of read.value.entries) {
          const template = newest[entry.kind as keyof typeof newest] ?? newest.pledge;
          if (entry.what === 'document') draftOfDocument(entry, Object.values(newest), template, reader, 'f');
          else draftOfRecord(entry.content, template, reader, 'f');
        }
      }),
      { numRuns: 10_000 },
    );
  });
});
