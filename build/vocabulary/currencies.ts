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
      zh: '美元',
      ru: 'Доллар США',
    },
  },
  {
    code: 'EUR',
    name: {
      en: 'Euro',
      es: 'Euro',
      fr: 'Euro',
      ar: 'يورو',
      zh: '欧元',
      ru: 'Евро',
    },
  },
  {
    code: 'CHF',
    name: {
      en: 'Swiss franc',
      es: 'Franco suizo',
      fr: 'Franc suisse',
      ar: 'فرنك سويسري',
      zh: '瑞士法郎',
      ru: 'Швейцарский франк',
    },
  },
  {
    code: 'GBP',
    name: {
      en: 'Pound sterling',
      es: 'Libra esterlina',
      fr: 'Livre sterling',
      ar: 'جنيه إسترليني',
      zh: '英镑',
      ru: 'Фунт стерлингов',
    },
  },
  {
    code: 'DKK',
    name: {
      en: 'Danish krone',
      es: 'Corona danesa',
      fr: 'Couronne danoise',
      ar: 'كرونة دانمركية',
      zh: '丹麦克朗',
      ru: 'Датская крона',
    },
  },
  {
    code: 'NOK',
    name: {
      en: 'Norwegian krone',
      es: 'Corona noruega',
      fr: 'Couronne norvégienne',
      ar: 'كرونة نرويجية',
      zh: '挪威克朗',
      ru: 'Норвежская крона',
    },
  },
  {
    code: 'SEK',
    name: {
      en: 'Swedish krona',
      es: 'Corona sueca',
      fr: 'Couronne suédoise',
      ar: 'كرونة سويدية',
      zh: '瑞典克朗',
      ru: 'Шведская крона',
    },
  },
  {
    code: 'CAD',
    name: {
      en: 'Canadian dollar',
      es: 'Dólar canadiense',
      fr: 'Dollar canadien',
      ar: 'دولار كندي',
      zh: '加拿大元',
      ru: 'Канадский доллар',
    },
  },
  {
    code: 'AUD',
    name: {
      en: 'Australian dollar',
      es: 'Dólar australiano',
      fr: 'Dollar australien',
      ar: 'دولار أسترالي',
      zh: '澳大利亚元',
      ru: 'Австралийский доллар',
    },
  },
  {
    code: 'NZD',
    name: {
      en: 'New Zealand dollar',
      es: 'Dólar neozelandés',
      fr: 'Dollar néo-zélandais',
      ar: 'دولار نيوزيلندي',
      zh: '新西兰元',
      ru: 'Новозеландский доллар',
    },
  },
  {
    code: 'JPY',
    name: {
      en: 'Japanese yen',
      es: 'Yen japonés',
      fr: 'Yen japonais',
      ar: 'ين ياباني',
      zh: '日元',
      ru: 'Японская иена',
    },
  },
  {
    code: 'KRW',
    name: {
      en: 'Republic of Korea won',
      es: 'Won surcoreano',
      fr: 'Won sud-coréen',
      ar: 'وون جمهورية كوريا',
      zh: '韩元',
      ru: 'Вона Республики Корея',
    },
  },
  {
    code: 'CNY',
    name: {
      en: 'Chinese yuan',
      es: 'Yuan chino',
      fr: 'Yuan chinois',
      ar: 'يوان صيني',
      zh: '人民币元',
      ru: 'Китайский юань',
    },
  },
  {
    code: 'INR',
    name: {
      en: 'Indian rupee',
      es: 'Rupia india',
      fr: 'Roupie indienne',
      ar: 'روبية هندية',
      zh: '印度卢比',
      ru: 'Индийская рупия',
    },
  },
  {
    code: 'BDT',
    name: {
      en: 'Bangladeshi taka',
      es: 'Taka de Bangladesh',
      fr: 'Taka bangladais',
      ar: 'تاكا بنغلاديشية',
      zh: '孟加拉国塔卡',
      ru: 'Бангладешская така',
    },
  },
  {
    code: 'PHP',
    name: {
      en: 'Philippine peso',
      es: 'Peso filipino',
      fr: 'Peso philippin',
      ar: 'بيزو فلبيني',
      zh: '菲律宾比索',
      ru: 'Филиппинское песо',
    },
  },
  {
    code: 'BRL',
    name: {
      en: 'Brazilian real',
      es: 'Real brasileño',
      fr: 'Réal brésilien',
      ar: 'ريال برازيلي',
      zh: '巴西雷亚尔',
      ru: 'Бразильский реал',
    },
  },
  {
    code: 'MXN',
    name: {
      en: 'Mexican peso',
      es: 'Peso mexicano',
      fr: 'Peso mexicain',
      ar: 'بيزو مكسيكي',
      zh: '墨西哥比索',
      ru: 'Мексиканское песо',
    },
  },
  {
    code: 'COP',
    name: {
      en: 'Colombian peso',
      es: 'Peso colombiano',
      fr: 'Peso colombien',
      ar: 'بيزو كولومبي',
      zh: '哥伦比亚比索',
      ru: 'Колумбийское песо',
    },
  },
  {
    code: 'PEN',
    name: {
      en: 'Peruvian sol',
      es: 'Sol peruano',
      fr: 'Sol péruvien',
      ar: 'سول بيروي',
      zh: '秘鲁索尔',
      ru: 'Перуанский соль',
    },
  },
  {
    code: 'ZAR',
    name: {
      en: 'South African rand',
      es: 'Rand sudafricano',
      fr: 'Rand sud-africain',
      ar: 'راند جنوب أفريقي',
      zh: '南非兰特',
      ru: 'Южноафриканский рэнд',
    },
  },
  {
    code: 'KES',
    name: {
      en: 'Kenyan shilling',
      es: 'Chelín keniano',
      fr: 'Shilling kényan',
      ar: 'شلن كيني',
      zh: '肯尼亚先令',
      ru: 'Кенийский шиллинг',
    },
  },
  {
    code: 'MAD',
    name: {
      en: 'Moroccan dirham',
      es: 'Dírham marroquí',
      fr: 'Dirham marocain',
      ar: 'درهم مغربي',
      zh: '摩洛哥迪拉姆',
      ru: 'Марокканский дирхам',
    },
  },
  {
    code: 'EGP',
    name: {
      en: 'Egyptian pound',
      es: 'Libra egipcia',
      fr: 'Livre égyptienne',
      ar: 'جنيه مصري',
      zh: '埃及镑',
      ru: 'Египетский фунт',
    },
  },
  {
    code: 'TND',
    name: {
      en: 'Tunisian dinar',
      es: 'Dinar tunecino',
      fr: 'Dinar tunisien',
      ar: 'دينار تونسي',
      zh: '突尼斯第纳尔',
      ru: 'Тунисский динар',
    },
  },
  {
    code: 'JOD',
    name: {
      en: 'Jordanian dinar',
      es: 'Dinar jordano',
      fr: 'Dinar jordanien',
      ar: 'دينار أردني',
      zh: '约旦第纳尔',
      ru: 'Иорданский динар',
    },
  },
  {
    code: 'XAF',
    name: {
      en: 'CFA franc (BEAC)',
      es: 'Franco CFA (BEAC)',
      fr: 'Franc CFA (BEAC)',
      ar: 'فرنك الجماعة المالية الأفريقية (BEAC)',
      zh: '中非金融合作法郎（BEAC）',
      ru: 'Франк КФА (BEAC)',
    },
  },
  {
    code: 'XOF',
    name: {
      en: 'CFA franc (BCEAO)',
      es: 'Franco CFA (BCEAO)',
      fr: 'Franc CFA (BCEAO)',
      ar: 'فرنك الجماعة المالية الأفريقية (BCEAO)',
      zh: '非洲金融共同体法郎（BCEAO）',
      ru: 'Франк КФА (BCEAO)',
    },
  },
];
