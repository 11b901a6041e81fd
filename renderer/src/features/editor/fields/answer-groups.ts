import type { Term } from '#shared/domain/vocabulary.ts';
import type { PickerAnswer } from './picker-answers.ts';

/** Answers under one heading; `at` is the place of the first among all. */
export type AnswerGroup = {
  readonly head: Term | null;
  readonly at: number;
  readonly answers: readonly PickerAnswer[];
};

/** A goal stands in its own list, so it belongs under its own heading. */
const groupOf = ({ term }: PickerAnswer, groups: readonly Term[]): Term | null =>
  groups.find(({ code }) => code === (term.group ?? (groups.includes(term) ? term.code : undefined))) ?? null;

/**
 * Answers under the headings of their groups, in the order of the groups; one that stands alone under its own name needs
 * no heading. Answers to a query keep their
 * order, best first, without headings: `groups` is empty then.
 */
export const answerGroups = (
  answers: readonly PickerAnswer[],
  groups: readonly Term[],
): readonly AnswerGroup[] => {
  const heads = [...groups, null];
  let at = 0;
  return heads.flatMap((head) => {
    const own = groups.length === 0 ? answers : answers.filter((answer) => groupOf(answer, groups) === head);
    if (own.length === 0) return [];
    const isAlone = own.length === 1 && own[0]?.term === head;
    const group = { head: isAlone ? null : head, at, answers: own };
    at += own.length;
    return [group];
  });
};
