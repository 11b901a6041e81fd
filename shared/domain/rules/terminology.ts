import type { FindingCode } from '#shared/domain/finding.ts';
import { languages, type RuleUse } from '#shared/domain/template.ts';
import { listParam, type Rule, type RuleFinding, textParam } from './rule.ts';
import { termPattern } from './term-pattern.ts';

const codeOf: Readonly<Record<string, FindingCode>> = {
  refugees: 'term-refugees',
  illegal: 'term-illegal',
};

/** What the rule can be about. */
export const termSubjects: readonly string[] = Object.keys(codeOf);

/** As it may be written: with accents in one character (NFC), or each after its letter (NFD). */
const formsOf = (term: string): readonly string[] => [
  ...new Set([term.normalize('NFC'), term.normalize('NFD')]),
];

/** Spanish words for people, and those that stand before a noun: what follows "drogas" is said of things. */
const beforePeople = [
  'a al ante como con contra de desde el entre hacia las los muchas muchos para por sin sobre sus un',
  'aquellas aquellos esas esos estas estos otras otros tantas tantos unas unos',
  'ciudadanas ciudadanos extranjeras extranjeros familias hombres menores mujeres niñas niños personas trabajadoras trabajadores',
]
  .join(' ')
  .replaceAll(' ', '|');

/** Terms that are said of things as well, and what stands before them where they are said of people. */
const saidOfPeople: ReadonlyMap<string, RegExp> = new Map([
  ['ilegales', new RegExp(`(?:^|[.:;!?¡¿("“«]\\s*|(?<![\\p{L}\\p{M}])(?:${beforePeople})\\s+)$`, 'iu')],
]);

const isSaidOfPeople = (term: string, before: string): boolean =>
  saidOfPeople.get(term)?.test(before.normalize('NFC')) !== false;

const anyOf = (terms: readonly string[]): RegExp | null =>
  terms.length === 0 ? null : new RegExp(terms.map(termPattern).join('|'), 'giu');

/** A term with its words less their endings: quick to look for in a long text. */
type Term = { readonly term: string; readonly stems: readonly string[] };

const termOf = (term: string): Term => ({ term, stems: term.toLowerCase().split(/[\s*]+/) });

/**
 * The terms that can stand in a text at all. Most texts have none of them, and every key that is pressed
 * checks the whole document: nothing slower is tried on those.
 */
const possibleIn = (text: string, terms: readonly Term[]): readonly string[] => {
  const lower = text.toLowerCase();
  return terms.filter(({ stems }) => stems.every((stem) => lower.includes(stem))).map(({ term }) => term);
};

const termsOf = (params: RuleUse['params']): readonly string[] =>
  languages.flatMap((language) => listParam(params, `terms-${language}`)).flatMap(formsOf);

/**
 * Words of which the guidance says that others fit better: refugees and asylum seekers, for whom there is
 * another Compact, and people or migration called illegal (domain.md, 1; the lists are assumed). Only ever a
 * hint: what the words mean here, the person knows. `params`: `about`, `refugees` or `illegal`; the terms
 * by language (`terms-en`, `terms-es` …; `refugee*` takes any ending); `except`, names that contain such a word (the
 * High Commissioner's); `unless`, a yes/no field that makes the word right. Each term once in each text, with
 * its `start` and `length` in UTF-16 units.
 */
export const terminology: Rule = (values, params, { texts, recall }) => {
  const code = codeOf[textParam(params, 'about')];
  if (code === undefined || values[textParam(params, 'unless')] === true) return [];
  const all = termsOf(params).map(termOf);
  const termsIn = (text: string): readonly RuleFinding['params'][] => {
    const terms = anyOf(possibleIn(text, all));
    if (terms === null) return [];
    const names = anyOf(listParam(params, 'except').flatMap(formsOf));
    const read = names === null ? text : text.replace(names, (name) => '\u0000'.repeat(name.length));
    const firsts = new Map<string, RuleFinding['params']>();
    for (const match of read.matchAll(terms)) {
      const [term] = match;
      const key = term.toLowerCase().normalize('NFC');
      if (!firsts.has(key) && isSaidOfPeople(key, read.slice(Math.max(0, match.index - 40), match.index)))
        firsts.set(key, { term, start: match.index, length: term.length });
    }
    return [...firsts.values()];
  };
  return texts.flatMap(({ path, text }) =>
    recall(params, text, termsIn).map((found): RuleFinding => ({ path, code, params: found })),
  );
};
