import * as z from 'zod/mini';
import { docKindSchema, serverStages } from '#shared/domain/document.ts';
import { isFieldPath } from '#shared/domain/field-path.ts';
import { type FieldMap, fieldValueSchema } from '#shared/domain/field-value.ts';
import { docIdSchema, submissionIdSchema } from '#shared/domain/ids.ts';
import { receiptSchema } from '#shared/domain/receipt.ts';
import { type Comment, commentSchema, type Member, memberSchema } from '#shared/domain/review.ts';
import { templateRefSchema } from '#shared/domain/template.ts';
import type { Base } from '#shared/sync/base.ts';
import type { DocumentState } from '#shared/sync/document-state.ts';
import { problemCodes } from '#shared/sync/protocol.ts';

const counter = z.int().check(z.gte(0), z.lte(Number.MAX_SAFE_INTEGER));
const moment = z.number().check(z.gte(0), z.lte(8.64e15));
const path = z.string().check(z.maxLength(400), z.refine(isFieldPath, 'not a field path'));
const fields = z.record(path, fieldValueSchema);

/** What the Network answered where it refused a submission that was sent for somebody: that id is used up. */
export const refusalSchema = z.strictObject({
  submission: submissionIdSchema,
  failure: z.strictObject({
    code: z.enum(problemCodes),
    params: z.exactOptional(z.strictObject({ count: counter })),
  }),
});
export type Refusal = z.infer<typeof refusalSchema>;

/** A document as it travels in a bundle: what an honest merge needs, and what people said about it. */
export const bundleDocumentSchema = z.strictObject({
  id: docIdSchema,
  kind: docKindSchema,
  template: templateRefSchema,
  /** The form that the Network has of it, while an upgrade still has to be told there. */
  upgradedFrom: z.exactOptional(templateRefSchema),
  createdAt: moment,
  savedAt: moment,
  rev: counter,
  stage: z.enum(serverStages),
  round: z.int().check(z.gte(1)),
  base: z.record(
    path,
    z.strictObject({
      v: z.exactOptional(fieldValueSchema),
      fr: counter,
      deleted: z.exactOptional(z.literal(true)),
    }),
  ),
  local: fields,
  members: z.array(memberSchema).check(z.maxLength(1000)),
  comments: z.array(commentSchema).check(z.maxLength(10_000)),
  receipt: z.nullable(receiptSchema),
  /** Since format 3. */
  refusals: z.exactOptional(z.array(refusalSchema).check(z.maxLength(100))),
});
export type BundleDocument = Readonly<
  Omit<z.infer<typeof bundleDocumentSchema>, 'base' | 'local' | 'members' | 'comments'>
> & {
  readonly base: Base;
  readonly local: FieldMap;
  readonly members: readonly Member[];
  readonly comments: readonly Comment[];
};

/** What of a document goes into a bundle. Comments that were never sent stay with their author's laptop. */
export const bundleDocument = (state: DocumentState, refusals: readonly Refusal[] = []): BundleDocument => ({
  id: state.id,
  kind: state.kind,
  template: state.template,
  ...(state.upgradedFrom === null ? {} : { upgradedFrom: state.upgradedFrom }),
  createdAt: state.createdAt,
  savedAt: state.savedAt,
  rev: state.rev,
  stage: state.stage,
  round: state.round,
  base: state.base,
  local: state.local,
  members: state.members,
  comments: state.comments.flatMap((one) => (one.isSent ? [one.comment] : [])),
  receipt: state.receipt,
  ...(refusals.length === 0 ? {} : { refusals: [...refusals] }),
});
