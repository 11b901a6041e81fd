import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { carriedVocabulary, sampleDocument, sampleNames } from '#tests/support/samples.ts';
import { budgetPeriods } from './budget-periods.ts';
import { iatiFile } from './iati.ts';
import { equalShares } from './recipients.ts';

type Node = {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: Node[];
  readonly text: string;
};

/** The parsed file with the order of its elements. */
const parsed = (xml: string): Node => {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    parseAttributeValue: false,
  });
  const nodes = (raw: readonly Record<string, unknown>[]): Node[] =>
    raw.flatMap((one) => {
      const name = Object.keys(one).find((key) => key !== ':@' && key !== '#text');
      if (name === undefined || name.startsWith('?')) return [];
      const inner = one[name] as readonly Record<string, unknown>[];
      return [
        {
          name,
          attributes: (one[':@'] ?? {}) as Record<string, string>,
          children: nodes(inner),
          text: inner.map((child) => child['#text'] ?? '').join(''),
        },
      ];
    });
  const [root] = nodes(parser.parse(xml) as Record<string, unknown>[]);
  if (root === undefined) throw new Error('no root');
  return root;
};

/**
 * Structure of the standard as far as it is written here: the children of each element in the order of the sequences
 * of iati-activities-schema.xsd 2.03 (`+` at least one, `!` exactly one, `?` at most one), and the attributes that it requires.
 */
const structure: Readonly<
  Record<string, { readonly children: readonly string[]; readonly required: readonly string[] }>
> = {
  'iati-activities': { children: ['iati-activity+'], required: ['version'] },
  'iati-activity': {
    children: [
      'iati-identifier!',
      'reporting-org!',
      'title!',
      'description+',
      'participating-org+',
      'other-identifier',
      'activity-status!',
      'activity-date+',
      'contact-info',
      'activity-scope?',
      'recipient-country',
      'recipient-region',
      'location',
      'sector',
      'tag',
      'country-budget-items?',
      'humanitarian-scope',
      'policy-marker',
      'collaboration-type?',
      'default-flow-type?',
      'default-finance-type?',
      'default-aid-type',
      'default-tied-status?',
      'budget',
      'planned-disbursement',
      'capital-spend?',
      'transaction',
      'document-link',
      'related-activity',
      'legacy-data',
      'conditions?',
      'result',
      'crs-add?',
      'fss?',
    ],
    required: [],
  },
  'reporting-org': { children: ['narrative+'], required: ['ref', 'type'] },
  title: { children: ['narrative+'], required: [] },
  description: { children: ['narrative+'], required: [] },
  'participating-org': { children: ['narrative'], required: ['role'] },
  'activity-status': { children: [], required: ['code'] },
  'activity-date': { children: ['narrative'], required: ['type', 'iso-date'] },
  'contact-info': {
    children: [
      'organisation?',
      'department?',
      'person-name?',
      'job-title?',
      'telephone',
      'email',
      'website',
      'mailing-address',
    ],
    required: [],
  },
  'activity-scope': { children: [], required: ['code'] },
  'recipient-country': { children: ['narrative'], required: ['code'] },
  'recipient-region': { children: ['narrative'], required: ['code'] },
  sector: { children: ['narrative'], required: ['code'] },
  tag: { children: ['narrative'], required: ['code', 'vocabulary'] },
  'policy-marker': { children: ['narrative'], required: ['code'] },
  budget: { children: ['period-start!', 'period-end!', 'value!'], required: [] },
  'period-start': { children: [], required: ['iso-date'] },
  'period-end': { children: [], required: ['iso-date'] },
  value: { children: [], required: ['value-date'] },
  result: {
    children: ['title!', 'description?', 'document-link', 'reference', 'indicator+'],
    required: ['type'],
  },
  indicator: {
    children: ['title!', 'description?', 'document-link', 'reference', 'baseline', 'period'],
    required: ['measure'],
  },
  baseline: { children: ['location', 'dimension', 'document-link', 'comment?'], required: ['year'] },
  period: { children: ['period-start!', 'period-end!', 'target', 'actual'], required: [] },
  target: { children: ['location', 'dimension', 'document-link', 'comment?'], required: [] },
  comment: { children: ['narrative+'], required: [] },
};

const faults = (node: Node): readonly string[] => {
  const { children, required } = structure[node.name] ?? { children: [], required: [] };
  const order = children.map((child) => child.replace(/[+!?]$/, ''));
  const places = node.children.map(({ name }) => order.indexOf(name));
  const known = node.name in structure || ['organisation', 'person-name'].includes(node.name) ? places : [];
  return [
    ...(known.includes(-1) && node.name in structure ? [`${node.name} holds what it may not`] : []),
    ...(node.name in structure && places.some((place, index) => place < (places[index - 1] ?? 0))
      ? [`${node.name}: order`]
      : []),
    ...children.flatMap((child) => {
      const count = node.children.filter(({ name }) => name === child.replace(/[+!?]$/, '')).length;
      const isWrong = (/[+!]$/.test(child) && count === 0) || (/[!?]$/.test(child) && count > 1);
      return isWrong ? [`${node.name}: ${count} of ${child}`] : [];
    }),
    ...required.filter((name) => !node.attributes[name]).map((name) => `${node.name} lacks ${name}`),
    ...node.children.flatMap(faults),
  ];
};

const options = {
  id: '019a0000-0000-7000-8000-000000000001',
  language: 'es',
  generatedAt: '2026-11-26T10:00:00Z',
  withContacts: false,
} as const;
const of = (root: Node, name: string) => root.children[0]?.children.filter((one) => one.name === name) ?? [];
const notes = sampleNames.filter((name) => name.startsWith('concept-note'));

describe('iatiFile', () => {
  it.each(notes)('writes %s in the order and with the attributes of the schema', (name) => {
    const { fields, language } = sampleDocument(name);
    const { xml } = iatiFile(fields, carriedVocabulary, { ...options, language, withContacts: true });
    expect(XMLValidator.validate(xml)).toBe(true);
    const root = parsed(xml);
    expect(faults(root)).toEqual([]);
    const shares = [...of(root, 'recipient-country'), ...of(root, 'recipient-region')].map(({ attributes }) =>
      Math.round(Number(attributes.percentage) * 100),
    );
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(10_000);
  });

  it('writes an empty concept note in the same structure, and says what it had to assume', () => {
    const { xml, remarks } = iatiFile({}, carriedVocabulary, options);
    expect(faults(parsed(xml))).toEqual([]);
    expect(remarks).toEqual([
      'organization-without-identifier',
      'title-stands-for-description',
      'start-assumed',
      'no-budget',
    ]);
  });

  it('gives the budget of each year, which add up to the total of the note', () => {
    const { xml, remarks } = iatiFile(
      sampleDocument('concept-note-cuenca-lago-es').fields,
      carriedVocabulary,
      options,
    );
    const root = parsed(xml);
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
