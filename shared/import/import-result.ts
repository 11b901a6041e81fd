import type { DocKind } from '#shared/domain/document.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import type { TemplateRef } from '#shared/domain/template.ts';

/** What a person should look at after an import; nothing of it was dropped. */
export const importWarningCodes = [
  /** A name that no list has; kept as text. `value`. */
  'unknown-name',
  /** A name that was understood although the list spells it otherwise; the original is kept. `value`, `as`. */
  'name-understood',
  /** A number that no list has, such as objective 99; kept as text. `value`. */
  'out-of-range',
  /** Text where the form wants a date, a number, a yes or no…; kept as text. `value`. */
  'not-understood',
  /** Two dates where the field takes one; kept as text, none of them is chosen. `value`. */
  'two-dates',
  /** A value that stood there in another shape than its field has, and was understood all the same. `value`. */
  'other-shape',
  /** An amount that two customs read differently; kept as text until somebody says. `value`, `point`, `comma`. */
  'amount-unclear',
  /** A budget in thousands, or in another currency than the document: no amount was taken. `value`: what it says. */
  'other-unit',
  /** The sums that a budget states are not those of its lines; the table is kept too. */
  'sums-differ',
  /** Longer than the form allows; kept whole. `limit`, `actual`. */
  'too-long',
  /** HTML tags or entities stand in the text; kept as they are. `value`: the first. */
  'markup',
  /** It has no field in this form; kept under "Not yet placed". `value`: its beginning. */
  'no-field',
  /** Several have none: `count`, and their `names`. */
  'no-fields',
  /** Characters that no file can keep (NUL, half of a pair) became U+FFFD. `count`. */
  'characters-replaced',
  /** The record itself says that it is incomplete. */
  'incomplete-source',
  /** The form that the document was written on is not known here; the newest was taken. `value`. */
  'template-unknown',
  /** Files of the document are not in this file; their names are kept. `value`. */
  'file-not-included',
  /** Two answers for one field: the second is kept apart. `value`. */
  'second-answer',
  /** A quotation mark of this row is not closed, or stands in the middle: its line was taken as it is. */
  'broken-quote',
  /** The row has fewer cells than the header: `expected`, `actual`. */
  'missing-cells',
  /** The row has more cells than the header; they are kept: `expected`, `actual`. */
  'extra-cells',
  /** Word: changes that were being tracked are taken as accepted. `inserted`, `deleted`: how many. */
  'tracked-changes',
  /** Word: comments stand among the pieces. `count`. */
  'comments-kept',
  /** Word: footnotes and endnotes stand at the end of their piece. `count`. */
  'notes-kept',
  /** Word: pictures are not brought in. `count`. */
  'pictures-left-out',
  /** Word: its macros were not run and are not brought in. */
  'macros-left-out',
  /** Word: text of headers and footers stands among the pieces. `count`. */
  'headers-kept',
  /** Word: tables stand as lines of text. `count`. */
  'tables-as-lines',
  /** Word: embedded objects (sheets, charts) are not brought in. `count`. */
  'objects-left-out',
  /** Word: text of text boxes, formulas and other places beside the running text stands among the pieces. `count`. */
  'aside-kept',
] as const;
export type ImportWarningCode = (typeof importWarningCodes)[number];

export type ImportWarning = {
  /** Where it stood: a key such as `submission.sid`, a column, a heading. */
  readonly place: string;
  readonly code: ImportWarningCode;
  readonly params: Readonly<Record<string, string | number>>;
};

/** Text that has no field of its own; it is in the draft's `imported` list, under this label. */
export type KeptText = { readonly label: string; readonly text: string };

/** A document that an import would make. `fields` holds `kept` too. */
export type DocumentDraft = {
  readonly kind: DocKind;
  readonly template: TemplateRef;
  readonly fields: FieldMap;
  readonly kept: readonly KeptText[];
  readonly warnings: readonly ImportWarning[];
};

/** Why a file could not be read at all. Each names the place as far as there is one. */
export const importErrorCodes = [
  /** More than is read: `limitBytes`, `actualBytes`. */
  'file-too-large',
  'empty-file',
  /** Columns are named, and nothing stands under them. */
  'no-rows',
  'only-updates',
  /** `line` and `column`, 1-based. */
  'not-json',
  /** JSON in which one thing has the same name twice, of which only one could be read: `key`, `line`, `column`. */
  'key-twice',
  /** JSON, but neither a document nor a record. */
  'unknown-shape',
  /** A document of a kind that is not known here: `kind`, and those that are `known`. */
  'unknown-kind',
  /** Objects and lists within one another, deeper than is read: `limit`. */
  'too-deep',
  /** A format newer than this version: `version`. */
  'newer-format',
  /** More rows or records than are read at once: `limit`. */
  'too-many',
  /** None of the columns is one of the form: `columns`. */
  'no-known-column',
  'not-a-zip',
  /** A zip, but not of Word. */
  'not-word',
  /** A spreadsheet, in the format of its program. */
  'workbook',
  'encrypted',
  /** The old binary format of Word. */
  'old-word',
  'open-document',
  /** `part`, `line`. */
  'broken-xml',
  /** The archive unpacks to more than is read: `part`, `limitBytes`. */
  'unpacks-too-large',
  /** The archive is cut off or damaged: `part` where it is known. */
  'damaged-archive',
  /** Nothing but pictures, or nothing at all. */
  'no-text',
  'unknown-type',
  'cancelled',
  /** The reader itself gave up; the file was left alone. */
  'unreadable',
] as const;
export type ImportErrorCode = (typeof importErrorCodes)[number];

export type ImportError = {
  readonly code: ImportErrorCode;
  readonly params: Readonly<Record<string, string | number>>;
};

export const importError = (code: ImportErrorCode, params: ImportError['params'] = {}): ImportError => ({
  code,
  params,
});
