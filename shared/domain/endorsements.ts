import type { Endorsement } from './review.ts';

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
