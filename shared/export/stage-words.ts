import type { Stage } from '#shared/domain/document.ts';
import type { Language } from '#shared/domain/template.ts';

/**
 * What the stages are called in a register, in its language: the words of the Desk, in the languages that the screens
 * do not have too. Kept here because the command line writes registers as well.
 */
export const stageWords: Readonly<Record<Stage, Readonly<Record<Language, string>>>> = {
  draft: { en: 'Draft', es: 'Borrador', fr: 'Brouillon', ar: 'مسودة', zh: '草稿', ru: 'Черновик' },
  ready: { en: 'Ready', es: 'Listo', fr: 'Prêt', ar: 'جاهزة', zh: '准备就绪', ru: 'Готово' },
  sending: {
    en: 'Sending',
    es: 'Enviando',
    fr: 'En cours d’envoi',
    ar: 'قيد الإرسال',
    zh: '正在发送',
    ru: 'Отправляется',
  },
  submitted: { en: 'Submitted', es: 'Presentado', fr: 'Soumis', ar: 'مقدَّمة', zh: '已提交', ru: 'Подано' },
  'in-review': {
    en: 'In review',
    es: 'En examen',
    fr: 'En cours d’examen',
    ar: 'قيد المراجعة',
    zh: '审阅中',
    ru: 'На рассмотрении',
  },
  returned: {
    en: 'Returned',
    es: 'Devuelto',
    fr: 'Renvoyé',
    ar: 'معادة',
    zh: '已退回',
    ru: 'Возвращено',
  },
  accepted: { en: 'Accepted', es: 'Aceptado', fr: 'Accepté', ar: 'مقبولة', zh: '已接受', ru: 'Принято' },
  declined: {
    en: 'Declined',
    es: 'No aceptado',
    fr: 'Non retenu',
    ar: 'غير مقبولة',
    zh: '未接受',
    ru: 'Не принято',
  },
  published: {
    en: 'Published',
    es: 'Publicado',
    fr: 'Publié',
    ar: 'منشورة',
    zh: '已发布',
    ru: 'Опубликовано',
  },
};
