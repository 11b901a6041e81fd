import { readFileSync } from 'node:fs';
import { createIntl } from 'react-intl';
import { expect, test } from 'vitest';
import type { FieldMap } from '#shared/domain/field-value.ts';
import { templateSchema } from '#shared/domain/template.ts';
import { vocabularySchema } from '#shared/domain/vocabulary.ts';
import english from '#shared/messages/en/finding.json';
import spanish from '#shared/messages/es/finding.json';
import { findingPlace } from './finding-place.ts';

const resource = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../resources/${file}`, import.meta.url), 'utf8'));
const template = templateSchema.parse(resource('templates/concept-note@1.json'));
const vocabulary = vocabularySchema.parse(resource('vocabulary/vocabulary.json'));

const values: FieldMap = {
  'outcomes/AAAAAAAAAA': true,
  'outcomes/AAAAAAAAAA/outputs/BBBBBBBBBB': true,
  'outcomes/AAAAAAAAAA/outputs/BBBBBBBBBB/pos': 'b',
  'outcomes/AAAAAAAAAA/outputs/CCCCCCCCCC': true,
  'outcomes/AAAAAAAAAA/outputs/CCCCCCCCCC/pos': 'a',
  'outcomes/AAAAAAAAAA/outputs/BBBBBBBBBB/indicators/DDDDDDDDDD': true,
  'organizations/EEEEEEEEEE': true,
  'organizations/EEEEEEEEEE/acronym': 'IOM',
  'organizations/FFFFFFFFFF': true,
  'budget/GGGGGGGGGG': true,
  'budget/GGGGGGGGGG/category': '5',
};
const place = (path: string, locale: 'en' | 'es' = 'en') =>
  findingPlace(
    createIntl({ locale, messages: locale === 'en' ? english : spanish }),
    { template, vocabulary, values },
    path,
  );

test('a field of the form is named by its label', () => {
  expect(place('conveningOrganization')).toBe('Convening organization');
});

test('a field inside items is named with the number of every item around it, in the order of the list', () => {
  expect(place('outcomes/AAAAAAAAAA/outputs/BBBBBBBBBB/indicators/DDDDDDDDDD/baseline')).toBe(
    'Results framework › Outcome 1 › Output 2 › Indicator 1: Baseline',
  );
  expect(place('outcomes/AAAAAAAAAA/outputs/CCCCCCCCCC/statement')).toBe(
    'Results framework › Outcome 1 › Output 1: Output',
  );
});

test('a list inside an item and an item alone have names as well', () => {
  expect(place('outcomes/AAAAAAAAAA/indicators')).toBe('Results framework › Outcome 1: Indicators');
  expect(place('organizations/FFFFFFFFFF')).toBe('Participating UN organizations › Organization 2');
});

test('the justification of a marker is not the marker', () => {
  expect(place('humanRightsMarker')).toBe('Human rights marker');
  expect(place('humanRightsMarkerReason')).toBe('Human rights marker: justification');
});

test('a cell of the budget is named by its row and its column', () => {
  expect(place('budget/GGGGGGGGGG/amount/EEEEEEEEEE')).toBe(
    'Budget by category and organization: Travel, IOM',
  );
  expect(place('budget/GGGGGGGGGG/amount/FFFFFFFFFF')).toBe(
    'Budget by category and organization: Travel, Organization 2',
  );
});

test('a place is named in the language of the screens', () => {
  expect(place('organizations/FFFFFFFFFF/acronym', 'es')).toMatch(/^Organizaciones .+ › Organización 2: /);
});

test('a place that the form does not have has no name', () => {
  expect(place('nowhere')).toBe('');
});
