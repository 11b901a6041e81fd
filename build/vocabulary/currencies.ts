import type { Term } from '#shared/domain/vocabulary.ts';

/**
 * Currencies offered for amounts, ISO 4217: the US dollar of the Fund first, then donor currencies,
 * then those that pledges are often written in. A currency whose minor unit is not a hundredth needs
 * an entry in shared/domain/money.ts as well.
 */
export const currencies: readonly Term[] = [
  {
    code: 'USD',
    name: {
      en: 'US dollar',
      es: 'Dólar de los Estados Unidos',
      fr: 'Dollar des États-Unis',
    },
  },
  {
    code: 'EUR',
    name: {
      en: 'Euro',
      es: 'Euro',
      fr: 'Euro',
    },
  },
  {
    code: 'CHF',
    name: {
      en: 'Swiss franc',
      es: 'Franco suizo',
      fr: 'Franc suisse',
    },
  },
  {
    code: 'GBP',
    name: {
      en: 'Pound sterling',
      es: 'Libra esterlina',
      fr: 'Livre sterling',
    },
  },
  {
    code: 'DKK',
    name: {
      en: 'Danish krone',
      es: 'Corona danesa',
      fr: 'Couronne danoise',
    },
  },
  {
    code: 'NOK',
    name: {
      en: 'Norwegian krone',
      es: 'Corona noruega',
      fr: 'Couronne norvégienne',
    },
  },
  {
    code: 'SEK',
    name: {
      en: 'Swedish krona',
      es: 'Corona sueca',
      fr: 'Couronne suédoise',
    },
  },
  {
    code: 'CAD',
    name: {
      en: 'Canadian dollar',
      es: 'Dólar canadiense',
      fr: 'Dollar canadien',
    },
  },
  {
    code: 'AUD',
    name: {
      en: 'Australian dollar',
      es: 'Dólar australiano',
      fr: 'Dollar australien',
    },
  },
  {
    code: 'NZD',
    name: {
      en: 'New Zealand dollar',
      es: 'Dólar neozelandés',
      fr: 'Dollar néo-zélandais',
    },
  },
  {
    code: 'JPY',
    name: {
      en: 'Japanese yen',
      es: 'Yen japonés',
      fr: 'Yen japonais',
    },
  },
  {
    code: 'KRW',
    name: {
      en: 'Republic of Korea won',
      es: 'Won surcoreano',
      fr: 'Won sud-coréen',
    },
  },
  {
    code: 'CNY',
    name: {
      en: 'Chinese yuan',
      es: 'Yuan chino',
      fr: 'Yuan chinois',
    },
  },
  {
    code: 'INR',
    name: {
      en: 'Indian rupee',
      es: 'Rupia india',
      fr: 'Roupie indienne',
    },
  },
  {
    code: 'BDT',
    name: {
      en: 'Bangladeshi taka',
      es: 'Taka de Bangladesh',
      fr: 'Taka bangladais',
    },
  },
  {
    code: 'PHP',
    name: {
      en: 'Philippine peso',
      es: 'Peso filipino',
      fr: 'Peso philippin',
    },
  },
  {
    code: 'BRL',
    name: {
      en: 'Brazilian real',
      es: 'Real brasileño',
      fr: 'Réal brésilien',
    },
  },
  {
    code: 'MXN',
    name: {
      en: 'Mexican peso',
      es: 'Peso mexicano',
      fr: 'Peso mexicain',
    },
  },
  {
    code: 'COP',
    name: {
      en: 'Colombian peso',
      es: 'Peso colombiano',
      fr: 'Peso colombien',
    },
  },
  {
    code: 'PEN',
    name: {
      en: 'Peruvian sol',
      es: 'Sol peruano',
      fr: 'Sol péruvien',
    },
  },
  {
    code: 'ZAR',
    name: {
      en: 'South African rand',
      es: 'Rand sudafricano',
      fr: 'Rand sud-africain',
    },
  },
  {
    code: 'KES',
    name: {
      en: 'Kenyan shilling',
      es: 'Chelín keniano',
      fr: 'Shilling kényan',
    },
  },
  {
    code: 'MAD',
    name: {
      en: 'Moroccan dirham',
      es: 'Dírham marroquí',
      fr: 'Dirham marocain',
    },
  },
  {
    code: 'EGP',
    name: {
      en: 'Egyptian pound',
      es: 'Libra egipcia',
      fr: 'Livre égyptienne',
    },
  },
  {
    code: 'TND',
    name: {
      en: 'Tunisian dinar',
      es: 'Dinar tunecino',
      fr: 'Dinar tunisien',
    },
  },
  {
    code: 'JOD',
    name: {
      en: 'Jordanian dinar',
      es: 'Dinar jordano',
      fr: 'Dinar jordanien',
    },
  },
  {
    code: 'XAF',
    name: {
      en: 'CFA franc (BEAC)',
      es: 'Franco CFA (BEAC)',
      fr: 'Franc CFA (BEAC)',
    },
  },
  {
    code: 'XOF',
    name: {
      en: 'CFA franc (BCEAO)',
      es: 'Franco CFA (BCEAO)',
      fr: 'Franc CFA (BCEAO)',
    },
  },
];
