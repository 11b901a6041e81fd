import { expect, test } from 'vitest';
import { AnswersByDocument, afresh, RecentAnswers } from './recall.ts';

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

test('each document has rounds of its own; the one that was not looked at longest is forgotten', () => {
  const answers = new AnswersByDocument();
  const { asked, work } = counting();
  const look = (document: string): void => {
    const own = answers.of(document);
    own.nextRound();
    own.recall(question, document, work);
  };
  look('one');
  for (let round = 0; round < 3; round += 1) look('two');
  look('one');
  expect(asked).toEqual(['one', 'two']);
  for (let other = 0; other < 8; other += 1) look(`other ${other}`);
  look('one');
  expect(asked.slice(-2)).toEqual(['other 7', 'one']);
});
