import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Localized } from '#shared/domain/template.ts';
import type { Term, Vocabulary } from '#shared/domain/vocabulary.ts';
import { matchTerms } from './term-match.ts';

const terms: readonly Term[] = [
  { code: '4', name: { en: 'Ensure proof of legal identity' }, short: { en: 'Legal identity' } },
  { code: '14', name: { en: 'Enhance consular protection' } },
  { code: 'CI', name: { en: 'Côte d’Ivoire' } },
  { code: 'CN', name: { en: 'China', zh: '中国' } },
  { code: '10.7', name: { en: 'Facilitate orderly migration' } },
];
const english = (text: Localized) => text.en;
const codes = (query: string) => matchTerms(terms, query, english).map(({ term }) => term.code);

test('an empty query answers everything in the order of the list', () => {
  expect(codes('  ')).toEqual(['4', '14', 'CI', 'CN', '10.7']);
});

test('a number finds its code before the codes that begin with it', () => {
  expect(codes('1')).toEqual(['14', '10.7']);
  expect(codes('14')).toEqual(['14']);
});

test('every word must begin a word', () => {
  expect(codes('legal proof')).toEqual(['4']);
  expect(codes('egal')).toEqual([]);
});

test('accents do not matter, and the underline lies on the text as written', () => {
  expect(matchTerms(terms, 'cote', english)).toEqual([
    { term: terms[2], short: null, name: 'Côte d’Ivoire', shortSpans: [], nameSpans: [[0, 4]] },
  ]);
});

test('a code of letters is found whole', () => {
  expect(codes('cn')).toEqual(['CN']);
});

test('scripts without spaces match anywhere', () => {
  expect(matchTerms(terms, '国', (text) => text.zh ?? text.en).map(({ term }) => term.code)).toEqual(['CN']);
});

const { countries } = JSON.parse(
  readFileSync(new URL('../../../../../resources/vocabulary/vocabulary.json', import.meta.url), 'utf8'),
) as Vocabulary;
const found = (query: string, language: keyof Localized = 'en') =>
  matchTerms(countries, query, (text) => text[language] ?? text.en).map(({ term }) => term.code);

test.each([
  ["Cote d'Ivoire", 'CI'],
  ['Côte d’Ivoire', 'CI'],
  ["Lao People's", 'LA'],
  ['South Korea', 'KR'],
  ['North Korea', 'KP'],
  ['Turkey', 'TR'],
  ['Ivory Coast', 'CI'],
  ['Laos', 'LA'],
  ['Vietnam', 'VN'],
  ['Czech Republic', 'CZ'],
  ['USA', 'US'],
  ['UK', 'GB'],
  ['DRC', 'CD'],
  ['uae', 'AE'],
  ['Cape Verde', 'CV'],
  ['The Gambia', 'GM'],
  ['Vatican', 'VA'],
])('a country is found first by what people call it: %s', (query, code) => {
  expect(found(query)[0]).toBe(code);
});

test.each([
  ['Corea del Sur', 'KR'],
  ['Costa de Marfil', 'CI'],
  ['EEUU', 'US'],
  ['EE.UU.', 'US'],
  ['EE. UU.', 'US'],
  ['RDC', 'CD'],
  ['Turquía', 'TR'],
  ['Bielorrusia', 'BY'],
  ['República Checa', 'CZ'],
  ['Holanda', 'NL'],
])('and in Spanish: %s', (query, code) => {
  expect(found(query, 'es')[0]).toBe(code);
});

test('an alias leads to the name and is not shown: nothing of it is underlined, and a code goes before it', () => {
  expect(matchTerms(countries, 'uk', english)[0]).toMatchObject({
    name: 'United Kingdom of Great Britain and Northern Ireland',
    nameSpans: [],
  });
  expect(found('uk')).toContain('UA');
  expect(found('ru')[0]).toBe('RU');
});
