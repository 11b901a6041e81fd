import { expect, test } from 'vitest';
import type { Localized } from '#shared/domain/template.ts';
import type { Term } from '#shared/domain/vocabulary.ts';
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
