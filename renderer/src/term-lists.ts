import type { FieldKind } from '#shared/domain/template.ts';
import type { VocabularyList } from '#shared/domain/vocabulary.ts';

/** How fields of a kind choose from the vocabulary. */
export type TermList = {
  readonly list: VocabularyList;
  /** The value is one code, not a set. */
  readonly isSingle: boolean;
  readonly showsCode: boolean;
  /** Names are put in the order of the alphabet of the screens. */
  readonly isAlphabetical: boolean;
  /** The list that names the groups under which its terms are offered. */
  readonly groups?: VocabularyList;
};

/** Kinds whose values are codes of the vocabulary. */
export type TermKind = Extract<
  FieldKind,
  | 'objectives'
  | 'principles'
  | 'sdgTargets'
  | 'countries'
  | 'regions'
  | 'country'
  | 'thematicArea'
  | 'currency'
>;

const set = (list: VocabularyList, showsCode: boolean, isAlphabetical = false): TermList => ({
  list,
  isSingle: false,
  showsCode,
  isAlphabetical,
});
const one = (list: VocabularyList, showsCode: boolean, isAlphabetical = false): TermList => ({
  ...set(list, showsCode, isAlphabetical),
  isSingle: true,
});

/** Which list each kind chooses from, and how. */
export const termLists: Readonly<Record<TermKind, TermList>> = {
  objectives: { ...set('objectives', true), groups: 'thematicAreas' },
  principles: set('principles', false),
  sdgTargets: { ...set('sdgTargets', true), groups: 'sdgTargets' },
  countries: set('countries', false, true),
  regions: { ...set('regions', false), groups: 'regions' },
  country: one('countries', false, true),
  thematicArea: one('thematicAreas', true),
  currency: one('currencies', true),
};
