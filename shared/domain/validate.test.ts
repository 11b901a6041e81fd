import { expect, test } from 'vitest';
import { completenessOf } from './completeness.ts';
import type { FieldMap } from './field-value.ts';
import { testTemplate, testVocabulary } from './test-template.ts';
import { validate } from './validate.ts';

const iom = '00000000AA';
const ilo = '00000000BB';
const complete: FieldMap = {
  title: 'Night shelters',
  description: 'a dozen words',
  gender: 2,
  genderReason: 'because',
};

const findings = (values: FieldMap) => validate(testTemplate, values, testVocabulary);
/** What changes on top of a document in order. */
const codes = (values: FieldMap) =>
  findings({ ...complete, ...values }).map(({ path, code }) => `${path}: ${code}`);

test('a complete document has no findings', () => {
  expect(findings(complete)).toEqual([]);
});

test('what is required and blank is said once, at its place, with its severity and source', () => {
  expect(findings({ title: '  ' })).toEqual([
    { path: 'title', code: 'required', severity: 'error', source: 'official', params: {} },
    { path: 'gender', code: 'required', severity: 'error', source: 'official', params: {} },
  ]);
});

test('limits count code points, and say the limit and the actual number', () => {
  expect(findings({ ...complete, description: '😀'.repeat(21) })).toEqual([
    {
      path: 'description',
      code: 'too-long',
      severity: 'error',
      source: 'official',
      params: { limit: 20, actual: 21 },
    },
  ]);
  expect(codes({ description: '😀'.repeat(20) })).toEqual([]);
  expect(codes({ description: 'short' })).toEqual(['description: too-short']);
});

test('a marker needs its justification', () => {
  expect(findings({ ...complete, genderReason: '' }).map((finding) => finding.path)).toEqual([
    'genderReason',
  ]);
});

test('a group is asked for only while its condition holds, and its items are checked', () => {
  expect(codes({ type: 'individual' })).toEqual([]);
  expect(codes({ type: 'common' })).toEqual(['participants: required']);
  expect(codes({ type: 'common', [`participants/${iom}`]: true })).toEqual([
    `participants/${iom}/actor: required`,
  ]);
});

test.each([
  ['2027-02-30', ['start: not-a-date']],
  ['2028-02-29', []],
  ['2027-2-3', ['start: not-a-date']],
  ['0000-01-01', ['start: not-a-date']],
])('the date %s is judged by the calendar', (start, expected) => {
  expect(codes({ start })).toEqual(expected);
});

test.each<readonly [string, FieldMap, readonly string[]]>([
  ['an address without a domain', { email: 'amina@' }, ['email: not-an-email']],
  ['an address', { email: 'amina@mision.example' }, []],
  ['a code that the list has not', { objectives: ['99'] }, ['objectives: not-an-option']],
  ['an option that the form has not', { type: 'other' }, ['type: not-an-option']],
  ['a number where text belongs', { description: 3 }, ['description: wrong-kind']],
  ['years the wrong way round', { years: { from: 2024, to: 2020 } }, ['years: years-reversed']],
  ['an end before its start', { start: '2027-03-01', end: '2027-02-01' }, ['end: ends-before-start']],
  ['four main objectives', { objectives: ['1', '2', '3', '4'] }, ['objectives: more-than-main-objectives']],
  ['a practice of 2018', { years: { from: 2018, to: 'present' } }, ['years: began-before']],
  ['a practice of 2019', { years: { from: 2019, to: 'present' } }, []],
  ['one organization', { [`organizations/${iom}`]: true }, ['organizations: fewer-organizations']],
  ['a field of another version', { formerField: 'kept' }, ['formerField: no-longer-asked']],
  [
    'a negative amount',
    { [`budget/${iom}/amount/${iom}`]: -1 },
    [`budget/${iom}/amount/${iom}: below-minimum`],
  ],
])('%s', (_, values, expected) => {
  expect(codes(values)).toEqual(expected);
});

test('indirect costs of one cent above 7%, rounded half up, are reported for that organization', () => {
  const budget = (indirect: number): FieldMap => ({
    ...complete,
    [`organizations/${iom}`]: true,
    [`organizations/${iom}/acronym`]: 'IOM',
    [`organizations/${ilo}`]: true,
    'budget/0000000001': true,
    'budget/0000000001/category': '1',
    [`budget/0000000001/amount/${iom}`]: 317_757_009,
    'budget/0000000008': true,
    'budget/0000000008/category': 'indirect',
    [`budget/0000000008/amount/${iom}`]: indirect,
  });
  expect(findings(budget(22_242_991))).toEqual([]);
  expect(findings(budget(22_242_992))).toMatchObject([
    {
      path: `budget/0000000008/amount/${iom}`,
      code: 'indirect-cost-rate',
      params: { organization: 'IOM', allowed: 22_242_991 },
    },
  ]);
});

test('a rule that this version does not know is a hint, never an error', () => {
  const template = {
    ...testTemplate,
    rules: [{ id: 'from-tomorrow', params: {}, severity: 'error', source: 'official' } as const],
  };
  expect(validate(template, complete, testVocabulary)).toEqual([
    {
      path: '',
      code: 'unknown-rule',
      severity: 'hint',
      source: 'official',
      params: { rule: 'from-tomorrow' },
    },
  ]);
});

test('completeness counts what is asked now, and marks each section', () => {
  const values = { title: 'Night shelters', description: 'short' };
  const { sections, asked, answered } = completenessOf(testTemplate, values, findings(values));
  expect({ asked, answered }).toEqual({ asked: 12, answered: 2 });
  expect(sections.map(({ section, mark }) => [section, mark])).toEqual([
    ['who', 'begun'],
    ['what', 'errors'],
  ]);
});
