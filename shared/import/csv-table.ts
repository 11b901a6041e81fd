import { decimalOf } from '#shared/domain/pasted-amount.ts';
import { isGroup, type Template, type TemplateField, templateFields } from '#shared/domain/template.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { type CsvRow, type Delimiter, delimiters, readRows } from './csv-rows.ts';
import { type DecodedText, decodeBytes, type TextEncodingName } from './decode-bytes.ts';
import { DraftBuilder } from './draft-builder.ts';
import { type FieldFinder, fieldFinder } from './field-keys.ts';
import { type DocumentDraft, type ImportError, importError } from './import-result.ts';
import { putGroup } from './network-record.ts';
import { type AmountCustom, isDecimalSign } from './read-amount.ts';
import { short, type ValueReader } from './read-value.ts';
import { bareName } from './term-match.ts';

/** Rows that one table may have. */
export const maxRows = 20_000;

/** `amounts`: how the other amounts of the column are written. */
export type CsvColumn = {
  readonly header: string;
  readonly field: TemplateField | null;
  readonly amounts: AmountCustom;
};

/** A row as a document that it would make; its warnings name the column. */
export type CsvDraft = { readonly row: number; readonly draft: DocumentDraft };

/** A row that is no document: what stood above the header, or the header again. */
export type PassedRow = {
  readonly row: number;
  readonly why: 'above-header' | 'header-again';
  readonly text: string;
};

export type CsvTable = {
  readonly encoding: TextEncodingName;
  readonly delimiter: Delimiter;
  readonly columns: readonly CsvColumn[];
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

const draftOfRow = (
  row: CsvRow,
  columns: readonly CsvColumn[],
  template: Template,
  reader: ValueReader,
  origin: string,
): DocumentDraft => {
  const draft = new DraftBuilder(template, reader);
  const expected = columns.length;
  const actual = row.cells.length;
  if (row.isBroken) {
    draft.warn('', 'broken-quote', { value: short(row.cells.join(' ')) });
    draft.keep(`${row.number}`, row.cells.join(' | '));
  } else if (actual < expected) draft.warn('', 'missing-cells', { expected, actual });
  row.cells.forEach((cell, index) => {
    if (cell.trim() === '') return;
    const column = columns[index];
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

/** Tells how far it has come, and is asked whether to go on. */
export type Progress = (done: number, total: number) => void;

const withoutSeparatorLine = ({ text }: DecodedText): string => text.replace(/^\ufeff?(?:sep=.\r?\n)?/iu, '');

/**
 * Reads a table of documents, one a row: any of the usual encodings, delimiters and line ends, columns in any order
 * and language. Every cell ends in the draft of its row, in a field or among what is not yet placed.
 */
export const readCsvTable = (
  bytes: Uint8Array,
  template: Template,
  reader: ValueReader,
  origin: string,
  progress: Progress = () => undefined,
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
  const columns = header.row.cells.map((cell, index): CsvColumn => {
    const field = finder.find(cell) ?? null;
    const isMoney = field?.kind === 'money';
    const told = isMoney ? decimalOf(rows.map(({ cells }) => cells[index] ?? '')) : undefined;
    return { header: cell.trim(), field, amounts: isDecimalSign(told) ? { decimal: told } : {} };
  });
  const passed: PassedRow[] = [];
  const drafts: CsvDraft[] = [];
  for (const [index, row] of rows.entries()) {
    const isAbove = row.number < header.row.number;
    if (isAbove || isSameRow(row, header.row)) {
      if (row.number !== header.row.number)
        passed.push({
          row: row.number,
          why: isAbove ? 'above-header' : 'header-again',
          text: row.cells.filter((cell) => cell !== '').join(' | '),
        });
      continue;
    }
    drafts.push({ row: row.number, draft: draftOfRow(row, columns, template, reader, origin) });
    if (index % 50 === 0) progress(index, rows.length);
  }
  if (drafts.length === 0) return err(importError('empty-file'));
  const missing = templateFields(template).filter(
    (field) =>
      field.required !== undefined &&
      field.required.when === undefined &&
      field.required.severity === 'error' &&
      !columns.some((column) => column.field === field),
  );
  progress(rows.length, rows.length);
  return ok({ encoding: decoded.encoding, delimiter: header.delimiter, columns, missing, drafts, passed });
};
