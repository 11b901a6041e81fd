import type { Localized } from '#shared/domain/template.ts';
import type { Term } from '#shared/domain/vocabulary.ts';

/** The US dollar of the Fund, then donor currencies, then those that pledges are often written in. */
const first =
  'USD EUR CHF GBP DKK NOK SEK CAD AUD NZD JPY KRW CNY INR BDT PHP BRL MXN COP PEN ZAR KES MAD EGP TND JOD XAF XOF';

/**
 * The other currencies that people are paid in, by ISO 4217 as amended to 2026-01; without precious metals, units of
 * account and of funds. One whose minor unit is not a hundredth needs an entry in shared/domain/money.ts as well.
 */
const others = `
  AED AFN ALL AMD AOA ARS AWG AZN BAM BBD BHD BIF BMD BND BOB BSD BTN BWP BYN BZD CDF CLP CRC CUP CVE CZK DJF DOP DZD
  ERN ETB FJD FKP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS IQD IRR ISK JMD KGS KHR KMF KPW KWD KYD KZT LAK
  LBP LKR LRD LSL LYD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MYR MZN NAD NGN NIO NPR OMR PAB PGK PKR PLN PYG QAR RON
  RSD RUB RWF SAR SBD SCR SDG SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH UGX UYU UZS
  VES VND VUV WST XCD XCG XPF YER ZMW ZWG`;

/** Where Unicode's names are not those that the United Nations uses. */
const currencyNames: Readonly<Record<string, Localized>> = {
  KRW: {
    en: 'Republic of Korea won',
    es: 'Won de la República de Corea',
    fr: 'Won de la République de Corée',
    ar: 'وون جمهورية كوريا',
    zh: '韩元',
    ru: 'Вона Республики Корея',
  },
  KPW: {
    en: 'Democratic People’s Republic of Korea won',
    es: 'Won de la República Popular Democrática de Corea',
    fr: 'Won de la République populaire démocratique de Corée',
    ar: 'وون جمهورية كوريا الشعبية الديمقراطية',
    zh: '朝鲜元',
    ru: 'Вона Корейской Народно-Демократической Республики',
  },
};

const languages = ['en', 'es', 'fr', 'ar', 'zh', 'ru'] as const;

const inLanguage = (code: string, language: (typeof languages)[number]): string => {
  const name = new Intl.DisplayNames(language, { type: 'currency', fallback: 'none' }).of(code);
  if (name === undefined) throw new Error(`no ${language} name of ${code}`);
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1).replaceAll("'", '’');
};

const nameOf = (code: string): Localized =>
  currencyNames[code] ??
  (Object.fromEntries(languages.map((language) => [language, inLanguage(code, language)])) as Localized);

/** Currencies offered for amounts: the common ones first, then the others by code. */
export const currencies = (): readonly Term[] =>
  `${first} ${others}`
    .trim()
    .split(/\s+/)
    .map((code) => ({ code, name: nameOf(code) }));
