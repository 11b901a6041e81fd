import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Term } from '#shared/domain/vocabulary.ts';
import { answerGroups } from './answer-groups.ts';
import type { PickerAnswer } from './picker-answers.ts';

const termOf = (code: string, group?: string): Term => ({
  code,
  name: { en: `Name of ${code}` },
  ...(group !== undefined && { group }),
});
const answerOf = (term: Term): PickerAnswer => ({
  term,
  short: null,
  name: term.name.en,
  shortSpans: [],
  nameSpans: [],
  isTaken: false,
});
const shapeOf = (groups: ReturnType<typeof answerGroups>) =>
  groups.map(({ head, at, answers }) => [head?.code ?? null, at, answers.map(({ term }) => term.code)]);

test('objectives stand under their thematic areas, what has none at the end', () => {
  const areas = [termOf('a'), termOf('b')];
  const answers = [termOf('1', 'b'), termOf('2', 'a'), termOf('3'), termOf('4', 'b')].map(answerOf);
  expect(shapeOf(answerGroups(answers, areas))).toEqual([
    ['a', 0, ['2']],
    ['b', 1, ['1', '4']],
    [null, 3, ['3']],
  ]);
});

test('a goal stands under its own heading, before its targets', () => {
  const goals = [termOf('1'), termOf('1.1', '1'), termOf('10'), termOf('10.7', '10')];
  expect(shapeOf(answerGroups(goals.map(answerOf), goals))).toEqual([
    ['1', 0, ['1', '1.1']],
    ['10', 2, ['10', '10.7']],
  ]);
});

test('what stands alone under its own name has no heading', () => {
  const regions = [termOf('001'), termOf('002'), termOf('015', '002')];
  expect(shapeOf(answerGroups(regions.map(answerOf), regions))).toEqual([
    [null, 0, ['001']],
    ['002', 1, ['002', '015']],
  ]);
});

test('every answer stands in one group only, and places count through', () => {
  const areas = [termOf('a'), termOf('b'), termOf('c')];
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'x', undefined)), fc.boolean(), (of, isAsked) => {
      const answers = of.map((group, index) => answerOf(termOf(String(index), group)));
      const groups = answerGroups(answers, isAsked ? [] : areas);
      const flat = groups.flatMap((group) => group.answers);
      expect(new Set(flat)).toEqual(new Set(answers));
      expect(flat.length).toBe(answers.length);
      for (const { at, answers: own } of groups) expect(flat[at]).toBe(own[0]);
    }),
  );
});
