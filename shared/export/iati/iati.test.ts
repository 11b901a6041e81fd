import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import type { FieldMap, FieldValue } from '#shared/domain/field-value.ts';
import { type IatiNode, iatiFaults, parsedIati } from '#tests/support/iati-structure.ts';
import { carriedVocabulary, sampleDocument, sampleNames } from '#tests/support/samples.ts';
import { budgetPeriods } from './budget-periods.ts';
import { iatiFile } from './iati.ts';
import { equalShares, recipients } from './recipients.ts';

const options = {
  id: '019a0000-0000-7000-8000-000000000001',
  language: 'es',
  generatedAt: '2026-11-26T10:00:00Z',
  withContacts: false,
} as const;
const of = (root: IatiNode, name: string) =>
  root.children[0]?.children.filter((one) => one.name === name) ?? [];
const emptyNarratives = (node: IatiNode): number =>
  node.children.reduce(
    (sum, child) => sum + emptyNarratives(child),
    node.name === 'narrative' && (node.text ?? '').trim() === '' ? 1 : 0,
  );
const notes = sampleNames.filter((name) => name.startsWith('concept-note'));

describe('iatiFile', () => {
  it.each(notes)('writes %s in the order and with the attributes of the schema', (name) => {
    const { fields, language } = sampleDocument(name);
    const { xml } = iatiFile(fields, carriedVocabulary, { ...options, language, withContacts: true });
    expect(XMLValidator.validate(xml)).toBe(true);
    const root = parsedIati(xml);
    expect(iatiFaults(root)).toEqual([]);
    const shares = [...of(root, 'recipient-country'), ...of(root, 'recipient-region')].map(({ attributes }) =>
      Math.round(Number(attributes.percentage) * 100),
    );
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(10_000);
  });

  it('writes an empty concept note in the same structure, and says what it had to assume', () => {
    const { xml, remarks } = iatiFile({}, carriedVocabulary, options);
    expect(iatiFaults(parsedIati(xml))).toEqual([]);
    expect(remarks).toEqual([
      'organization-without-identifier',
      'title-stands-for-description',
      'start-assumed',
      'no-budget',
    ]);
  });

  it('says that a currency and a duration that nobody chose are its own words', () => {
    const { fields } = sampleDocument('concept-note-cuenca-lago-es');
    const { currency: _, durationMonths: __, ...values } = fields;
    const { xml, remarks } = iatiFile(values, carriedVocabulary, options);
    expect(remarks).toEqual(['currency-assumed', 'regions-left-out', 'duration-assumed']);
    expect(xml).not.toContain('default-currency');
    expect(of(parsedIati(xml), 'budget').map(({ children }) => children[2]?.attributes.currency)).toEqual([
      'USD',
    ]);
  });

  it('gives the budget of each year, which add up to the total of the note', () => {
    const { xml, remarks } = iatiFile(
      sampleDocument('concept-note-cuenca-lago-es').fields,
      carriedVocabulary,
      options,
    );
    const root = parsedIati(xml);
    expect(of(root, 'iati-identifier')[0]?.text).toBe(`XM-DAC-47066-${options.id}`);
    expect(
      of(root, 'budget').map(({ children }) =>
        children.map((child) => child.attributes['iso-date'] ?? child.text),
      ),
    ).toEqual([
      ['2027-09-01', '2028-08-31', '1007769.87'],
      ['2028-09-01', '2029-08-31', '1007769.88'],
    ]);
    expect(
      of(root, 'policy-marker').map(({ attributes }) => [
        attributes.vocabulary,
        attributes.code,
        attributes.significance,
      ]),
    ).toEqual([
      ['1', '1', '1'],
      ['99', 'human-rights', undefined],
      ['99', 'gender', undefined],
      ['99', 'child-sensitivity', undefined],
    ]);
    expect(remarks).toEqual(['regions-left-out']);
  });

  it('names no contact unless asked for', () => {
    const { fields } = sampleDocument('concept-note-cuenca-lago-es');
    expect(iatiFile(fields, carriedVocabulary, options).xml).not.toContain('oim@un.example.org');
    expect(iatiFile(fields, carriedVocabulary, { ...options, withContacts: true }).xml).toContain(
      'oim@un.example.org',
    );
  });

  it.each([
    ['<value ', '<valeur '],
    ['iso-date="2027-09-01"', 'iso-date="1.9.2027"'],
    ['1007769.87', '1e+41'],
    ['measure="5"', 'measure="6"'],
    ['year="2027"', 'year="0"'],
    ['version="2.03"', ''],
    ['<target>', '<target iso-date="2027-09-01">'],
    ['<target>', '<target><document-link/></target><target><document-link/>'],
    ['<activity-status', '<tag vocabulary="2" code="10"/><activity-status'],
    ['<indicator measure="5">', '<indicator measure="5">text'],
    [' role="1"', ''],
    [' type="1" status="1"', ' type="1" status="1" share="1"'],
  ])('the check of these tests sees %s become %s', (right, wrong) => {
    const { fields } = sampleDocument('concept-note-cuenca-lago-es');
    const { xml } = iatiFile(fields, carriedVocabulary, options);
    expect(xml).toContain(right);
    expect(iatiFaults(parsedIati(xml.replace(right, wrong)))).not.toEqual([]);
  });

  it('keeps to the standard whatever was written and whatever is missing', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom('', ' ', '\u0000', '1900-01', '2200-12', '2027-13', 'XOF', 'CLF', 'zz'),
      fc.constantFrom<FieldValue>([], [''], ['001'], ['001', 'BO'], ['BO', 'PE'], ['zz']),
      fc.oneof(fc.double(), fc.integer(), fc.boolean()),
    );
    const common = [
      'title',
      'startMonth',
      'durationMonths',
      'currency',
      'countries',
      'regions',
      'thematicArea',
    ];
    const note = fc.constantFrom(...notes).chain((name) => {
      const { fields, language } = sampleDocument(name);
      const paths = Object.keys(fields);
      const changes = fc.dictionary(fc.constantFrom(...common, ...paths), anything, { maxKeys: 20 });
      return fc
        .tuple(fc.subarray(paths, { minLength: paths.length >> 1 }), changes)
        .map(([kept, changed]) => ({
          language,
          values: { ...Object.fromEntries(kept.map((path) => [path, fields[path]])), ...changed } as FieldMap,
        }));
    });
    fc.assert(
      fc.property(note, fc.boolean(), ({ values, language }, withContacts) => {
        const { xml } = iatiFile(values, carriedVocabulary, { ...options, language, withContacts });
        const root = parsedIati(xml);
        expect(iatiFaults(root)).toEqual([]);
        expect(emptyNarratives(root)).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  it('stays well-formed whatever was written', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.string({ maxLength: 20 }),
        (title, convening) => {
          const { xml } = iatiFile(
            { title, conveningOrganization: convening, context: title },
            carriedVocabulary,
            options,
          );
          return XMLValidator.validate(xml) === true && !/[^\P{Cc}\t\n]/u.test(xml);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('shares and periods', () => {
  it('the whole world holds the regions named beside it, wherever it was chosen', () => {
    const world = recipients(['001'], ['002']);
    expect(recipients([], ['001', '002'])).toEqual(world);
    expect(world.leftOut).toBe(true);
  });

  it('shares add up to 100 and periods to the total', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 250 }),
        fc.integer({ min: 1, max: 10_000_000_000_000 }),
        fc.integer({ min: 1, max: 600 }),
        (count, total, months) => {
          const sum = equalShares(count).reduce((all, share) => all + Math.round(Number(share) * 100), 0);
          const parts = budgetPeriods(total, '2027-01-31', months);
          return sum === 10_000 && parts.reduce((all, { minor }) => all + minor, 0) === total;
        },
      ),
    );
  });
});
