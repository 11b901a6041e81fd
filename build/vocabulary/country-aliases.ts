import type { Localized } from '#shared/domain/template.ts';

/** Initials, former names and names of every day that Unicode's list of regions has not. */
const inUse: Readonly<Record<string, readonly string[]>> = {
  AE: ['UAE', 'EAU'],
  BA: ['BiH'],
  BS: ['The Bahamas'],
  BY: ['Белоруссия'],
  CD: ['DRC', 'RDC', 'DR Congo', 'RD Congo', 'Zaire', 'ДРК', 'ДР Конго'],
  CF: ['CAR', 'RCA', 'ЦАР'],
  CG: ['Republic of the Congo', 'República del Congo', 'République du Congo'],
  CI: ['Ivory Coast', 'Costa de Marfil', 'Берег Слоновой Кости', '象牙海岸'],
  CN: ['PRC'],
  CZ: ['Czech Republic', 'República Checa', 'République tchèque'],
  FK: ['Islas Malvinas', 'Falklands'],
  GB: ['Great Britain', 'Gran Bretaña', 'England', 'Inglaterra', 'Angleterre', 'Англия'],
  GM: ['The Gambia'],
  KG: ['Kyrgyz Republic'],
  KP: ['DPRK', 'RPDC', 'Северная Корея', '北朝鲜'],
  KR: ['Южная Корея'],
  MD: ['Молдавия'],
  NL: ['The Netherlands', 'Holland', 'Holanda', 'Hollande', 'Голландия'],
  PG: ['PNG'],
  PH: ['The Philippines'],
  SA: ['KSA'],
  SZ: ['Swaziland', 'Suazilandia', 'Свазиленд'],
  TL: ['East Timor', 'Timor Oriental'],
  TM: ['Туркмения'],
  TR: ['Turkey'],
  US: ['USA', 'EEUU', 'EE.UU.', 'EUA'],
  VA: ['Vatican'],
  '001': ['Worldwide', 'Todo el mundo'],
};

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);

const isWithin = (alias: string, name: string): boolean => {
  const words = wordsOf(name);
  return wordsOf(alias).every((typed) => words.some((word) => word.startsWith(typed)));
};

const regionsOf = (language: string): readonly Intl.DisplayNames[] =>
  (['long', 'short'] as const).map(
    (style) => new Intl.DisplayNames(language, { type: 'region', style, fallback: 'none' }),
  );

/** What people call a country in the languages of its name where that does not lead to the name: "Laos", "UK". */
export const countryAliases = (code: string, name: Localized): readonly string[] => {
  const common = Object.entries(name).flatMap(([language, own]) =>
    regionsOf(language)
      .map((regions) => regions.of(code) ?? own)
      .filter((alias) => !isWithin(alias, own)),
  );
  return [...new Set([...common, ...(inUse[code] ?? [])])];
};
