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
      ar: 'دولار الولايات المتحدة',
    },
  },
  {
    code: 'EUR',
    name: {
      en: 'Euro',
      es: 'Euro',
      fr: 'Euro',
      ar: 'يورو',
    },
  },
  {
    code: 'CHF',
    name: {
      en: 'Swiss franc',
      es: 'Franco suizo',
      fr: 'Franc suisse',
      ar: 'فرنك سويسري',
    },
  },
  {
    code: 'GBP',
    name: {
      en: 'Pound sterling',
      es: 'Libra esterlina',
      fr: 'Livre sterling',
      ar: 'جنيه إسترليني',
    },
  },
  {
    code: 'DKK',
    name: {
      en: 'Danish krone',
      es: 'Corona danesa',
      fr: 'Couronne danoise',
      ar: 'كرونة دانمركية',
    },
  },
  {
    code: 'NOK',
    name: {
      en: 'Norwegian krone',
      es: 'Corona noruega',
      fr: 'Couronne norvégienne',
      ar: 'كرونة نرويجية',
    },
  },
  {
    code: 'SEK',
    name: {
      en: 'Swedish krona',
      es: 'Corona sueca',
      fr: 'Couronne suédoise',
      ar: 'كرونة سويدية',
    },
  },
  {
    code: 'CAD',
    name: {
      en: 'Canadian dollar',
      es: 'Dólar canadiense',
      fr: 'Dollar canadien',
      ar: 'دولار كندي',
    },
  },
  {
    code: 'AUD',
    name: {
      en: 'Australian dollar',
      es: 'Dólar australiano',
      fr: 'Dollar australien',
      ar: 'دولار أسترالي',
    },
  },
  {
    code: 'NZD',
    name: {
      en: 'New Zealand dollar',
      es: 'Dólar neozelandés',
      fr: 'Dollar néo-zélandais',
      ar: 'دولار نيوزيلندي',
    },
  },
  {
    code: 'JPY',
    name: {
      en: 'Japanese yen',
      es: 'Yen japonés',
      fr: 'Yen japonais',
      ar: 'ين ياباني',
    },
  },
  {
    code: 'KRW',
    name: {
      en: 'Republic of Korea won',
      es: 'Won surcoreano',
      fr: 'Won sud-coréen',
      ar: 'وون جمهورية كوريا',
    },
  },
  {
    code: 'CNY',
    name: {
      en: 'Chinese yuan',
      es: 'Yuan chino',
      fr: 'Yuan chinois',
      ar: 'يوان صيني',
    },
  },
  {
    code: 'INR',
    name: {
      en: 'Indian rupee',
      es: 'Rupia india',
      fr: 'Roupie indienne',
      ar: 'روبية هندية',
    },
  },
  {
    code: 'BDT',
    name: {
      en: 'Bangladeshi taka',
      es: 'Taka de Bangladesh',
      fr: 'Taka bangladais',
      ar: 'تاكا بنغلاديشية',
    },
  },
  {
    code: 'PHP',
    name: {
      en: 'Philippine peso',
      es: 'Peso filipino',
      fr: 'Peso philippin',
      ar: 'بيزو فلبيني',
    },
  },
  {
    code: 'BRL',
    name: {
      en: 'Brazilian real',
      es: 'Real brasileño',
      fr: 'Réal brésilien',
      ar: 'ريال برازيلي',
    },
  },
  {
    code: 'MXN',
    name: {
      en: 'Mexican peso',
      es: 'Peso mexicano',
      fr: 'Peso mexicain',
      ar: 'بيزو مكسيكي',
    },
  },
  {
    code: 'COP',
    name: {
      en: 'Colombian peso',
      es: 'Peso colombiano',
      fr: 'Peso colombien',
      ar: 'بيزو كولومبي',
    },
  },
  {
    code: 'PEN',
    name: {
      en: 'Peruvian sol',
      es: 'Sol peruano',
      fr: 'Sol péruvien',
      ar: 'سول بيروي',
    },
  },
  {
    code: 'ZAR',
    name: {
      en: 'South African rand',
      es: 'Rand sudafricano',
      fr: 'Rand sud-africain',
      ar: 'راند جنوب أفريقي',
    },
  },
  {
    code: 'KES',
    name: {
      en: 'Kenyan shilling',
      es: 'Chelín keniano',
      fr: 'Shilling kényan',
      ar: 'شلن كيني',
    },
  },
  {
    code: 'MAD',
    name: {
      en: 'Moroccan dirham',
      es: 'Dírham marroquí',
      fr: 'Dirham marocain',
      ar: 'درهم مغربي',
    },
  },
  {
    code: 'EGP',
    name: {
      en: 'Egyptian pound',
      es: 'Libra egipcia',
      fr: 'Livre égyptienne',
      ar: 'جنيه مصري',
    },
  },
  {
    code: 'TND',
    name: {
      en: 'Tunisian dinar',
      es: 'Dinar tunecino',
      fr: 'Dinar tunisien',
      ar: 'دينار تونسي',
    },
  },
  {
    code: 'JOD',
    name: {
      en: 'Jordanian dinar',
      es: 'Dinar jordano',
      fr: 'Dinar jordanien',
      ar: 'دينار أردني',
    },
  },
  {
    code: 'XAF',
    name: {
      en: 'CFA franc (BEAC)',
      es: 'Franco CFA (BEAC)',
      fr: 'Franc CFA (BEAC)',
      ar: 'فرنك الجماعة المالية الأفريقية (BEAC)',
    },
  },
  {
    code: 'XOF',
    name: {
      en: 'CFA franc (BCEAO)',
      es: 'Franco CFA (BCEAO)',
      fr: 'Franc CFA (BCEAO)',
      ar: 'فرنك الجماعة المالية الأفريقية (BCEAO)',
    },
  },
];
