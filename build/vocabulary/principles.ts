import type { Term } from '#shared/domain/vocabulary.ts';

/** The ten guiding principles of the Global Compact, paragraph 15 of resolution 73/195, in its order. */
export const principles: readonly Term[] = [
  {
    code: 'people-centred',
    name: {
      en: 'People-centred',
      es: 'Centrarse en las personas',
      fr: 'Priorité à la dimension humaine',
      ar: 'التركيز على الناس',
      zh: '以人为中心',
      ru: 'Ориентация на интересы людей',
    },
  },
  {
    code: 'international-cooperation',
    name: {
      en: 'International cooperation',
      es: 'Cooperación internacional',
      fr: 'Coopération internationale',
      ar: 'التعاون الدولي',
      zh: '国际合作',
      ru: 'Международное сотрудничество',
    },
  },
  {
    code: 'national-sovereignty',
    name: {
      en: 'National sovereignty',
      es: 'Soberanía nacional',
      fr: 'Souveraineté nationale',
      ar: 'السيادة الوطنية',
      zh: '国家主权',
      ru: 'Национальный суверенитет',
    },
  },
  {
    code: 'rule-of-law',
    name: {
      en: 'Rule of law and due process',
      es: 'Estado de derecho y garantías procesales',
      fr: 'Primauté du droit et garanties d’une procédure régulière',
      ar: 'سيادة القانون ومراعاة الأصول القانونية',
      zh: '法治和正当程序',
      ru: 'Верховенство права и надлежащие правовые процедуры',
    },
  },
  {
    code: 'sustainable-development',
    name: {
      en: 'Sustainable development',
      es: 'Desarrollo sostenible',
      fr: 'Développement durable',
      ar: 'التنمية المستدامة',
      zh: '可持续发展',
      ru: 'Устойчивое развитие',
    },
  },
  {
    code: 'human-rights',
    name: {
      en: 'Human rights',
      es: 'Derechos humanos',
      fr: 'Droits de l’homme',
      ar: 'حقوق الإنسان',
      zh: '人权',
      ru: 'Права человека',
    },
  },
  {
    code: 'gender-responsive',
    name: {
      en: 'Gender-responsive',
      es: 'Perspectiva de género',
      fr: 'Prise en compte de la problématique femmes-hommes',
      ar: 'مراعاة المنظور الجنساني',
      zh: '促进性别平等',
      ru: 'Учет гендерных аспектов',
    },
  },
  {
    code: 'child-sensitive',
    name: {
      en: 'Child-sensitive',
      es: 'Perspectiva infantil',
      fr: 'Adaptation aux besoins de l’enfant',
      ar: 'مراعاة الطفل',
      zh: '对儿童问题有敏感认识',
      ru: 'Учет интересов детей',
    },
  },
  {
    code: 'whole-of-government',
    name: {
      en: 'Whole-of-government approach',
      es: 'Enfoque pangubernamental',
      fr: 'Approche mobilisant l’ensemble des pouvoirs publics',
      ar: 'نهج الحكومة بأسرها',
      zh: '全政府办法',
      ru: 'Общегосударственный подход',
    },
  },
  {
    code: 'whole-of-society',
    name: {
      en: 'Whole-of-society approach',
      es: 'Enfoque pansocial',
      fr: 'Approche mobilisant l’ensemble de la société',
      ar: 'نهج المجتمع بأسره',
      zh: '全社会办法',
      ru: 'Подход с участием всего общества',
    },
  },
];
