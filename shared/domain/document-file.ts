import * as z from 'zod/mini';
import { err, ok, type Result } from '#shared/result.ts';
import { type DocKind, docKindSchema, serverStages } from './document.ts';
import { isFieldPath } from './field-path.ts';
import { type FieldMap, fieldValueSchema } from './field-value.ts';
import { type DocId, docIdSchema } from './ids.ts';
import { type Receipt, receiptSchema } from './receipt.ts';
import { type Language, languages, type TemplateRef, templateRefSchema } from './template.ts';
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
  /** Where it stood, as far as the file says so in words that are known here. */
  readonly id?: DocId;
  /** Of what was written, where the document does not say it itself. */
  readonly language?: Language;
  readonly stage?: (typeof serverStages)[number];
  readonly round?: number;
  /** ISO 8601 in UTC. */
  readonly savedAt?: string;
  readonly receipt?: Receipt | null;
  /** Made in the training space: every copy of it says so. */
  readonly mark?: 'Training';
  /** The document had more: what may name somebody was left out of the file. */
  readonly withoutContacts?: true;
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
  fields: z.record(z.string(), z.unknown()),
});

/** What a file may say beside what was written; each is passed over where it is not understood. */
const standing = {
  id: docIdSchema,
  language: z.enum(languages),
  stage: z.enum(serverStages),
  round: z.int().check(z.gte(1)),
  savedAt: z.iso.datetime(),
  receipt: z.nullable(receiptSchema),
  mark: z.literal('Training'),
  withoutContacts: z.literal(true),
} as const;

/** The properties of a file that are not read: a program that writes it again would lose them. */
export const unreadProperties = (input: unknown): readonly string[] => {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return [];
  return Object.entries(input)
    .filter(([name, value]) =>
      name in standing
        ? !standing[name as keyof typeof standing].safeParse(value).success
        : !['format', 'formatVersion', 'kind', 'template', 'fields'].includes(name),
    )
    .map(([name]) => name);
};

/** A value of a file that a document cannot keep. `code`: whether its path or the value itself is none. */
export type RefusedValue = {
  readonly code: 'bad-path' | 'bad-value';
  readonly place: string;
  readonly value: unknown;
};

/**
 * Reads the file of one document: what *Export* writes, or no more than `kind` and `fields`; values that cannot be
 * kept are told beside the others. Properties that are not known are passed over (see `unreadProperties`): they say
 * where the document stood, not what was written. Without a template, the first version of its form.
 */
export const readDocumentParts = (
  input: unknown,
): Result<
  { readonly file: DocumentFile; readonly refused: readonly RefusedValue[] },
  Exclude<DocumentFileProblem, { place: string }>
> => {
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
  const refused: RefusedValue[] = [];
  for (const [place, value] of Object.entries(fields)) {
    const parsed = fieldValueSchema.safeParse(value);
    if (!isFieldPath(place)) refused.push({ code: 'bad-path', place, value });
    else if (parsed.success) values.push([place, parsed.data]);
    else refused.push({ code: 'bad-value', place, value });
  }
  const told = Object.entries(standing).flatMap(([name, schema]) => {
    const own = Object.hasOwn(input as object, name);
    const parsed = own ? schema.safeParse((input as Record<string, unknown>)[name]) : undefined;
    return parsed?.success ? [[name, parsed.data] as const] : [];
  });
  const file = { ...Object.fromEntries(told), kind: kind.data, template, fields: Object.fromEntries(values) };
  return ok({ file, refused });
};

/** The same, all or nothing: one value that cannot be kept, and the file is refused with its place. */
export const readDocumentFile = (input: unknown): Result<DocumentFile, DocumentFileProblem> => {
  const read = readDocumentParts(input);
  if (!read.ok) return read;
  const [first] = read.value.refused;
  return first === undefined ? ok(read.value.file) : err({ code: first.code, place: first.place });
};
