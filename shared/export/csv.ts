import Papa from 'papaparse';
import type { Stage } from '#shared/domain/document.ts';
import { decimalSign } from '#shared/domain/money.ts';
import {
  type Language,
  localized,
  type Template,
  type TemplateField,
  templateFields,
} from '#shared/domain/template.ts';
import { blockText } from './block-text.ts';
import type { DocumentModel } from './document-model.ts';
import { stageWords } from './stage-words.ts';

/** One document of a register, read in the register's language and without what its copy leaves out. */
export type RegisterEntry = {
  readonly id: string;
  readonly stage: Stage;
  readonly round: number;
  /** ISO 8601 in UTC. */
  readonly savedAt: string;
  readonly receiptNo: string;
  readonly template: Template;
  readonly model: DocumentModel;
};

/** What a register says of each document beside what was written in it: the names of those columns. */
export const registerFacts = {
  id: { en: 'Document', es: 'Documento', fr: 'Document', ar: 'الوثيقة', zh: '文件', ru: 'Документ' },
  kind: { en: 'Kind', es: 'Clase', fr: 'Type', ar: 'النوع', zh: '种类', ru: 'Вид' },
  form: { en: 'Form', es: 'Formulario', fr: 'Formulaire', ar: 'الاستمارة', zh: '表格', ru: 'Форма' },
  stage: { en: 'Stage', es: 'Etapa', fr: 'Stade', ar: 'المرحلة', zh: '阶段', ru: 'Этап' },
  round: { en: 'Round', es: 'Ronda', fr: 'Tour', ar: 'الجولة', zh: '轮次', ru: 'Раунд' },
  savedAt: {
    en: 'Saved on this laptop',
    es: 'Guardado en este equipo',
    fr: 'Enregistré sur cet ordinateur',
    ar: 'حُفظ على هذا الحاسوب',
    zh: '在本机保存的时间',
    ru: 'Сохранено на этом компьютере',
  },
  receipt: {
    en: 'Receipt',
    es: 'Acuse de recibo',
    fr: 'Accusé de réception',
    ar: 'إيصال الاستلام',
    zh: '收据',
    ru: 'Подтверждение получения',
  },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

export type RegisterFact = keyof typeof registerFacts;

export type RegisterOptions = {
  /** Of the names of the columns; `codes`: the ids of the fields. */
  readonly names: Language | 'codes';
  readonly withContacts: boolean;
  /** Between the cells; a comma without it. See `delimiterOf`. */
  readonly delimiter?: Delimiter;
};

export type Delimiter = ',' | ';';

/** What spreadsheets of a place (such as `es-PE`) expect between cells: where decimals have a comma, a semicolon. */
export const delimiterOf = (locale: string): Delimiter => (decimalSign(locale) === ',' ? ';' : ',');

const isColumn = (field: TemplateField, withContacts: boolean): boolean =>
  field.kind !== 'document' && (withContacts || (field.personal !== true && field.onlyWhenFilled !== true));

/** What a spreadsheet takes for a formula; apostrophes before it count, so that one more can be taken off again. */
const formula = /^'*(?:\s*[=+\-@＝＋－＠]|[\t\r])/u;

/** The text of a cell of a register, without the apostrophe that keeps it from running. */
export const asWritten = (cell: string): string =>
  cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;

/**
 * Documents as a table, one row each (RFC 4180 in UTF-8, with the byte order mark by which Excel knows it). The columns
 * depend on the forms alone, not on what was answered. A cell that a spreadsheet would take for a formula begins with
 * an apostrophe. The training mark is a column of its own where a document has one.
 */
export const registerCsv = (
  entries: readonly RegisterEntry[],
  { names, withContacts, delimiter = ',' }: RegisterOptions,
): string => {
  const fields = new Map<string, TemplateField>();
  for (const { template } of entries) {
    for (const field of templateFields(template)) {
      if (isColumn(field, withContacts) && !fields.has(field.id)) fields.set(field.id, field);
    }
  }
  const training = entries.map(({ model }) => model.training).find((mark) => mark !== null);
  const heads = [
    ...Object.entries(registerFacts).map(([id, name]) => (names === 'codes' ? id : localized(name, names))),
    ...(training ? [names === 'codes' ? 'training' : training.text] : []),
  ];
  const taken = new Set(heads);
  for (const [id, field] of fields) {
    const label = names === 'codes' ? id : localized(field.exportHeading ?? field.label, names);
    const head = taken.has(label) ? `${label} (${id})` : label;
    taken.add(head);
    heads.push(head);
  }
  const rows = entries.map(({ model, ...entry }) => {
    const answers = new Map(
      model.sections.flatMap((section) =>
        section.fields.map(({ id, blocks }) => [id, blocks.map(blockText).join('\n')] as const),
      ),
    );
    return [
      entry.id,
      names === 'codes' ? model.kind : model.kindName.text,
      model.template,
      names === 'codes' ? entry.stage : stageWords[entry.stage][names],
      String(entry.round),
      entry.savedAt,
      entry.receiptNo,
      ...(training ? [model.training?.text ?? ''] : []),
      ...[...fields.keys()].map((id) => answers.get(id) ?? ''),
    ];
  });
  const table = Papa.unparse([heads, ...rows], {
    newline: '\r\n',
    delimiter,
    escapeFormulae: formula,
  });
  return `\ufeff${table}\r\n`;
};
