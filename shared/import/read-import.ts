import type { DocKind } from '#shared/domain/document.ts';
import type { Localized, Template } from '#shared/domain/template.ts';
import type { Vocabulary } from '#shared/domain/vocabulary.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { type PassedRow, type Progress, readCsvTable } from './csv-table.ts';
import { decodeBytes } from './decode-bytes.ts';
import { draftOfDocument } from './document-draft.ts';
import { readBlocks } from './docx-blocks.ts';
import { openDocx } from './docx-package.ts';
import { type DocumentDraft, type ImportError, type ImportWarning, importError } from './import-result.ts';
import { type RefusedEntry, readJsonFile } from './json-file.ts';
import { draftOfRecord } from './network-record.ts';
import type { AmountCustom, DecimalSign } from './read-amount.ts';
import { ValueReader } from './read-value.ts';
import { choicesOf, type PieceChoices } from './word-draft.ts';
import { kindOfPieces, type Placement, piecesOf, placePieces, type WordPiece } from './word-pieces.ts';

/** What a reader needs to know: the file, and the forms and lists of the app. */
export type ImportRequest = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What the person says it is; null: what it seems to be. */
  readonly kind: DocKind | null;
  readonly templates: readonly Template[];
  /** The newest form of each kind that can be brought in. */
  readonly newest: readonly Template[];
  readonly vocabulary: Vocabulary;
  /** How amounts are written in it, where the person was asked. */
  readonly decimal?: DecimalSign;
};

/** One document that the file would make. `place`: its row or its entry in the file, 1-based. */
export type ImportDraft = { readonly place: number; readonly draft: DocumentDraft };

/** A field that a piece of a Word file can be put into. */
export type ChoosableField = {
  readonly id: string;
  readonly label: Localized;
  readonly section: Localized;
};

export type ImportPreview =
  | {
      readonly what: 'drafts';
      readonly from: 'json' | 'csv';
      /** null where the entries are of several kinds, or say themselves what they are. */
      readonly kind: DocKind | null;
      readonly drafts: readonly ImportDraft[];
      readonly passed: readonly PassedRow[];
      readonly refused: readonly RefusedEntry[];
      /** Columns of a register that say where a document stood, and are not brought in. */
      readonly own: readonly string[];
      /** Fields that every document needs and no column has. */
      readonly missing: readonly Localized[];
      /** How the bytes were read: `windows-1252`… */
      readonly encoding: string;
    }
  | {
      readonly what: 'word';
      readonly kind: DocKind;
      readonly pieces: readonly WordPiece[];
      readonly placed: ReadonlyMap<number, Placement>;
      /** What the review begins with. */
      readonly choices: PieceChoices;
      readonly warnings: readonly ImportWarning[];
      readonly fields: readonly ChoosableField[];
      /** The kind of the house template on which it was written; null for any other file. */
      readonly houseKind: DocKind | null;
      /** How its amounts are written, as far as the file tells. */
      readonly amounts: AmountCustom;
    };

/** Bytes that a file of text may have. */
export const maxTextFileBytes = 30_000_000;

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** The newest form of a kind, also of one that is only begun in the app; the pledge's where there is none. */
const formOf = ({ newest, templates }: ImportRequest, kind: DocKind): Template | undefined => {
  const [latest] = [...newest, ...templates]
    .filter((template) => template.kind === kind)
    .sort((a, b) => b.version - a.version);
  return latest ?? newest[0];
};

const readerOf = ({ vocabulary, decimal }: ImportRequest): ValueReader =>
  new ValueReader(vocabulary, decimal === undefined ? {} : { decimal });

const readJson = (request: ImportRequest, text: string): Result<ImportPreview, ImportError> => {
  const file = readJsonFile(text);
  if (!file.ok) return file;
  const { entries, refused } = file.value;
  const reader = readerOf(request);
  const drafts = entries.flatMap(({ place, entry }): readonly ImportDraft[] => {
    const form = formOf(request, entry.what === 'record' ? (request.kind ?? entry.kind) : entry.kind);
    if (form === undefined) return [];
    const draft =
      entry.what === 'document'
        ? draftOfDocument(entry, request.templates, form, reader, request.name)
        : draftOfRecord(entry.content, form, reader, request.name);
    return [{ place, draft }];
  });
  const kinds = new Set(drafts.map(({ draft }) => draft.kind));
  const [only] = kinds;
  const isFree = entries.every(({ entry }) => entry.what === 'record');
  return ok({
    what: 'drafts',
    from: 'json',
    kind: isFree && kinds.size === 1 && only !== undefined ? only : null,
    drafts,
    passed: [],
    refused,
    own: [],
    missing: [],
    encoding: 'utf-8',
  });
};

const readCsv = (request: ImportRequest, progress: Progress): Result<ImportPreview, ImportError> => {
  const form = formOf(request, request.kind ?? 'pledge');
  if (form === undefined) return err(importError('unreadable'));
  const reader = readerOf(request);
  const others = request.kind === null ? request.newest : [];
  const table = readCsvTable(request.bytes, form, reader, request.name, progress, others);
  if (!table.ok) return table;
  const { drafts, passed, own, missing, encoding } = table.value;
  const [kind, ...more] = new Set(drafts.map(({ draft }) => draft.kind));
  return ok({
    what: 'drafts',
    from: 'csv',
    kind: kind !== undefined && more.length === 0 ? kind : null,
    drafts: drafts.map(({ row, draft }) => ({ place: row, draft })),
    passed,
    refused: [],
    own,
    missing: missing.map(({ label }) => label),
    encoding,
  });
};

const readWord = async (request: ImportRequest): Promise<Result<ImportPreview, ImportError>> => {
  const docx = openDocx(request.bytes);
  if (!docx.ok) return docx;
  const text = await readBlocks(docx.value);
  if (!text.ok) return text;
  const { pieces, warnings, language, houseKind } = piecesOf(text.value, docx.value, request.newest);
  if (pieces.length === 0) return err(importError('no-text'));
  const kind = request.kind ?? houseKind ?? kindOfPieces(pieces, request.newest);
  const form = formOf(request, kind);
  if (form === undefined) return err(importError('unreadable'));
  const fields = form.sections.flatMap((section) =>
    section.fields
      .filter((field) => field.kind !== 'attachments' && field.onlyWhenFilled !== true)
      .map(({ id, label }): ChoosableField => ({ id, label, section: section.title })),
  );
  const placed = placePieces(pieces, form);
  return ok({
    what: 'word',
    kind: form.kind,
    pieces,
    placed,
    choices: choicesOf(pieces, placed),
    warnings,
    fields,
    houseKind,
    amounts: language === null ? {} : { language },
  });
};

/** A text whose beginning has bytes that no text has, and that is not UTF-16. */
const isBinary = (bytes: Uint8Array): boolean => {
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return true;
  const { text } = decodeBytes(bytes.subarray(0, 4_000));
  return text.includes('\u0000');
};

/**
 * Reads any file that can be brought in, by what it holds and not by its name. Nothing is made of it yet: the answer is
 * what the person looks at first.
 */
export const readImport = async (
  request: ImportRequest,
  progress: Progress = () => undefined,
): Promise<Result<ImportPreview, ImportError>> => {
  const { bytes } = request;
  if (bytes.length === 0) return err(importError('empty-file'));
  if (startsWith(bytes, 0x50, 0x4b) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return readWord(request);
  if (bytes.length > maxTextFileBytes)
    return err(importError('file-too-large', { limitBytes: maxTextFileBytes, actualBytes: bytes.length }));
  if (/\.docx?$/iu.test(request.name)) return err(importError('not-a-zip'));
  if (isBinary(bytes)) return err(importError('unknown-type'));
  const { text } = decodeBytes(bytes);
  const isJson =
    /\.json$/iu.test(request.name) ||
    (!/\.[ct]sv$/iu.test(request.name) && /^\ufeff?\s*[[{]/u.test(text.slice(0, 200)));
  return isJson ? readJson(request, text) : readCsv(request, progress);
};
