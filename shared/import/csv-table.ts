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
import { ownColumns } from './register-columns.ts';
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

/** The form of a row, and what its columns are in it. */
type FormOfRow = { readonly template: Template; readonly columns: readonly CsvColumn[] };

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

const withoutSeparatorLine = ({ text }: DecodedText): string => text.replace(/^\ufeff?(?:sep=.\r?\n)?/iu, '');

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
  const decoded = decodeBytes(bytes);
  const text = withoutSeparatorLine(decoded);
  if (text.trim() === '') return err(importError('empty-file'));
  const finder = fieldFinder(template);
  const header = findHeader(text, finder);
  if (header === null) {
    const [first] = readRows(text, ',', 1);
    return err(importError('no-known-column', { columns: short((first?.cells ?? []).join(', ')) }));
  }
  const rows = readRows(text, header.delimiter, maxRows + headerSearch);
  if (rows.length > maxRows) return err(importError('too-many', { limit: maxRows }));
  const own = ownColumns(header.row.cells);
  /** In a register the column of an answer that several kinds have is named as the first of them names it. */
  const namedElsewhere = (form: Template, head: string): TemplateField | undefined => {
    const ids = own.size === 0 ? [] : others.map((other) => fieldFinder(other).find(head)?.id);
    return templateFields(form).find(({ id }) => ids.includes(id));
  };
  const columnsOf = (form: Template): readonly CsvColumn[] =>
    header.row.cells.map((cell, index) => {
      const isOwn = own.has(index);
      const field = isOwn ? null : (fieldFinder(form).find(cell) ?? namedElsewhere(form, cell) ?? null);
      const told =
        field?.kind === 'money' ? decimalOf(rows.map(({ cells }) => cells[index] ?? '')) : undefined;
      return { header: cell.trim(), field, amounts: isDecimalSign(told) ? { decimal: told } : {}, isOwn };
    });
  const chosen: FormOfRow = { template, columns: columnsOf(template) };
  const forms = new Map<string, FormOfRow>([[template.kind, chosen]]);
  const formColumn = [...own].find(([, is]) => is === 'form')?.[0];
  const kindOf = ({ cells }: CsvRow): string => cells[formColumn ?? -1]?.split('@')[0] ?? '';
  const formOf = (row: CsvRow): FormOfRow => {
    const kind = kindOf(row);
    const other = others.find((form) => form.kind === kind);
    const form = forms.get(kind) ?? (other && { template: other, columns: columnsOf(other) });
    if (form !== undefined) forms.set(kind, form);
    return form ?? chosen;
  };
  const whyPassed = (row: CsvRow): PassedRow['why'] | null => {
    if (row.number < header.row.number) return 'above-header';
    if (isSameRow(row, header.row)) return 'header-again';
    return kindOf(row) === 'pledge-update' ? 'update' : null;
  };
  const passed: PassedRow[] = [];
  const drafts: CsvDraft[] = [];
  for (const [index, row] of rows.entries()) {
    if (row.number === header.row.number) continue;
    const why = whyPassed(row);
    if (why === null) drafts.push({ row: row.number, draft: draftOfRow(row, formOf(row), reader, origin) });
    else passed.push({ row: row.number, why, text: row.cells.filter((cell) => cell !== '').join(' | ') });
    if (index % 50 === 0) progress(index, rows.length);
  }
  if (drafts.length === 0)
    return err(importError(passed.some(({ why }) => why === 'update') ? 'only-updates' : 'no-rows'));
  const used = new Set(drafts.map(({ draft }) => draft.kind));
  const missing = [...forms.values()]
    .filter((form) => used.has(form.template.kind))
    .flatMap((form) => missingIn(form));
  progress(rows.length, rows.length);
  return ok({
    encoding: decoded.encoding,
    delimiter: header.delimiter,
    columns: chosen.columns,
    own: [...own.keys()].map((index) => header.row.cells[index]?.trim() ?? ''),
    missing,
    drafts,
    passed,
  });
};
