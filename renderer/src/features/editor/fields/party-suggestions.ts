import type { Party } from '#shared/domain/known-parties.ts';
import type { Term } from '#shared/domain/vocabulary.ts';
import { matchTerms, type TermMatch } from './term-match.ts';

/** A party that answers what is typed, with what is to be underlined. */
export type PartyMatch = Omit<TermMatch, 'term'> & { readonly party: Party };

/** Lines of the list at most: it is a help beside the keys, not a register. */
const most = 8;

const textOf = (party: Party, id: string): string => {
  const text = party.details[id];
  return typeof text === 'string' ? text : '';
};

/**
 * Parties of a kind that answer what is typed: by the beginnings of words of the name or the acronym, or
 * by the beginning of an e-mail address. None for an empty line, and not the one that stands there already.
 */
export const partySuggestions = (
  parties: readonly Party[],
  kind: Party['kind'],
  typed: string,
): readonly PartyMatch[] => {
  const query = typed.trim();
  if (query === '') return [];
  const own = parties.filter((party) => party.kind === kind && party.name !== query);
  // The codes of terms are their places: a sign before them keeps digits from finding them.
  const terms = own.map((party, index): Term => {
    const acronym = textOf(party, 'acronym');
    return {
      code: `#${index}`,
      name: { en: party.name },
      ...(acronym !== '' && acronym !== party.name && { short: { en: acronym } }),
    };
  });
  const partyOf = (code: string): Party | undefined => own[Number(code.slice(1))];
  const byName = matchTerms(terms, query, (text) => text.en).flatMap(({ term, ...match }) => {
    const party = partyOf(term.code);
    return party === undefined ? [] : [{ ...match, party }];
  });
  const byEmail = own
    .filter((party) =>
      ['email', 'contactEmail'].some((id) => textOf(party, id).toLowerCase().startsWith(query.toLowerCase())),
    )
    .filter((party) => !byName.some((match) => match.party === party))
    .map((party) => ({ party, name: party.name, short: null, nameSpans: [], shortSpans: [] }));
  return [...byName, ...byEmail].slice(0, most);
};

/** What tells two parties apart: an address, an office, a web page. */
export const partyHint = (party: Party): string =>
  ['position', 'email', 'contactEmail', 'website']
    .map((id) => textOf(party, id))
    .filter(Boolean)
    .join(' · ');
