import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fractionDigits } from '#shared/domain/money.ts';
import { makeVocabulary } from './make-vocabulary.ts';

it('the committed vocabulary is what the script makes', () => {
  const file = new URL('../resources/vocabulary/vocabulary.json', import.meta.url);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(makeVocabulary());
});

it('amounts can be in any currency that people are paid in, the common ones first, each with the digits of ISO 4217', () => {
  const codes = makeVocabulary().currencies.map(({ code }) => code);
  expect(codes.slice(0, 4)).toEqual(['USD', 'EUR', 'CHF', 'GBP']);
  expect(codes).toEqual(
    expect.arrayContaining('VND NGN PKR GTQ HNL KWD BHD IQD UAH HTG SSP ZWG XCG'.split(' ')),
  );
  expect(new Set(codes).size).toBe(codes.length);
  const withDigits = (digits: number) => codes.filter((code) => fractionDigits(code) === digits).sort();
  expect(withDigits(0).join(' ')).toBe('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF');
  expect(withDigits(3).join(' ')).toBe('BHD IQD JOD KWD LYD OMR TND');
  expect(withDigits(0).length + withDigits(2).length + withDigits(3).length).toBe(codes.length);
});
