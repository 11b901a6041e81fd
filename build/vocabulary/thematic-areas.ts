import type { Term } from '#shared/domain/vocabulary.ts';

/**
 * The five thematic areas of the Migration Multi-Partner Trust Fund, from the Fund's own documents.
 * All but English and Spanish, and the short names, are this project's wording.
 */
export const thematicAreas: readonly Term[] = [
  {
    code: '1',
    name: {
      en: 'Promoting fact-based and data-driven migration discourse, policy and planning',
      es: 'La promoción de un discurso, una política y una planificación de la migración con base empírica y respaldados por datos contrastados',
      fr: 'Promouvoir un débat, des politiques et une planification en matière de migrations qui reposent sur des faits et des données',
      ar: 'تشجيع الخطاب والسياسات والتخطيط في مجال الهجرة استنادا إلى الوقائع والبيانات',
      zh: '促进以事实为依据、以数据为导向的移民问题言论、政策和规划',
      ru: 'Поощрение обсуждений, политики и планирования в области миграции, основанных на фактах и данных',
    },
    short: {
      en: 'Facts and data',
      es: 'Hechos y datos',
      fr: 'Faits et données',
      ar: 'الوقائع والبيانات',
      zh: '事实和数据',
      ru: 'Факты и данные',
    },
  },
  {
    code: '2',
    name: {
      en: 'Protecting the human rights, safety and wellbeing of migrants, including through addressing drivers and mitigating situations of vulnerability in migration',
      es: 'Protección de los derechos humanos, la seguridad y el bienestar de los migrantes, entre otras cosas, abordando los factores que promueven la migración y mitigando las situaciones de vulnerabilidad en la migración',
      fr: 'Protéger les droits humains, la sécurité et le bien-être des migrants, notamment en agissant sur les facteurs de migration et en atténuant les situations de vulnérabilité',
      ar: 'حماية حقوق الإنسان للمهاجرين وسلامتهم ورفاههم، بوسائل منها معالجة دوافع الهجرة والتخفيف من حالات الضعف في سياق الهجرة',
      zh: '保护移民的人权、安全和福祉，包括应对移民的驱动因素和缓解移民过程中的脆弱处境',
      ru: 'Защита прав человека, безопасности и благополучия мигрантов, в том числе путем воздействия на движущие факторы миграции и смягчения ситуаций уязвимости в процессе миграции',
    },
    short: {
      en: 'Protection and drivers',
      es: 'Protección y factores de la migración',
      fr: 'Protection et facteurs de migration',
      ar: 'الحماية والدوافع',
      zh: '保护和驱动因素',
      ru: 'Защита и движущие факторы миграции',
    },
  },
  {
    code: '3',
    name: {
      en: 'Addressing irregular migration, including through managing borders and combatting transnational crime',
      es: 'Gestión de la migración irregular, en particular mediante el control de las fronteras y la lucha contra la delincuencia transnacional',
      fr: 'Lutter contre les migrations irrégulières, notamment par la gestion des frontières et la lutte contre la criminalité transnationale',
      ar: 'التصدي للهجرة غير النظامية، بوسائل منها إدارة الحدود ومكافحة الجريمة عبر الوطنية',
      zh: '处理非正常移民问题，包括管理边界和打击跨国犯罪',
      ru: 'Решение проблемы нелегальной миграции, в том числе посредством управления границами и борьбы с транснациональной преступностью',
    },
    short: {
      en: 'Irregular migration and borders',
      es: 'Migración irregular y fronteras',
      fr: 'Migrations irrégulières et frontières',
      ar: 'الهجرة غير النظامية والحدود',
      zh: '非正常移民和边界',
      ru: 'Нелегальная миграция и границы',
    },
  },
  {
    code: '4',
    name: {
      en: 'Facilitating regular migration, decent work and enhancing the positive development effects of human mobility',
      es: 'Facilitación de la migración regular y el trabajo decente y potenciación de los efectos positivos de la movilidad humana en el desarrollo',
      fr: 'Faciliter les migrations régulières et le travail décent et renforcer les effets positifs de la mobilité humaine sur le développement',
      ar: 'تيسير الهجرة النظامية والعمل اللائق وتعزيز الآثار الإنمائية الإيجابية للتنقل البشري',
      zh: '促进正常移民和体面工作，增强人口流动对发展的积极影响',
      ru: 'Содействие легальной миграции и достойной работе и усиление положительного воздействия мобильности людей на развитие',
    },
    short: {
      en: 'Regular pathways and decent work',
      es: 'Vías regulares y trabajo decente',
      fr: 'Voies régulières et travail décent',
      ar: 'المسارات النظامية والعمل اللائق',
      zh: '正常移民途径和体面工作',
      ru: 'Каналы легальной миграции и достойная работа',
    },
  },
  {
    code: '5',
    name: {
      en: 'Improving the social inclusion and integration of migrants',
      es: 'Fomento de la inclusión social y la integración de los migrantes',
      fr: 'Améliorer l’inclusion sociale et l’intégration des migrants',
      ar: 'تحسين الإدماج الاجتماعي للمهاجرين واندماجهم',
      zh: '增进移民的社会包容和融入',
      ru: 'Расширение социальной инклюзии и интеграции мигрантов',
    },
    short: {
      en: 'Inclusion and integration',
      es: 'Inclusión e integración',
      fr: 'Inclusion et intégration',
      ar: 'الإدماج والاندماج',
      zh: '包容和融入',
      ru: 'Инклюзия и интеграция',
    },
  },
];

/**
 * Objectives of the Compact by the thematic area of the Fund under which its documents list them. Not found
 * in the material at hand: assumed, and used only to put the list of objectives under headings.
 */
export const objectivesOfAreas: Readonly<Record<string, readonly number[]>> = {
  1: [1, 3, 17, 23],
  2: [2, 7, 8, 12, 13],
  3: [4, 9, 10, 11, 14, 21],
  4: [5, 6, 18, 19, 20],
  5: [15, 16, 22],
};
