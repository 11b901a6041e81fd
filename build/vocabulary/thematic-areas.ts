import type { Term } from '#shared/domain/vocabulary.ts';

/**
 * The five thematic areas of the Migration Multi-Partner Trust Fund, from the Fund's own documents.
 * French and the short names are this project's wording.
 */
export const thematicAreas: readonly Term[] = [
  {
    code: '1',
    name: {
      en: 'Promoting fact-based and data-driven migration discourse, policy and planning',
      es: 'La promoción de un discurso, una política y una planificación de la migración con base empírica y respaldados por datos contrastados',
      fr: 'Promouvoir un débat, des politiques et une planification en matière de migrations qui reposent sur des faits et des données',
      ar: 'تشجيع الخطاب والسياسات والتخطيط في مجال الهجرة استنادا إلى الوقائع والبيانات',
    },
    short: {
      en: 'Facts and data',
      es: 'Hechos y datos',
      fr: 'Faits et données',
      ar: 'الوقائع والبيانات',
    },
  },
  {
    code: '2',
    name: {
      en: 'Protecting the human rights, safety and wellbeing of migrants, including through addressing drivers and mitigating situations of vulnerability in migration',
      es: 'Protección de los derechos humanos, la seguridad y el bienestar de los migrantes, entre otras cosas, abordando los factores que promueven la migración y mitigando las situaciones de vulnerabilidad en la migración',
      fr: 'Protéger les droits humains, la sécurité et le bien-être des migrants, notamment en agissant sur les facteurs de migration et en atténuant les situations de vulnérabilité',
      ar: 'حماية حقوق الإنسان للمهاجرين وسلامتهم ورفاههم، بوسائل منها معالجة دوافع الهجرة والتخفيف من حالات الضعف في سياق الهجرة',
    },
    short: {
      en: 'Protection and drivers',
      es: 'Protección y factores de la migración',
      fr: 'Protection et facteurs de migration',
      ar: 'الحماية والدوافع',
    },
  },
  {
    code: '3',
    name: {
      en: 'Addressing irregular migration, including through managing borders and combatting transnational crime',
      es: 'Gestión de la migración irregular, en particular mediante el control de las fronteras y la lucha contra la delincuencia transnacional',
      fr: 'Lutter contre les migrations irrégulières, notamment par la gestion des frontières et la lutte contre la criminalité transnationale',
      ar: 'التصدي للهجرة غير النظامية، بوسائل منها إدارة الحدود ومكافحة الجريمة عبر الوطنية',
    },
    short: {
      en: 'Irregular migration and borders',
      es: 'Migración irregular y fronteras',
      fr: 'Migrations irrégulières et frontières',
      ar: 'الهجرة غير النظامية والحدود',
    },
  },
  {
    code: '4',
    name: {
      en: 'Facilitating regular migration, decent work and enhancing the positive development effects of human mobility',
      es: 'Facilitación de la migración regular y el trabajo decente y potenciación de los efectos positivos de la movilidad humana en el desarrollo',
      fr: 'Faciliter les migrations régulières et le travail décent et renforcer les effets positifs de la mobilité humaine sur le développement',
      ar: 'تيسير الهجرة النظامية والعمل اللائق وتعزيز الآثار الإنمائية الإيجابية للتنقل البشري',
    },
    short: {
      en: 'Regular pathways and decent work',
      es: 'Vías regulares y trabajo decente',
      fr: 'Voies régulières et travail décent',
      ar: 'المسارات النظامية والعمل اللائق',
    },
  },
  {
    code: '5',
    name: {
      en: 'Improving the social inclusion and integration of migrants',
      es: 'Fomento de la inclusión social y la integración de los migrantes',
      fr: 'Améliorer l’inclusion sociale et l’intégration des migrants',
      ar: 'تحسين الإدماج الاجتماعي للمهاجرين واندماجهم',
    },
    short: {
      en: 'Inclusion and integration',
      es: 'Inclusión e integración',
      fr: 'Inclusion et intégration',
      ar: 'الإدماج والاندماج',
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
