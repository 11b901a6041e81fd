import { decimalOf } from '#shared/domain/pasted-amount.ts';
import { isGroup, type Template, type TemplateField, templateFields } from '#shared/domain/template.ts';
import { asWritten } from '#shared/export/csv.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { type CsvRow, type Delimiter, delimiters, readRows } from './csv-rows.ts';
import { type DecodedText, decodeBytes, type TextEncodingName } from './decode-bytes.ts';
import { DraftBuilder } from './draft-builder.ts';
import { type FieldFinder, fieldFinder } from './field-keys.ts';
import { type DocumentDraft, type ImportError, importError } from './import-result.ts';
import { putGroup } from './network-record.ts';
import { type AmountCustom, isDecimalSign } from './read-amount.ts';
import { short, type ValueReader } from './read-value.ts';
import { type OwnColumn, ownColumns } from './register-columns.ts';
import { bareName } from './term-match.ts';

/** Rows that one table may have. */
export const maxRows = 20_000;

/** `amounts`: how the other amounts of the column are written. */
export type CsvColumn = {
  readonly header: string;
  readonly field: TemplateField | null;
  readonly amounts: AmountCustom;
  /** Of a register: it says where a document stood, and is not brought in. */
  readonly isOwn: boolean;
};

/** A row as a document that it would make; its warnings name the column. */
export type CsvDraft = { readonly row: number; readonly draft: DocumentDraft };

/**
 * A row that makes no document: what stood above the header, the header again, or in a register the update of a
 * pledge, which is begun from its pledge.
 */
export type PassedRow = {
  readonly row: number;
  readonly why: 'above-header' | 'header-again' | 'update';
  readonly text: string;
};

export type CsvTable = {
  readonly encoding: TextEncodingName;
  readonly delimiter: Delimiter;
  readonly columns: readonly CsvColumn[];
  /** The names of a register's own columns; none of any other table. */
  readonly own: readonly string[];
  /** Fields that every document needs and no column has. */
  readonly missing: readonly TemplateField[];
  readonly drafts: readonly CsvDraft[];
  readonly passed: readonly PassedRow[];
};

const headerSearch = 15;

type Header = { readonly delimiter: Delimiter; readonly row: CsvRow; readonly known: number };

const knownColumns = (finder: FieldFinder, row: CsvRow): number =>
  new Set(row.cells.map((cell) => finder.find(cell)).filter((field) => field !== undefined)).size;

/** The delimiter and row in which most cells name a field of the form. */
const findHeader = (text: string, finder: FieldFinder): Header | null => {
  let best: Header | null = null;
  for (const delimiter of delimiters) {
    for (const row of readRows(text, delimiter, headerSearch)) {
      const known = knownColumns(finder, row);
      if (known > (best?.known ?? 0)) best = { delimiter, row, known };
    }
  }
  return best;
};

const isSameRow = (row: CsvRow, header: CsvRow): boolean =>
  row.cells.length >= header.cells.length &&
  header.cells.every((cell, index) => bareName(cell) === bareName(row.cells[index] ?? ''));

/** The text of a table, cut into rows. `own`: the columns of a register that say where a document stood. */
type Sheet = {
  readonly encoding: TextEncodingName;
  readonly delimiter: Delimiter;
  readonly header: CsvRow;
  /** All rows but the header. */
  readonly rows: readonly CsvRow[];
  readonly own: ReadonlyMap<number, OwnColumn>;
};

const withoutSeparatorLine = ({ text }: DecodedText): string => text.replace(/^\ufeff?(?:sep=.\r?\n)?/iu, '');

const readSheet = (bytes: Uint8Array, template: Template): Result<Sheet, ImportError> => {
  const decoded = decodeBytes(bytes);
  const text = withoutSeparatorLine(decoded);
  if (text.trim() === '') return err(importError('empty-file'));
  const found = findHeader(text, fieldFinder(template));
  if (found === null) {
    const [first] = readRows(text, ',', 1);
    return err(importError('no-known-column', { columns: short((first?.cells ?? []).join(', ')) }));
  }
  const { delimiter, row: header } = found;
  const rows = readRows(text, delimiter, maxRows + headerSearch);
  if (rows.length > maxRows) return err(importError('too-many', { limit: maxRows }));
  return ok({
    encoding: decoded.encoding,
    delimiter,
    header,
    rows: rows.filter(({ number }) => number !== header.number),
    own: ownColumns(header.cells),
  });
};

/** The form of a row, and what its columns are in it. */
type FormOfRow = { readonly template: Template; readonly columns: readonly CsvColumn[] };

/** `others`: forms in whose words the head of a register may name an answer that several kinds have. */
const columnsOf = (sheet: Sheet, form: Template, others: readonly Template[]): readonly CsvColumn[] => {
  const namedElsewhere = (head: string): TemplateField | undefined => {
    const ids = others.map((other) => fieldFinder(other).find(head)?.id);
    return templateFields(form).find(({ id }) => ids.includes(id));
  };
  return sheet.header.cells.map((cell, index) => {
    const isOwn = sheet.own.has(index);
    const field = isOwn ? null : (fieldFinder(form).find(cell) ?? namedElsewhere(cell) ?? null);
    const told =
      field?.kind === 'money' ? decimalOf(sheet.rows.map(({ cells }) => cells[index] ?? '')) : undefined;
    return { header: cell.trim(), field, amounts: isDecimalSign(told) ? { decimal: told } : {}, isOwn };
  });
};

/** The kind that a row of a register names; empty in any other table. */
const kindOf = ({ own }: Sheet, { cells }: CsvRow): string => {
  const [column = -1] = [...own].find(([, is]) => is === 'form') ?? [];
  return cells[column]?.split('@')[0] ?? '';
};

/** Why a row makes no document; null where it makes one. */
const whyPassed = (sheet: Sheet, row: CsvRow): PassedRow['why'] | null => {
  if (row.number < sheet.header.number) return 'above-header';
  if (isSameRow(row, sheet.header)) return 'header-again';
  return kindOf(sheet, row) === 'pledge-update' ? 'update' : null;
};

const draftOfRow = (
  row: CsvRow,
  { template, columns }: FormOfRow,
  reader: ValueReader,
  origin: string,
): DocumentDraft => {
  const isRegister = columns.some(({ isOwn }) => isOwn);
  const draft = new DraftBuilder(template, reader);
  const expected = columns.length;
  const actual = row.cells.length;
  if (row.isBroken) {
    draft.warn('', 'broken-quote', { value: short(row.cells.join(' ')) });
    draft.keep(`${row.number}`, row.cells.join(' | '));
  } else if (actual < expected) draft.warn('', 'missing-cells', { expected, actual });
  row.cells.forEach((said, index) => {
    const column = columns[index];
    if (said.trim() === '' || column?.isOwn) return;
    const cell = isRegister ? asWritten(said) : said;
    const place = column === undefined ? `${index + 1}` : column.header || `${index + 1}`;
    const field = column?.field;
    if (column === undefined) draft.warn(place, 'extra-cells', { expected, actual });
    if (field && isGroup(field))
      putGroup(
        draft,
        field,
        place,
        cell.split(/[;\n]+/u).filter((part) => part.trim()),
      );
    else if (field && field.kind !== 'attachments' && field.kind !== 'budget')
      draft.put(field, field.id, place, cell, column?.amounts);
    else if (column === undefined) draft.keep(place, cell);
    else draft.keepUnplaced(place, cell);
  });
  return draft.build(`${origin}, ${row.number}`);
};

/** Fields that every document of the form needs and no column has. */
const missingIn = ({ template, columns }: FormOfRow): readonly TemplateField[] =>
  templateFields(template).filter(
    (field) =>
      field.required !== undefined &&
      field.required.when === undefined &&
      field.required.severity === 'error' &&
      !columns.some((column) => column.field === field),
  );

/** Tells how far it has come, and is asked whether to go on. */
export type Progress = (done: number, total: number) => void;

/**
 * Reads a table of documents, one a row: any of the usual encodings, delimiters and line ends, columns in any order
 * and language. Every cell ends in the draft of its row, in a field or among what is not yet placed; but for what a
 * register of our own says of where a document stood. `others`: the forms of the rows of a register that name another
 * kind than `template`'s.
 */
export const readCsvTable = (
  bytes: Uint8Array,
  template: Template,
  reader: ValueReader,
  origin: string,
  progress: Progress = () => undefined,
  others: readonly Template[] = [],
): Result<CsvTable, ImportError> => {
  const read = readSheet(bytes, template);
  if (!read.ok) return read;
  const sheet = read.value;
  const inRegister = sheet.own.size === 0 ? [] : others;
  const formFor = (form: Template): FormOfRow => ({
    template: form,
    columns: columnsOf(sheet, form, inRegister),
  });
  const chosen = formFor(template);
  const forms = [chosen, ...inRegister.filter(({ kind }) => kind !== template.kind).map(formFor)];
  const formOf = (row: CsvRow): FormOfRow =>
    forms.find((form) => form.template.kind === kindOf(sheet, row)) ?? chosen;
  const passed: PassedRow[] = [];
  const drafts: CsvDraft[] = [];
  for (const [index, row] of sheet.rows.entries()) {
    const why = whyPassed(sheet, row);
    if (why === null) drafts.push({ row: row.number, draft: draftOfRow(row, formOf(row), reader, origin) });
    else passed.push({ row: row.number, why, text: row.cells.filter((cell) => cell !== '').join(' | ') });
    if (index % 50 === 0) progress(index, sheet.rows.length);
  }
  if (drafts.length === 0)
    return err(importError(passed.some(({ why }) => why === 'update') ? 'only-updates' : 'no-rows'));
  const used = new Set(drafts.map(({ draft }) => draft.kind));
  progress(sheet.rows.length, sheet.rows.length);
  return ok({
    encoding: sheet.encoding,
    delimiter: sheet.delimiter,
    columns: chosen.columns,
    own: [...sheet.own.keys()].map((index) => sheet.header.cells[index]?.trim() ?? ''),
    missing: forms.filter((form) => used.has(form.template.kind)).flatMap(missingIn),
    drafts,
    passed,
  });
};
