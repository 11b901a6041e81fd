import { expect, test } from 'vitest';
import { paramsOfRule } from '../rules/run-rules.ts';
import { checkRules } from './check-rules.ts';

const name = { id: 'name', kind: 'shortText' };

/** One field for each thing that a rule can read. */
const fields = [
  { id: 'title', kind: 'shortText' },
  { id: 'description', kind: 'longText' },
  { id: 'size', kind: 'integer' },
  { id: 'isMirror', kind: 'yesNo' },
  { id: 'objectives', kind: 'objectives' },
  { id: 'countries', kind: 'countries' },
  { id: 'country', kind: 'country' },
  { id: 'start', kind: 'date' },
  { id: 'end', kind: 'month' },
  { id: 'years', kind: 'yearRange' },
  { id: 'currency', kind: 'currency' },
  { id: 'amount', kind: 'money' },
  { id: 'gender', kind: 'marker' },
  { id: 'budget', kind: 'budget' },
  { id: 'type', kind: 'choice', options: [{ value: 'alone' }, { value: 'common' }] },
  { id: 'organizations', kind: 'organizations', fields: [name, { id: 'type', kind: 'choice' }] },
  {
    id: 'coordinators',
    kind: 'people',
    fields: [name, { id: 'country', kind: 'country' }, { id: 'state', kind: 'choice' }],
  },
  { id: 'steps', kind: 'group', fields: [{ id: 'what', kind: 'longText' }] },
];

const saidOf = (id: string, params: object) =>
  checkRules([{ id, params, severity: 'hint', source: 'official' }], fields).map(
    ({ code, params: said }) => [code, said.what, said.value, said.kind ?? said.part ?? ''] as const,
  );

const coordinators = {
  countries: 'countries',
  question: 'isMirror',
  field: 'coordinators',
  without: 'countries',
  route: 'description',
};
const recorder = { recorder: 'title', type: 'type', joint: ['common'], field: 'organizations' };

/** A rule, what it can read, and one thing at a time that it cannot: which parameter, and what is said. */
test.each<[string, object, readonly (readonly [object, readonly string[]])[]]>([
  [
    'main-objectives',
    { field: 'objectives' },
    [[{ field: 'title' }, ['unfit-field', 'field', 'title', 'shortText']]],
  ],
  [
    'began-after',
    { field: 'years', from: '2018-12' },
    [
      [{ field: 'start' }, ['unfit-field', 'field', 'start', 'date']],
      [{ from: 'December 2018' }, ['not-a-month', 'from', 'December 2018', '']],
      [{ from: '2018-13' }, ['not-a-month', 'from', '2018-13', '']],
    ],
  ],
  [
    'at-least-two-organizations',
    { field: 'organizations' },
    [[{ field: 'countries' }, ['unfit-field', 'field', 'countries', 'countries']]],
  ],
  [
    'indirect-cost-rate',
    { field: 'budget' },
    [
      [{ field: 'amount' }, ['unfit-field', 'field', 'amount', 'money']],
      [{ organizations: 'countries' }, ['unfit-field', 'organizations', 'countries', 'countries']],
    ],
  ],
  [
    'end-after-start',
    { start: 'start', end: 'end' },
    [[{ end: 'years' }, ['unfit-field', 'end', 'years', 'yearRange']]],
  ],
  [
    'six-weeks-before-meeting',
    { field: 'start', zone: 'Africa/Dakar' },
    [
      [{ field: 'end' }, ['unfit-field', 'field', 'end', 'month']],
      [{ zone: 'Geneva' }, ['not-a-zone', 'zone', 'Geneva', '']],
    ],
  ],
  [
    'submitted-by-resident-coordinator',
    coordinators,
    [
      [{ countries: 'country' }, ['unfit-field', 'countries', 'country', 'country']],
      [{ question: 'type' }, ['unfit-field', 'question', 'type', 'choice']],
      [{ field: 'steps' }, ['no-sub-field', 'field', 'steps', 'country']],
    ],
  ],
  [
    'budget-sums',
    { field: 'budget', currency: 'currency', stated: 'amount' },
    [
      [{ currency: 'amount' }, ['unfit-field', 'currency', 'amount', 'money']],
      [{ stated: 'size' }, ['unfit-field', 'stated', 'size', 'integer']],
    ],
  ],
  [
    'all-markers',
    { fields: ['gender'] },
    [[{ fields: ['gender', 'size'] }, ['unfit-field', 'fields', 'size', 'integer']]],
  ],
  [
    'government-and-stakeholders',
    { government: 'organizations', stakeholders: 'organizations' },
    [
      [{ government: 'steps' }, ['no-sub-field', 'government', 'steps', 'name']],
      [{ stakeholders: 'coordinators' }, ['no-sub-field', 'stakeholders', 'coordinators', 'type']],
    ],
  ],
  [
    'one-recorder',
    recorder,
    [
      [{ recorder: 'organizations' }, ['unfit-field', 'recorder', 'organizations', 'organizations']],
      [{ joint: ['common', 'shared'] }, ['no-such-option', 'joint', 'shared', '']],
      [{ type: 'isMirror' }, ['unfit-field', 'type', 'isMirror', 'yesNo']],
      [{ field: 'steps' }, ['no-sub-field', 'field', 'steps', 'name']],
    ],
  ],
  [
    'no-repeats',
    { fields: ['organizations/name', 'steps/what'] },
    [[{ fields: ['organizations/type'] }, ['unfit-field', 'fields', 'organizations/type', 'choice']]],
  ],
  [
    'terminology',
    { about: 'refugees', unless: 'isMirror' },
    [[{ unless: 'type' }, ['unfit-field', 'unless', 'type', 'choice']]],
  ],
  [
    'unspelled-acronyms',
    { except: ['title', 'what'] },
    [[{ except: ['start'] }, ['unfit-field', 'except', 'start', 'date']]],
  ],
  [
    'not-measurable',
    { fields: ['description', 'amount', 'size'] },
    [[{ fields: ['start'] }, ['unfit-field', 'fields', 'start', 'date']]],
  ],
  [
    'not-time-bound',
    { texts: ['description'], dates: ['start', 'end', 'years'] },
    [
      [{ texts: ['amount'] }, ['unfit-field', 'texts', 'amount', 'money']],
      [{ dates: ['description'] }, ['unfit-field', 'dates', 'description', 'longText']],
    ],
  ],
])('%s: a field that it can read passes, one that it cannot is named with its kind', (id, fit, unfit) => {
  expect(saidOf(id, fit)).toEqual([]);
  for (const [changed, said] of unfit) expect(saidOf(id, { ...fit, ...changed })).toContainEqual(said);
});

test('where one parameter is wrong, it alone is named', () => {
  expect(saidOf('six-weeks-before-meeting', { field: 'start', zone: 'Geneva' })).toHaveLength(1);
  expect(saidOf('one-recorder', { ...recorder, joint: ['shared'] })).toHaveLength(1);
});

test('of a kind that nobody knows the field itself is told, and not the rule', () => {
  const use = [{ id: 'main-objectives', params: { field: 'essay' }, severity: 'hint', source: 'official' }];
  expect(checkRules(use, [{ id: 'essay', kind: 'essay' }])).toEqual([]);
  expect(paramsOfRule('main-objectives')?.field?.kinds).not.toContain('essay');
});
