import * as z from 'zod/mini';
import { docKindSchema, serverStages } from '#shared/domain/document.ts';
import { fieldValueSchema } from '#shared/domain/field-value.ts';
import { docIdSchema, invitationIdSchema, submissionIdSchema } from '#shared/domain/ids.ts';
import { receiptSchema } from '#shared/domain/receipt.ts';
import {
  commentDraftSchema,
  commentSchema,
  endorsementSchema,
  memberSchema,
  roleSchema,
} from '#shared/domain/review.ts';
import { templateRefSchema } from '#shared/domain/template.ts';
import { submissionBodySchema } from '#shared/sync/protocol.ts';

/** What the sealed rows hold; a row that does not fit is unreadable, never guessed at. */

const counter = z.int().check(z.gte(0));
const fieldMap = z.record(z.string(), fieldValueSchema);

const failureSchema = z.nullable(
  z.object({
    code: z.string(),
    params: z.exactOptional(z.record(z.string(), z.union([z.string(), z.number()]))),
  }),
);

const localCommentSchema = z.discriminatedUnion('isSent', [
  z.object({ isSent: z.literal(true), comment: commentSchema }),
  z.object({
    isSent: z.literal(false),
    comment: commentDraftSchema,
    madeAt: z.number(),
    refusal: z.nullable(z.string()),
  }),
]);

const refusal = z.nullable(z.string());
const memberStepSchema = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('invite'),
    id: invitationIdSchema,
    email: z.string(),
    role: roleSchema,
    refusal,
  }),
  z.object({
    what: z.literal('role'),
    id: invitationIdSchema,
    account: z.string(),
    role: roleSchema,
    refusal,
  }),
  z.object({ what: z.literal('remove'), id: invitationIdSchema, account: z.string(), refusal }),
]);

const presenceSchema = z.discriminatedUnion('at', [
  z.object({ at: z.literal('here') }),
  z.object({ at: z.literal('bin'), since: z.number(), isTold: z.boolean() }),
  z.object({ at: z.literal('gone'), since: z.number(), why: z.enum(['deleted', 'no-access']) }),
]);

export const storedContentsSchema = z.object({
  template: templateRefSchema,
  rev: counter,
  round: counter,
  base: z.record(
    z.string(),
    z.object({
      v: z.exactOptional(fieldValueSchema),
      fr: counter,
      deleted: z.exactOptional(z.literal(true)),
    }),
  ),
  local: fieldMap,
  conflicts: z.array(z.string()),
  // From here on to `presence`: since version 2 of the store; a row of version 1 has none of it.
  origins: z._default(fieldMap, {}),
  handed: z.exactOptional(fieldMap),
  role: z._default(roleSchema, 'author'),
  members: z._default(z.array(memberSchema), []),
  memberSteps: z._default(z.array(memberStepSchema), []),
  comments: z._default(z.array(localCommentSchema), []),
  endorsements: z._default(z.array(endorsementSchema), []),
  submitted: z._default(
    z.nullable(z.object({ round: counter, contentHash: z.string(), fields: fieldMap })),
    null,
  ),
  presence: z._default(presenceSchema, { at: 'here' }),
  /** Since version 3 of the store. */
  upgradedFrom: z._default(z.nullable(templateRefSchema), null),
  lastN: counter,
  receipt: z.nullable(receiptSchema),
  attention: failureSchema,
});

export const storedOutgoingSchema = z.object({
  n: counter,
  body: z.string(),
  values: z.record(z.string(), z.nullable(fieldValueSchema)),
});

export const storedSubmissionSchema = z.object({
  id: submissionIdSchema,
  round: counter,
  contentHash: z.string(),
  madeAt: z.number(),
  body: z.nullable(submissionBodySchema),
  isCancelling: z._default(z.boolean(), false),
  isHandedOver: z._default(z.boolean(), false),
});

const stages = [...serverStages, 'ready', 'sending'] as const;

export const storedSummarySchema = z.object({
  id: docIdSchema,
  kind: docKindSchema,
  template: templateRefSchema,
  stage: z.enum(stages),
  round: counter,
  title: z.string(),
  countries: z.array(z.string()),
  objectives: z.array(z.string()),
  /** Since version 3 of the store. */
  about: z._default(z.nullable(docIdSchema), null),
  deadline: z._default(z.nullable(z.strictObject({ lastDay: z.string(), zone: z.string() })), null),
  organizations: z.array(z.string()),
  errors: counter,
  warnings: counter,
  conflicts: counter,
  createdAt: z.number(),
  savedAt: z.number(),
  receipt: z.nullable(receiptSchema),
  changedSinceReceipt: z._default(z.boolean(), false),
  unsentFields: counter,
  // Since version 2 of the store.
  presence: z._default(z.enum(['here', 'bin', 'deleted', 'no-access']), 'here'),
  openThreads: z._default(counter, 0),
  attention: failureSchema,
});

/** A whole DocumentState, as a line of the journal holds it. */
export const storedDocumentSchema = z.extend(storedContentsSchema, {
  id: docIdSchema,
  kind: docKindSchema,
  stage: z.enum(serverStages),
  createdAt: z.number(),
  savedAt: z.number(),
  outgoing: z.nullable(storedOutgoingSchema),
  submission: z.nullable(storedSubmissionSchema),
});
