import { type DocKind, docKindSchema } from '#shared/domain/document.ts';
import { documentFormat, documentFormatVersion } from '#shared/domain/document-file.ts';
import { isFieldPath } from '#shared/domain/field-path.ts';
import { fieldValueSchema } from '#shared/domain/field-value.ts';
import { type Template, templateFields, templateRefOf } from '#shared/domain/template.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { DraftBuilder } from './draft-builder.ts';
import { type DocumentDraft, type ImportError, importError } from './import-result.ts';
import { isRecord, kindOfRecord, type NetworkRecord, readable } from './network-record.ts';
import { short, type ValueReader } from './read-value.ts';

/** Records or documents that one file may have. */
export const maxEntries = 5_000;

export type JsonEntry =
  /** A document that Compact Desk wrote. */
  | { readonly what: 'document'; readonly kind: DocKind; readonly content: NetworkRecord }
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

const entryOf = (value: NetworkRecord): JsonEntry => {
  const kind = docKindSchema.safeParse(value.kind);
  if (kind.success && isRecord(value.fields)) return { what: 'document', kind: kind.data, content: value };
  return { what: 'record', kind: kindOfRecord(value), content: value };
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
    if (value.format === documentFormat && value.formatVersion !== documentFormatVersion)
      return err(importError('newer-format', { version: short(readable(value.formatVersion)) }));
    entries.push(entryOf(value));
  }
  return ok(entries);
};

/**
 * A draft of a document file: every value stays at its path, even where its form no longer asks it. What cannot be a
 * value is kept as text, and files are named, since their bytes are not in such a file.
 */
export const draftOfDocument = (
  content: NetworkRecord,
  templates: readonly Template[],
  newest: Template,
  reader: ValueReader,
  origin: string,
): DocumentDraft => {
  const template = templates.find((candidate) => templateRefOf(candidate) === content.template) ?? newest;
  const draft = new DraftBuilder(template, reader);
  if (templateRefOf(template) !== content.template)
    draft.warn('template', 'template-unknown', { value: short(readable(content.template)) });
  const attachments = new Set(
    templateFields(template)
      .filter(({ kind }) => kind === 'attachments')
      .map(({ id }) => id),
  );
  const fields = isRecord(content.fields) ? content.fields : {};
  for (const [path, value] of Object.entries(fields)) {
    const parsed = fieldValueSchema.safeParse(value);
    if (attachments.has(path.split('/', 1)[0] ?? '')) {
      if (path.endsWith('/name')) draft.warn(path, 'file-not-included', { value: short(readable(value)) });
      draft.keep(path, readable(value));
    } else if (isFieldPath(path) && parsed.success) draft.set(path, parsed.data);
    else {
      draft.warn(path, 'not-understood', { value: short(readable(value)) });
      draft.keep(path, readable(value));
    }
  }
  return draft.build(origin);
};
