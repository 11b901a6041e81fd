import { describe, expect, it, test } from 'vitest';
import type { FieldMap } from '#shared/domain/field-value.ts';
import { reading } from './test-reading.ts';
import { unspelledAcronyms } from './unspelled-acronyms.ts';

const found = (values: FieldMap) => unspelledAcronyms(values, { known: ['UN', 'SDGs'] }, reading(values));
const terms = (description: string, values: FieldMap = {}) =>
  found({ description, ...values }).map(({ params }) => params.term);

describe('an acronym that is not spelled out', () => {
  it.each([
    ['With ILO and IOM', ['ILO', 'IOM']],
    ['Ends with AA. And more', ['AA']],
    ['The NGOs agree', ['NGO']],
    ['G20 and C40GROUP', ['C40GROUP']],
    ['С МОТ и другими', ['МОТ']],
    ['与IOM合作', []],
    ['与 IOM 合作', ['IOM']],
    ['(ILO) alone in brackets', ['ILO']],
    ['ILO (2024) said', ['ILO']],
    ['ILO first, then the International Labour Organization (ILO)', ['ILO']],
  ])('%s', (text, expected) => {
    expect(terms(text)).toEqual(expected);
  });
});

describe('an acronym that is', () => {
  it.each([
    'International Labour Organization (ILO), and later ILO again',
    'ILO (International Labour Organization) is here',
    'Organización Internacional para las Migraciones (OIM, por sus siglas)',
    '国际移民组织（IOM）',
    'المنظمة الدولية للهجرة (IOM)',
    'The UN and its SDGs',
    'Part II, chapter XIV',
    'PLEDGE FOR SAFE MIGRATION',
    'Write to us@IOM.int or see https://x.org/ABC',
    'One A or B',
    'Con EE.UU. y EE. UU.',
    'Las FF. AA. y los RR.HH.',
  ])('%s', (text) => {
    expect(terms(text)).toEqual([]);
  });
});

test('what stands earlier in the form counts, what stands later does not', () => {
  const spelled = 'International Labour Organization (ILO)';
  expect(found({ title: spelled, description: 'ILO' })).toEqual([]);
  expect(found({ title: 'ILO', description: spelled })).toEqual([
    { path: 'title', code: 'unspelled-acronym', params: { term: 'ILO', start: 0, length: 3 } },
  ]);
});

test('what the list of organizations gives counts wherever it stands', () => {
  const organization = '00000000AA';
  const values = {
    [`organizations/${organization}`]: true,
    [`organizations/${organization}/acronym`]: 'UNICEF',
  };
  expect(terms('With UNICEF', values)).toEqual([]);
  expect(terms('With UNFPA', values)).toEqual(['UNFPA']);
});
