import { expect, test } from 'vitest';
import type { Term } from '#shared/domain/vocabulary.ts';
import { pickerAnswers } from './picker-answers.ts';

const terms: readonly Term[] = [
  { code: '8', name: { en: 'Save lives' } },
  { code: '8.1', name: { en: 'Growth' } },
  { code: '9', name: { en: 'Lives of workers' } },
];
const answers = (chosen: readonly string[], query: string) =>
  pickerAnswers(terms, chosen, query, (text) => text.en).map(({ term, isTaken }) =>
    isTaken ? `${term.code} chosen` : term.code,
  );

test('without a query the list offers what is not chosen yet', () => {
  expect(answers(['8'], '')).toEqual(['8.1', '9']);
});

test('the number of a chosen term finds it, before others that begin with it', () => {
  expect(answers(['8'], '8')).toEqual(['8 chosen', '8.1']);
  expect(answers([], '8')).toEqual(['8', '8.1']);
});

test('a word offers what can be chosen before what is chosen', () => {
  expect(answers(['8'], 'lives')).toEqual(['9', '8 chosen']);
});
