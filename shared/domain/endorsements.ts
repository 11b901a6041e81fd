import type { FieldMap } from './field-value.ts';
import type { Endorsement } from './review.ts';
import type { Template } from './template.ts';

/** Codes of the countries that a document names, in the order of its fields. */
export const countriesOf = (template: Template, fields: FieldMap): readonly string[] => {
  const codes = template.sections
    .flatMap((section) => section.fields)
    .filter(({ kind }) => kind === 'countries' || kind === 'country')
    .flatMap(({ id }) => {
      const value = fields[id];
      return Array.isArray(value) ? (value as readonly string[]) : typeof value === 'string' ? [value] : [];
    });
  return [...new Set(codes)].filter((code) => code !== '');
};

/**
 * The newest word of a country's Resident Coordinator. `isVoid`: it was on another content than what stands now
 * (SPEC.md, RE6). null: none yet.
 */
export type CountryEndorsement = {
  readonly country: string;
  readonly word: (Endorsement & { readonly isVoid: boolean }) | null;
};

/** What the coordinators of the countries that a document names said about it. */
export const endorsementsByCountry = (
  countries: readonly string[],
  endorsements: readonly Endorsement[],
  contentHash: string,
): readonly CountryEndorsement[] =>
  countries.map((country) => {
    const word = endorsements.findLast((one) => one.country === country);
    return {
      country,
      word: word === undefined ? null : { ...word, isVoid: word.contentHash !== contentHash },
    };
  });
