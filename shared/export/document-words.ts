import type { Language, Localized } from '#shared/domain/template.ts';
import { label, type Text } from './text.ts';

/**
 * The words that a document in print has beside its form: in the language of the document, which need not be one of
 * the screens. Kept here, not with the messages, because the server and the command line write documents too.
 */
const sources = {
  draft: { en: 'Draft', es: 'Borrador', fr: 'Projet', ar: 'مسودة', zh: '草稿', ru: 'Черновик' },
  received: {
    en: 'Received by the Network',
    es: 'Recibido por la Red',
    fr: 'Reçu par le Réseau',
    ar: 'استلمته الشبكة',
    zh: '网络已收到',
    ru: 'Получено Сетью',
  },
  changedSince: {
    en: 'changed since',
    es: 'con cambios posteriores',
    fr: 'modifié depuis',
    ar: 'عُدِّل بعد ذلك',
    zh: '此后有改动',
    ru: 'с тех пор изменено',
  },
  training: {
    en: 'Training',
    es: 'Práctica',
    fr: 'Exercice',
    ar: 'تدريب',
    zh: '培训',
    ru: 'Учебный документ',
  },
  contactsLeftOut: {
    en: 'Contact persons are left out of this copy.',
    es: 'Esta copia no incluye las personas de contacto.',
    fr: 'Cette copie ne comprend pas les personnes à contacter.',
    ar: 'لا تتضمن هذه النسخة جهات الاتصال.',
    zh: '本副本不含联系人信息。',
    ru: 'Контактные лица в эту копию не включены.',
  },
  yes: { en: 'Yes', es: 'Sí', fr: 'Oui', ar: 'نعم', zh: '是', ru: 'Да' },
  no: { en: 'No', es: 'No', fr: 'Non', ar: 'لا', zh: '否', ru: 'Нет' },
  present: {
    en: 'present',
    es: 'actualidad',
    fr: 'aujourd’hui',
    ar: 'الآن',
    zh: '至今',
    ru: 'по настоящее время',
  },
  reason: {
    en: 'Justification',
    es: 'Justificación',
    fr: 'Justification',
    ar: 'المبرر',
    zh: '理由',
    ru: 'Обоснование',
  },
  score: { en: 'Score', es: 'Puntuación', fr: 'Note', ar: 'الدرجة', zh: '分值', ru: 'Балл' },
  category: { en: 'Category', es: 'Categoría', fr: 'Catégorie', ar: 'الفئة', zh: '类别', ru: 'Категория' },
  organization: {
    en: 'Organization',
    es: 'Organización',
    fr: 'Organisation',
    ar: 'المنظمة',
    zh: '组织',
    ru: 'Организация',
  },
  all: { en: 'All', es: 'Total general', fr: 'Ensemble', ar: 'الجميع', zh: '合计', ru: 'Всего' },
  subtotal: {
    en: 'Subtotal',
    es: 'Subtotal',
    fr: 'Sous-total',
    ar: 'المجموع الفرعي',
    zh: '小计',
    ru: 'Подытог',
  },
  direct: {
    en: 'Direct costs',
    es: 'Costos directos',
    fr: 'Coûts directs',
    ar: 'التكاليف المباشرة',
    zh: '直接费用',
    ru: 'Прямые расходы',
  },
  indirect: {
    en: 'Indirect costs',
    es: 'Costos indirectos',
    fr: 'Coûts indirects',
    ar: 'التكاليف غير المباشرة',
    zh: '间接费用',
    ru: 'Косвенные расходы',
  },
  rate: {
    en: 'Indirect costs in per cent of direct costs',
    es: 'Costos indirectos en porcentaje de los directos',
    fr: 'Coûts indirects en pourcentage des coûts directs',
    ar: 'التكاليف غير المباشرة كنسبة من المباشرة',
    zh: '间接费用占直接费用的百分比',
    ru: 'Косвенные расходы в процентах от прямых',
  },
  total: { en: 'Total', es: 'Total', fr: 'Total', ar: 'المجموع', zh: '总计', ru: 'Итого' },
  share: {
    en: 'Share of each organization',
    es: 'Parte de cada organización',
    fr: 'Part de chaque organisation',
    ar: 'حصة كل منظمة',
    zh: '各组织所占份额',
    ru: 'Доля каждой организации',
  },
  endorsement: {
    en: 'Endorsement',
    es: 'Aval',
    fr: 'Approbation',
    ar: 'التأييد',
    zh: '核可',
    ru: 'Одобрение',
  },
  residentCoordinator: {
    en: 'Resident Coordinator',
    es: 'Coordinador Residente',
    fr: 'Coordonnateur résident',
    ar: 'المنسق المقيم',
    zh: '驻地协调员',
    ru: 'Координатор-резидент',
  },
  forOrganization: { en: 'For', es: 'Por', fr: 'Pour', ar: 'عن', zh: '代表', ru: 'От имени' },
  name: { en: 'Name', es: 'Nombre', fr: 'Nom', ar: 'الاسم', zh: '姓名', ru: 'Имя' },
  signature: { en: 'Signature', es: 'Firma', fr: 'Signature', ar: 'التوقيع', zh: '签字', ru: 'Подпись' },
  day: { en: 'Date', es: 'Fecha', fr: 'Date', ar: 'التاريخ', zh: '日期', ru: 'Дата' },
  page: { en: 'Page', es: 'Página', fr: 'Page', ar: 'صفحة', zh: '第', ru: 'Страница' },
  ofPages: { en: 'of', es: 'de', fr: 'sur', ar: 'من', zh: '页，共', ru: 'из' },
  afterPages: { en: ' ', zh: '页' },
} as const satisfies Record<string, Localized>;

export type DocumentWord = keyof typeof sources;

const tables = new Map<Language, Readonly<Record<DocumentWord, Text>>>();

/** Those words in one language. */
export const documentWords = (language: Language): Readonly<Record<DocumentWord, Text>> => {
  const made =
    tables.get(language) ??
    (Object.fromEntries(
      Object.entries(sources).map(([word, text]) => [word, label(text, language)]),
      // The entries are those of `sources`.
    ) as Record<DocumentWord, Text>);
  tables.set(language, made);
  return made;
};
