import type { DocKind } from '#shared/domain/document.ts';
import {
  type DocumentFile,
  type RefusedValue,
  readDocumentParts,
  unreadProperties,
} from '#shared/domain/document-file.ts';
import { rootOf } from '#shared/domain/field-path.ts';
import { type Template, templateFields, templateRefOf } from '#shared/domain/template.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { DraftBuilder } from './draft-builder.ts';
import { type DocumentDraft, type ImportError, importError } from './import-result.ts';
import { isRecord, kindOfRecord, type NetworkRecord, readable } from './network-record.ts';
import { short, type ValueReader } from './read-value.ts';

/** Records or documents that one file may have. */
export const maxEntries = 5_000;

export type JsonEntry =
  /** A document that Compact Desk wrote; with what of it cannot be a value. */
  | {
      readonly what: 'document';
      readonly kind: DocKind;
      readonly file: DocumentFile;
      readonly refused: readonly RefusedValue[];
      /** What else stood in it. */
      readonly others: NetworkRecord;
    }
  /** Anything else that is an object. */
  | { readonly what: 'record'; readonly kind: DocKind; readonly content: NetworkRecord };

/** Line and column, 1-based, of an offset into a text. */
const placeAt = (text: string, offset: number): ImportError['params'] => {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
};

const notJson = (text: string, error: unknown): ImportError => {
  const message = error instanceof Error ? error.message : '';
  const position = /position (\d+)/u.exec(message)?.[1];
  const offset = position === undefined ? text.length : Number(position);
  return importError('not-json', placeAt(text, offset));
};

/** A document whose form nobody could have is read as one that names no form. */
const withoutTemplate = ({ template: _, ...content }: NetworkRecord): NetworkRecord => content;

const entryOf = (value: NetworkRecord): Result<JsonEntry, ImportError> => {
  const whole = readDocumentParts(value);
  const read =
    whole.ok || whole.error.code !== 'bad-template' ? whole : readDocumentParts(withoutTemplate(value));
  if (read.ok) {
    const { file, refused } = read.value;
    const unread = unreadProperties(value).map((name) => [name, value[name]] as const);
    const others = whole.ok ? unread : [...unread, ['template', value.template] as const];
    return ok({ what: 'document', kind: file.kind, file, refused, others: Object.fromEntries(others) });
  }
  if (read.error.code === 'newer-format')
    return err(importError('newer-format', { version: String(read.error.formatVersion) }));
  return ok({ what: 'record', kind: kindOfRecord(value), content: value });
};

/** Reads a file of one object or of a list of them. Parse at the edge: everything in it is still unknown. */
export const readJsonFile = (text: string): Result<readonly JsonEntry[], ImportError> => {
  const bare = text.replace(/^\ufeff/u, '');
  if (bare.trim() === '') return err(importError('empty-file'));
  let content: unknown;
  try {
    content = JSON.parse(bare);
  } catch (error) {
    return err(notJson(bare, error));
  }
  const list: readonly unknown[] = Array.isArray(content) ? content : [content];
  if (list.length === 0) return err(importError('empty-file'));
  if (list.length > maxEntries) return err(importError('too-many', { limit: maxEntries }));
  const entries: JsonEntry[] = [];
  for (const [index, value] of list.entries()) {
    if (!isRecord(value) || Object.keys(value).length === 0)
      return err(importError('unknown-shape', { place: `[${index + 1}]` }));
    const entry = entryOf(value);
    if (!entry.ok) return entry;
    entries.push(entry.value);
  }
  return ok(entries);
};

/**
 * A draft of a document file: every value stays at its path, even where its form no longer asks it. What cannot be a
 * value is kept as text, and files are named, since their bytes are not in such a file.
 */
export const draftOfDocument = (
  { file, refused, others }: Extract<JsonEntry, { what: 'document' }>,
  templates: readonly Template[],
  newest: Template,
  reader: ValueReader,
  origin: string,
): DocumentDraft => {
  const known = templates.find((candidate) => templateRefOf(candidate) === file.template);
  const template = known ?? newest;
  const draft = new DraftBuilder(template, reader);
  if (known === undefined || others.template !== undefined)
    draft.warn('template', 'template-unknown', { value: short(readable(others.template ?? file.template)) });
  const attachments = new Set(
    templateFields(template)
      .filter(({ kind }) => kind === 'attachments')
      .map(({ id }) => id),
  );
  for (const [path, value] of Object.entries(file.fields)) {
    if (attachments.has(rootOf(path))) {
      if (path.endsWith('/name')) draft.warn(path, 'file-not-included', { value: short(readable(value)) });
      draft.keep(path, readable(value));
    } else draft.set(path, value);
  }
  for (const { place, value } of refused) {
    draft.warn(place, 'not-understood', { value: short(readable(value)) });
    draft.keep(place, readable(value));
  }
  for (const [name, value] of Object.entries(others)) {
    if (name === 'template') continue;
    draft.keepUnplaced(name, readable(value));
  }
  return draft.build(origin);
};
