import type { Localized } from '#shared/domain/template.ts';
import type { Term } from '#shared/domain/vocabulary.ts';
import { matchTerms, type TermMatch } from './term-match.ts';

/** A line of the list that opens: a term to choose, or one that is chosen already and says so. */
export type PickerAnswer = TermMatch & { readonly isTaken: boolean };

/**
 * What the list shows for a query: terms to choose, best first, then those chosen already. A chosen
 * term whose code is exactly what was typed stands first, so that Enter does not take another for it.
 * Without a query the chosen ones, which stand above the line anyway, are left out.
 */
export const pickerAnswers = (
  terms: readonly Term[],
  chosen: readonly string[],
  query: string,
  read: (text: Localized) => string,
): readonly PickerAnswer[] => {
  const typed = query.trim().toLowerCase();
  const all = matchTerms(terms, query, read).map((match) => ({
    ...match,
    isTaken: chosen.includes(match.term.code),
  }));
  const free = all.filter(({ isTaken }) => !isTaken);
  if (typed === '') return free;
  const taken = all.filter(({ isTaken }) => isTaken);
  const isExact = ({ term }: TermMatch) => term.code.toLowerCase() === typed;
  return [...taken.filter(isExact), ...free, ...taken.filter((match) => !isExact(match))];
};
