import type { Localized } from '#shared/domain/template.ts';
import type { Term } from '#shared/domain/vocabulary.ts';

/** Where a typed word stands in a text: start and end in UTF-16 units. */
export type Span = readonly [number, number];

/** A term that answers a query, with what is to be underlined. */
export type TermMatch = {
  readonly term: Term;
  readonly short: string | null;
  readonly name: string;
  readonly shortSpans: readonly Span[];
  readonly nameSpans: readonly Span[];
};

type Read = (text: Localized) => string;

/** What keyboards and typography have for an apostrophe. */
const apostrophe = /[\u2018\u2019\u02bb\u02bc\u00b4`]/g;

/** Lower case without accents, one apostrophe for all, and for each of its units the unit of the text that it came from. */
const fold = (text: string): { readonly folded: string; readonly origin: readonly number[] } => {
  let folded = '';
  const origin: number[] = [];
  let at = 0;
  for (const character of text) {
    const plain = character
      .replace(apostrophe, "'")
      .normalize('NFD')
      .replace(/\p{Diacritic}/gu, '')
      .toLowerCase();
    folded += plain;
    for (let index = 0; index < plain.length; index += 1) origin.push(at);
    at += character.length;
  }
  origin.push(text.length);
  return { folded, origin };
};

const wordsOf = (query: string): readonly string[] =>
  fold(query)
    .folded.split(/[\s,;]+/u)
    .filter((word) => word !== '');

/** Where `word` begins a word of the text; scripts without spaces match anywhere. */
const spanOf = (text: string, word: string): Span | null => {
  const { folded, origin } = fold(text);
  const spaceless = /[\p{Script=Han}\p{Script=Thai}]/u.test(word);
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
    if (spaceless || at === 0 || !/[\p{L}\p{N}]/u.test(folded[at - 1] ?? '')) {
      return [origin[at] ?? 0, origin[at + word.length] ?? text.length];
    }
  }
  return null;
};

const aliasesOf = ({ aliases = [] }: Term): readonly string[] => aliases;

const rankOf = (match: TermMatch, query: string): number => {
  const code = match.term.code.toLowerCase();
  if (code === query) return 0;
  if (/^\d/.test(query) && code.startsWith(query)) return 1;
  if (aliasesOf(match.term).some((alias) => fold(alias).folded === query)) return 1;
  return match.shortSpans.length > 0 || (match.nameSpans[0]?.[0] ?? 1) === 0 ? 2 : 3;
};

/**
 * The terms in which every typed word begins a word of the name, the short name, an alias or the code; best
 * first, otherwise in the order of the list. An empty query answers everything.
 */
export const matchTerms = (terms: readonly Term[], query: string, read: Read): readonly TermMatch[] => {
  const words = wordsOf(query);
  const matches = terms.flatMap((term): readonly TermMatch[] => {
    const short = term.short === undefined ? null : read(term.short);
    const name = read(term.name);
    const code = term.code.toLowerCase();
    const shortSpans: Span[] = [];
    const nameSpans: Span[] = [];
    for (const word of words) {
      const inShort = short === null ? null : spanOf(short, word);
      const inName = spanOf(name, word);
      if (inShort !== null) shortSpans.push(inShort);
      if (inName !== null) nameSpans.push(inName);
      const inCode = code === word || (/^\d/.test(word) && code.startsWith(word));
      const isFound = inShort !== null || inName !== null || inCode;
      if (!isFound && !aliasesOf(term).some((alias) => spanOf(alias, word) !== null)) return [];
    }
    return [{ term, short, name, shortSpans, nameSpans }];
  });
  const whole = words.join(' ');
  return words.length === 0 ? matches : matches.toSorted((a, b) => rankOf(a, whole) - rankOf(b, whole));
};
