import * as z from 'zod/mini';
import { isFieldPath } from '#shared/domain/field-path.ts';
import { type FieldMap, fieldValueSchema } from '#shared/domain/field-value.ts';
import { type VersionId, versionIdSchema } from '#shared/domain/ids.ts';
import { type TemplateRef, templateRefSchema } from '#shared/domain/template.ts';

/**
 * Why a version was kept. `merged`, `before-restore` and `before-upgrade` hold what the laptop had before;
 * `kept`: the person asked for it; `restored`: what stood after a version of the moment `from` was put back.
 */
export type VersionCause =
  | { readonly kind: 'automatic' | 'kept' | 'merged' | 'before-restore' }
  | { readonly kind: 'submitted'; readonly round: number }
  | { readonly kind: 'before-upgrade'; readonly to: TemplateRef }
  /** `field`: the id of the one field that was put back; null for the whole document. */
  | { readonly kind: 'restored'; readonly from: number; readonly field: string | null };

/** How much a version differs from the one before it. */
export type ChangeCount = {
  /** Fields of the form, a list or a budget being one. */
  readonly fields: number;
  /** Words that were put in or taken out. */
  readonly words: number;
};

/** What is said of a version without opening it. */
export type VersionHeader = {
  readonly id: VersionId;
  /** Milliseconds since 1970: when what it holds was written, or the event that it is named after happened. */
  readonly at: number;
  /** The name in the profile of who wrote here; empty where there was none. */
  readonly by: string;
  readonly cause: VersionCause;
  /** As the person named it; null for one without a name. */
  readonly name: string | null;
  readonly template: TemplateRef;
  /** Check sum of the values (`fieldsHash`). */
  readonly hash: string;
  readonly changes: ChangeCount;
  /** Hashes of the files that it refers to: they stay on this laptop as long as it does. */
  readonly files: readonly string[];
};

/** A stretch of a text that was replaced: `[position, deleted, inserted]`, in UTF-16 units of the text before. */
export type VersionSplice = readonly [number, number, string];

/** What makes one map of values out of the one before. */
export type FieldsDelta = {
  readonly set: FieldMap;
  readonly splices: Readonly<Record<string, readonly VersionSplice[]>>;
  readonly removed: readonly string[];
};

/** The values of a version: whole, or what changed since the version before it in the chain. */
export type VersionBody = { readonly whole: FieldMap } | { readonly delta: FieldsDelta };

/** A version as it is kept and handed over. */
export type Version = VersionHeader & { readonly body: VersionBody };

/** All versions of one document, each delta referring to the version before it. */
export type VersionChain = readonly Version[];

/** Characters that the name of a version may have. */
export const longestVersionName = 120;

const counter = z.int().check(z.gte(0));
/** A time that a calendar can show. */
const moment = z.number().check(z.gte(0), z.lte(8.64e15));
const path = z.string().check(z.refine(isFieldPath, 'not a field path'));
const fields = z.record(path, fieldValueSchema);

const causeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['automatic', 'kept', 'merged', 'before-restore']) }),
  z.object({ kind: z.literal('submitted'), round: counter }),
  z.object({ kind: z.literal('before-upgrade'), to: templateRefSchema }),
  z.object({ kind: z.literal('restored'), from: moment, field: z.nullable(z.string()) }),
]);

const headerShape = {
  id: versionIdSchema,
  at: moment,
  by: z.string().check(z.maxLength(300)),
  cause: causeSchema,
  name: z.nullable(z.string().check(z.maxLength(longestVersionName))),
  template: templateRefSchema,
  hash: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
  changes: z.object({ fields: counter, words: counter }),
  files: z.array(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
};

export const versionHeaderSchema = z.object(headerShape);

export const versionBodySchema = z.union([
  z.strictObject({ whole: fields }),
  z.strictObject({
    delta: z.strictObject({
      set: fields,
      splices: z.record(path, z.array(z.tuple([counter, counter, z.string()]))),
      removed: z.array(path),
    }),
  }),
]);

/** What a chain from elsewhere must look like; whether its parts fit each other, reading them tells. */
export const versionChainSchema = z.array(z.object({ ...headerShape, body: versionBodySchema }));
