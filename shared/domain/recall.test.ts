import { expect, test } from 'vitest';
import { afresh, RecentAnswers } from './recall.ts';

const question = {};

const counting = () => {
  const asked: string[] = [];
  const work = (text: string): number => {
    asked.push(text);
    return text.length;
  };
  return { asked, work };
};

test('a text is read once, for as long as every round asks for it', () => {
  const answers = new RecentAnswers();
  const { asked, work } = counting();
  for (let round = 0; round < 3; round += 1) {
    answers.nextRound();
    expect([answers.recall(question, 'one', work), answers.recall(question, 'one', work)]).toEqual([3, 3]);
  }
  expect(asked).toEqual(['one']);
});

test('what a whole round did not ask is forgotten', () => {
  const answers = new RecentAnswers();
  const { asked, work } = counting();
  answers.recall(question, 'one', work);
  answers.nextRound();
  answers.nextRound();
  answers.recall(question, 'one', work);
  expect(asked).toEqual(['one', 'one']);
});

test('two questions about one text have two answers, also where one is undefined', () => {
  const answers = new RecentAnswers();
  const { asked, work } = counting();
  const nothing = (): undefined => undefined;
  expect(answers.recall({}, 'one', work)).toBe(3);
  expect(answers.recall(question, 'one', nothing)).toBe(undefined);
  expect(answers.recall(question, 'one', work)).toBe(undefined);
  expect(asked).toEqual(['one']);
});

test('without a memory every text is read again', () => {
  const { asked, work } = counting();
  expect([afresh(question, 'one', work), afresh(question, 'one', work)]).toEqual([3, 3]);
  expect(asked).toEqual(['one', 'one']);
});
