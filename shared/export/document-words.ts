import type { Language } from '#shared/domain/template.ts';
import { line, type Text } from './text.ts';

const columns = ['en', 'es', 'fr', 'ar', 'zh', 'ru'] as const satisfies readonly Language[];
type Row = readonly [en: string, es: string, fr: string, ar: string, zh: string, ru: string];

/**
 * The words that a document in print has beside its form: in the language of the document, which need not be one of
 * the screens. Kept here, not with the messages, because the server and the command line write documents too. A row
 * has a word in every language, in the order of `columns`.
 */
const sources = {
  draft: ['Draft', 'Borrador', 'Projet', 'مسودة', '草稿', 'Черновик'],
  received: [
    'Received by the Network',
    'Recibido por la Red',
    'Reçu par le Réseau',
    'استلمته الشبكة',
    '网络已收到',
    'Получено Сетью',
  ],
  changedSince: [
    '; changed since',
    '; con cambios posteriores',
    '\u00a0; modifié depuis',
    '؛ عُدِّل بعد ذلك',
    '；此后有改动',
    '; с тех пор изменено',
  ],
  training: ['Training', 'Práctica', 'Exercice', 'تدريب', '培训', 'Учебный документ'],
  contactsLeftOut: [
    'Contact persons are left out of this copy.',
    'Esta copia no incluye las personas de contacto.',
    'Cette copie ne comprend pas les personnes à contacter.',
    'لا تتضمن هذه النسخة جهات الاتصال.',
    '本副本不含联系人信息。',
    'Контактные лица в эту копию не включены.',
  ],
  formInEnglish: [
    'The questions of the form are given in English.',
    'Las preguntas del formulario figuran en inglés.',
    'Les questions du formulaire sont données en anglais.',
    'أسئلة الاستمارة واردة بالإنكليزية.',
    '表格的问题以英文列出。',
    'Вопросы формы приведены на английском языке.',
  ],
  yes: ['Yes', 'Sí', 'Oui', 'نعم', '是', 'Да'],
  no: ['No', 'No', 'Non', 'لا', '否', 'Нет'],
  present: ['present', 'actualidad', 'aujourd’hui', 'الآن', '至今', 'по настоящее время'],
  reason: ['Justification', 'Justificación', 'Justification', 'المبرر', '理由', 'Обоснование'],
  score: ['Score', 'Puntuación', 'Note', 'الدرجة', '分值', 'Балл'],
  category: ['Category', 'Categoría', 'Catégorie', 'الفئة', '类别', 'Категория'],
  organization: ['Organization', 'Organización', 'Organisation', 'المنظمة', '组织', 'Организация'],
  all: ['All', 'Total general', 'Ensemble', 'الجميع', '合计', 'Всего'],
  subtotal: ['Subtotal', 'Subtotal', 'Sous-total', 'المجموع الفرعي', '小计', 'Подытог'],
  direct: [
    'Direct costs',
    'Costos directos',
    'Coûts directs',
    'التكاليف المباشرة',
    '直接费用',
    'Прямые расходы',
  ],
  indirect: [
    'Indirect costs',
    'Costos indirectos',
    'Coûts indirects',
    'التكاليف غير المباشرة',
    '间接费用',
    'Косвенные расходы',
  ],
  rate: [
    'Indirect costs in per cent of direct costs',
    'Costos indirectos en porcentaje de los directos',
    'Coûts indirects en pourcentage des coûts directs',
    'التكاليف غير المباشرة كنسبة من المباشرة',
    '间接费用占直接费用的百分比',
    'Косвенные расходы в процентах от прямых',
  ],
  total: ['Total', 'Total', 'Total', 'المجموع', '总计', 'Итого'],
  share: [
    'Share of each organization',
    'Parte de cada organización',
    'Part de chaque organisation',
    'حصة كل منظمة',
    '各组织所占份额',
    'Доля каждой организации',
  ],
  endorsement: ['Endorsement', 'Aval', 'Approbation', 'التأييد', '核可', 'Одобрение'],
  residentCoordinator: [
    'Resident Coordinator',
    'Coordinador Residente',
    'Coordonnateur résident',
    'المنسق المقيم',
    '驻地协调员',
    'Координатор-резидент',
  ],
  forOrganization: ['For', 'Por', 'Pour', 'عن', '代表', 'От имени'],
  name: ['Name', 'Nombre', 'Nom', 'الاسم', '姓名', 'Имя'],
  signature: ['Signature', 'Firma', 'Signature', 'التوقيع', '签字', 'Подпись'],
  day: ['Date', 'Fecha', 'Date', 'التاريخ', '日期', 'Дата'],
  page: ['Page', 'Página', 'Page', 'صفحة', '第', 'Страница'],
  ofPages: ['of', 'de', 'sur', 'من', '页，共', 'из'],
  afterPages: ['', '', '', '', '页', ''],
  colon: [': ', ': ', '\u00a0: ', ': ', '：', ': '],
  comma: [', ', ', ', ', ', '، ', '，', ', '],
} as const satisfies Record<string, Row>;

export type DocumentWord = keyof typeof sources;
export type DocumentWords = Readonly<Record<DocumentWord, Text>>;

const tables = new Map<Language, DocumentWords>(
  columns.map((language, at) => [
    language,
    // The entries are those of `sources`.
    Object.fromEntries(
      Object.entries(sources).map(([word, row]) => [word, line(row[at] ?? '', language)]),
    ) as DocumentWords,
  ]),
);

/** Those words in one language. */
export const documentWords = (language: Language): DocumentWords => {
  const table = tables.get(language);
  if (table === undefined) throw new Error(`no words in ${language}`);
  return table;
};
