import { languages } from '#shared/domain/template.ts';
import { type RegisterFact, registerFacts } from '#shared/export/csv.ts';
import { documentWords } from '#shared/export/document-words.ts';
import { bareName } from './term-match.ts';

/** What a column of a register says of where a document stood, and not of what was written in it. */
export type OwnColumn = RegisterFact | 'training';

const names = new Map<string, OwnColumn>();
for (const [fact, words] of Object.entries(registerFacts) as [RegisterFact, Record<string, string>][])
  for (const name of [fact, ...Object.values(words)]) names.set(bareName(name), fact);
for (const language of languages) names.set(bareName(documentWords(language).training.text), 'training');

/** So many of them stand together in no table that is not a register of Compact Desk. */
const leastColumns = 4;

/**
 * Which columns of a table are a register's own, by their index. None where it is no register: a column that a person
 * called "Stage" is an answer then.
 */
export const ownColumns = (heads: readonly string[]): ReadonlyMap<number, OwnColumn> => {
  const found = new Map<number, OwnColumn>();
  heads.forEach((head, index) => {
    const own = names.get(bareName(head));
    if (own !== undefined && ![...found.values()].includes(own)) found.set(index, own);
  });
  return found.size < leastColumns ? new Map() : found;
};
