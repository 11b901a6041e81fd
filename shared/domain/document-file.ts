import * as z from 'zod/mini';
import { err, ok, type Result } from '#shared/result.ts';
import { type DocKind, docKindSchema } from './document.ts';
import { isFieldPath } from './field-path.ts';
import { type FieldMap, fieldValueSchema } from './field-value.ts';
import { languages, type TemplateRef, templateRefSchema } from './template.ts';
import { isOfKind } from './template-versions.ts';

/** What the file of a document says of itself. */
export const documentFormat = 'compact-desk-document';
/** The newest format that this app writes and reads. */
export const documentFormatVersion = 1;

/** A document as it stands in a file: what was written, and in which form. */
export type DocumentFile = {
  readonly kind: DocKind;
  readonly template: TemplateRef;
  readonly fields: FieldMap;
};

/** Why a file holds no document that can be read. `place`: the field path, or the property of the file. */
export type DocumentFileProblem =
  | { readonly code: 'not-a-document' }
  | { readonly code: 'newer-format'; readonly formatVersion: number }
  | { readonly code: 'unknown-kind'; readonly value: string }
  | { readonly code: 'bad-template'; readonly value: string }
  | { readonly code: 'bad-path' | 'bad-value'; readonly place: string };

const headSchema = z.object({
  /** Samples and other programs' files need not say it. */
  format: z.exactOptional(z.literal(documentFormat)),
  formatVersion: z._default(z.int(), documentFormatVersion),
  kind: z.string(),
  template: z.exactOptional(z.string()),
  language: z.exactOptional(z.enum(languages)),
  fields: z.record(z.string(), z.unknown()),
});

/**
 * Reads the file of one document: what *Export* writes, or no more than `kind` and `fields`. All or nothing: one value
 * that cannot be kept, and the file is refused with its place. Properties that are not known are passed over: they
 * say where the document stood, not what was written. Without a template, the first version of its form.
 */
export const readDocumentFile = (input: unknown): Result<DocumentFile, DocumentFileProblem> => {
  const head = headSchema.safeParse(input);
  if (!head.success) return err({ code: 'not-a-document' });
  const { formatVersion, fields } = head.data;
  if (formatVersion > documentFormatVersion) return err({ code: 'newer-format', formatVersion });
  const kind = docKindSchema.safeParse(head.data.kind);
  if (!kind.success) return err({ code: 'unknown-kind', value: head.data.kind });
  const template = head.data.template ?? `${kind.data}@1`;
  if (!templateRefSchema.safeParse(template).success || !isOfKind(template, kind.data)) {
    return err({ code: 'bad-template', value: template });
  }
  const values: [string, FieldMap[string]][] = [];
  for (const [path, value] of Object.entries(fields)) {
    if (!isFieldPath(path)) return err({ code: 'bad-path', place: path });
    const parsed = fieldValueSchema.safeParse(value);
    if (!parsed.success) return err({ code: 'bad-value', place: path });
    values.push([path, parsed.data]);
  }
  return ok({ kind: kind.data, template, fields: Object.fromEntries(values) });
};
