import { describe, expect, it, test } from 'vitest';
import type { FieldMap } from '#shared/domain/field-value.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { Template } from '#shared/domain/template.ts';
import { testTemplate, testVocabulary } from '#shared/domain/test-template.ts';
import { validate } from '#shared/domain/validate.ts';
import type { Fix } from './fix.ts';
import { fixFor } from './fix-for.ts';

const template: Template = {
  ...testTemplate,
  rules: [
    ...testTemplate.rules,
    { id: 'stray-spaces', params: {}, severity: 'hint', source: 'assumed' },
    {
      id: 'no-repeats',
      params: { fields: ['organizations/acronym', 'participants/actor'] },
      severity: 'warning',
      source: 'assumed',
    },
  ],
};

const complete: FieldMap = {
  title: 'Shelters',
  gender: 2,
  genderReason: 'because',
  description: 'a dozen words',
};
const found = (values: FieldMap): readonly Finding[] =>
  validate(template, { ...complete, ...values }, testVocabulary);
/** What the fixes of all findings make of a document. */
const fixed = (values: FieldMap): FieldMap => {
  const whole = { ...complete, ...values };
  const edits = found(values).flatMap((finding) => fixFor(finding, whole, template)?.edits ?? []);
  const next: Record<string, unknown> = { ...whole };
  for (const { path, value } of edits) {
    if (value === undefined) delete next[path];
    else next[path] = value;
  }
  return next as FieldMap;
};
const first = '00000000AA';
const second = '00000000BB';

describe.each<readonly [string, FieldMap, FieldMap]>([
  ['years the wrong way round', { years: { from: 2024, to: 2020 } }, { years: { from: 2020, to: 2024 } }],
  [
    'dates the wrong way round',
    { start: '2027-03-01', end: '2027-02-01' },
    { start: '2027-02-01', end: '2027-03-01' },
  ],
  ['blanks before and within', { title: '  Night   shelters ' }, { title: 'Night shelters' }],
  ['an address with what a mail program adds', { email: 'mailto: a@b.org;' }, { email: 'a@b.org' }],
])('%s', (_name, before, after) => {
  it('are mended, and then nothing is found', () => {
    expect(found(before)).not.toEqual([]);
    expect(fixed(before)).toEqual({ ...complete, ...after });
    expect(found(after)).toEqual([]);
  });
});

describe('a participant that is in the list twice', () => {
  const twice = (fields: FieldMap): FieldMap => ({
    type: 'common',
    [`participants/${first}`]: true,
    [`participants/${first}/pos`]: 'a',
    [`participants/${first}/actor`]: 'Ministry of Health',
    [`participants/${second}`]: true,
    [`participants/${second}/pos`]: 'b',
    [`participants/${second}/actor`]: 'ministry of health',
    ...fields,
  });
  const fixOf = (values: FieldMap): Fix | null | undefined =>
    found(values)
      .filter(({ code }) => code === 'repeated-item')
      .map((finding) => fixFor(finding, { ...complete, ...values }, template))[0];

  it('is taken out where it says nothing more', () => {
    expect(fixOf(twice({}))).toEqual({
      code: 'remove-repeat',
      params: { name: 'ministry of health' },
      edits: [
        { path: `participants/${second}`, value: undefined },
        { path: `participants/${second}/pos`, value: undefined },
        { path: `participants/${second}/actor`, value: undefined },
      ],
    });
  });

  it('stays where a word would be lost', () => {
    expect(fixOf(twice({ [`participants/${second}/email`]: 'a@b.org' }))).toBeNull();
  });

  it('stays where amounts of a budget stand under it', () => {
    expect(fixOf(twice({ [`budget/00000000CC/amount/${second}`]: 5 }))).toBeNull();
  });
});

test.each<readonly [string, FieldMap]>([
  ['an empty field', { title: '' }],
  ['too many words', { description: 'x'.repeat(21) }],
  ['four objectives', { objectives: ['1', '2', '3', '4'] }],
  ['an address that is none', { email: 'mailto:nobody' }],
  ['a code that no list has', { type: 'other' }],
])('of %s the person decides', (_name, values) => {
  const findings = found(values);
  expect(findings).not.toEqual([]);
  expect(findings.map((finding) => fixFor(finding, { ...complete, ...values }, template))).toEqual(
    findings.map(() => null),
  );
});

test('a place that a field says is empty is not said to be so by a rule as well', () => {
  const rules: Template['rules'] = [
    { id: 'all-markers', params: { fields: ['gender'] }, severity: 'error', source: 'official' },
  ];
  const codes = validate({ ...testTemplate, rules }, { title: 'x' }, testVocabulary).map(({ code }) => code);
  expect(codes).toEqual(['required']);
});
