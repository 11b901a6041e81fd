import * as z from 'zod/mini';
import { isCalendarDate } from '#shared/domain/calendar.ts';
import { docKindSchema, serverStages } from '#shared/domain/document.ts';
import { isFieldPath } from '#shared/domain/field-path.ts';
import { fieldValueSchema, textSchema } from '#shared/domain/field-value.ts';
import { docIdSchema, submissionIdSchema } from '#shared/domain/ids.ts';
import { receiptSchema } from '#shared/domain/receipt.ts';
import {
  commentDraftSchema,
  commentSchema,
  emailSchema,
  endorsementSchema,
  endorsementStates,
  memberSchema,
  roleSchema,
  verdicts,
} from '#shared/domain/review.ts';
import { severities, templateRefSchema } from '#shared/domain/template.ts';

/** Wire schemas of the Network API, wire schema 4: the server validates with them, the client parses with them. */

const counter = z.int().check(z.gte(0), z.lte(Number.MAX_SAFE_INTEGER));
const positive = z.int().check(z.gte(1), z.lte(Number.MAX_SAFE_INTEGER));
const path = z.string().check(z.maxLength(400), z.refine(isFieldPath, 'not a field path'));
const sha256Hex = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const text = z.string().check(z.maxLength(2000));
/** ISO 8601 in UTC. */
const instant = z.iso.datetime();

export const limits = {
  batchBytes: 262_144,
  opsPerBatch: 1000,
  fieldBytes: 262_144,
  attachmentBytes: 26_214_400,
  chunkBytes: 1_048_576,
  changesLimit: 500,
  /** Longest long poll, in seconds. */
  waitSeconds: 25,
} as const;

export const capabilitiesSchema = z.object({
  api: positive,
  epoch: z.uuid(),
  schema: z.object({ min: positive, max: positive }),
  network: z.enum(['training', 'production']),
  templates: z.array(templateRefSchema),
  limits: z.object({
    batchBytes: positive,
    opsPerBatch: positive,
    fieldBytes: positive,
    /** Since wire schema 2. */
    attachmentBytes: z._default(positive, limits.attachmentBytes),
    changesLimit: positive,
  }),
  encodings: z.array(z.string()),
  /** Ways to send files; since wire schema 2. */
  uploads: z._default(z.array(z.string()), []),
  /** How many days the server remembers: longer away means reading everything anew. Since wire schema 2. */
  retentionDays: z._default(z.object({ texts: positive, tombstones: positive }), {
    texts: 30,
    tombstones: 180,
  }),
  /** Days of the coming meetings of the Steering Committee; absent where the Network does not tell them. Since wire schema 4. */
  meetings: z.exactOptional(
    z.array(z.string().check(z.refine(isCalendarDate, 'not a date'))).check(z.maxLength(100)),
  ),
  serverTime: instant,
});
export type Capabilities = z.infer<typeof capabilitiesSchema>;

/** `[position, deleted, inserted]` in UTF-16 units of the base, ascending, never inside a surrogate pair. */
const spliceSchema = z.tuple([counter, counter, textSchema]);
export type Splice = z.infer<typeof spliceSchema>;

const memberList = z.array(z.string().check(z.minLength(1), z.maxLength(512))).check(z.maxLength(500));

/** Every op names the revision `fr` at which its author last saw the field; 0 if never. */
export const opSchema = z.discriminatedUnion('op', [
  z.strictObject({ f: path, fr: counter, op: z.literal('set'), v: fieldValueSchema }),
  z.strictObject({
    f: path,
    fr: positive,
    op: z.literal('splice'),
    s: z.array(spliceSchema).check(z.minLength(1), z.maxLength(1000)),
    /** First 8 bytes, in hex, of the sha256 of the base as UTF-8. */
    h: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
  }),
  /** Members of a set; those removed that are not in it, and those added that are, change nothing. */
  z.strictObject({
    f: path,
    fr: positive,
    op: z.literal('members'),
    add: memberList,
    remove: memberList,
  }),
  z.strictObject({ f: path, fr: counter, op: z.literal('del') }),
]);
export type Op = z.infer<typeof opSchema>;

/** One atomic change to one document. Frozen before it is first sent; a retry sends the same. */
export const elementSchema = z.strictObject({
  doc: docIdSchema,
  n: positive,
  /** Present in the element that creates the document. */
  create: z.exactOptional(z.strictObject({ kind: docKindSchema, template: templateRefSchema })),
  /** The document is of this later version of its form from here on (TV1). Since wire schema 3. */
  upgrade: z.exactOptional(templateRefSchema),
  ops: z.array(opSchema).check(z.maxLength(limits.opsPerBatch)),
});
export type Element = z.infer<typeof elementSchema>;

const fieldStateSchema = z.object({
  v: z.exactOptional(fieldValueSchema),
  fr: positive,
  deleted: z.exactOptional(z.literal(true)),
});
/** A field as the server has it: its value and the revision of its last change, or a tombstone. */
export type FieldState = z.infer<typeof fieldStateSchema>;

const fieldPatchSchema = z.object({
  /** Splices that make the text out of the one that stood at revision `from`. */
  p: z.array(spliceSchema),
  from: positive,
  /** As `h` of a splice op. */
  h: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
  fr: positive,
});
/** A long text as what changed in it; only to clients of wire schema 2 and up. */
export type FieldPatch = z.infer<typeof fieldPatchSchema>;

/** A field as a change tells it: whole, removed, or as splices of what the client already has. */
export type FieldChange = FieldState | FieldPatch;

export const isPatch = (change: FieldChange): change is FieldPatch => 'p' in change;

export const problemCodes = [
  'malformed',
  'token-expired',
  'forbidden',
  'not-found',
  'cursor-expired',
  'epoch-changed',
  'schema-unsupported',
  'batch-too-large',
  'unsupported-encoding',
  'too-many-requests',
  'unavailable',
  'mutation-mismatch',
  'document-closed',
  'unknown-path',
  'bad-splice',
  'not-created',
  'kind-mismatch',
  'submission-mismatch',
  'stale-revision',
  'validation',
  'already-submitted',
  'content-mismatch',
  'wrong-round',
  'attachments-missing',
  'cancelled',
  'document-deleted',
  'checksum-mismatch',
  'file-too-large',
  'no-such-account',
  /** Since wire schema 3: the sender may not send for the person named (OB2). */
  'not-on-behalf',
  'internal',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

export const wireFindingSchema = z.object({
  path: z.string(),
  code: z.string(),
  severity: z.enum(severities),
  source: z.enum(['official', 'assumed']),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type WireFinding = z.infer<typeof wireFindingSchema>;

/** RFC 9457 problem+json. `code` decides; title and detail are for people who read logs. */
export const problemSchema = z.object({
  type: text,
  title: text,
  status: z.int(),
  code: z.enum(problemCodes),
  detail: z.exactOptional(text),
  findings: z.exactOptional(z.array(wireFindingSchema)),
  receipt: z.exactOptional(receiptSchema),
  max: z.exactOptional(counter),
  /** With `attachments-missing`: the files whose bytes the server does not have. */
  missing: z.exactOptional(z.array(sha256Hex)),
});
export type Problem = z.infer<typeof problemSchema>;

/** A code of a later server is a mistake of the server's to this client; the rest of the answer counts (VE6). */
const outcomeProblemSchema = z.extend(problemSchema, { code: z.catch(z.enum(problemCodes), 'internal') });

export const outcomeSchema = z.discriminatedUnion('outcome', [
  z.object({ doc: docIdSchema, n: positive, outcome: z.literal('applied'), rev: positive }),
  /** Some field moved on since `fr`; nothing was applied. Current states of the fields concerned. */
  z.object({
    doc: docIdSchema,
    n: positive,
    outcome: z.literal('conflict'),
    rev: positive,
    fields: z.record(z.string(), fieldStateSchema),
  }),
  z.object({ doc: docIdSchema, n: positive, outcome: z.literal('rejected'), problem: outcomeProblemSchema }),
  /** An older n than the last one: nothing to do. */
  z.object({ doc: docIdSchema, n: positive, outcome: z.literal('duplicate') }),
  /** n is not the next one; the server waits for `expected`. */
  z.object({ doc: docIdSchema, n: positive, outcome: z.literal('gap'), expected: positive }),
]);
export type Outcome = z.infer<typeof outcomeSchema>;

export const docChangeSchema = z.object({
  id: docIdSchema,
  kind: docKindSchema,
  template: templateRefSchema,
  rev: positive,
  stage: z.enum(serverStages),
  round: positive,
  /** Only the fields whose sequence lies beyond the cursor; with `whole`, every live one. */
  fields: z.record(z.string(), z.union([fieldPatchSchema, fieldStateSchema])),
  /** Everything is told: a field that is not named was removed. Since wire schema 2. */
  whole: z.exactOptional(z.literal(true)),
  /** This account has no access any more; nothing else of the change counts. */
  access: z.exactOptional(z.literal('none')),
  /** Deleted at the Network; nothing else of the change counts. */
  deleted: z.exactOptional(z.literal(true)),
  /** What this account may do, and who else works on it: told whenever anything but a field changed. */
  role: z.exactOptional(roleSchema),
  members: z.exactOptional(z.array(memberSchema)),
  endorsements: z.exactOptional(z.array(endorsementSchema)),
  /** Comments beyond the cursor. */
  comments: z.exactOptional(z.array(commentSchema)),
  /** The receipt of the document's newest submission, so that another laptop knows it too. */
  receipt: z.exactOptional(receiptSchema),
});
export type DocChange = z.infer<typeof docChangeSchema>;

export const changesSchema = z.object({
  cursor: text,
  hasMore: z.boolean(),
  docs: z.array(docChangeSchema),
});
export type Changes = z.infer<typeof changesSchema>;

export const changesQuerySchema = z.strictObject({
  since: z.exactOptional(text),
  limit: z.exactOptional(z.string().check(z.regex(/^[1-9][0-9]{0,2}$/))),
  /** Seconds to wait for a change where there is none yet. */
  wait: z.exactOptional(z.string().check(z.regex(/^([0-9]|1[0-9]|2[0-5])$/))),
});

export const mutationsRequestSchema = z.strictObject({
  since: z.exactOptional(text),
  muts: z.array(elementSchema).check(z.minLength(1), z.maxLength(limits.opsPerBatch)),
});
export type MutationsRequest = z.infer<typeof mutationsRequestSchema>;

export const mutationsAnswerSchema = z.object({
  outcomes: z.array(outcomeSchema),
  /** With `since`: what changed beyond it, less what this very request wrote. */
  changes: z.exactOptional(changesSchema),
});
export type MutationsAnswer = z.infer<typeof mutationsAnswerSchema>;

export const submissionBodySchema = z.strictObject({
  doc: docIdSchema,
  rev: positive,
  round: positive,
  contentHash: sha256Hex,
  attachments: z.array(sha256Hex).check(z.maxLength(100)),
  template: templateRefSchema,
});
export type SubmissionBody = z.infer<typeof submissionBodySchema>;

/** Answer of `DELETE /v1/submissions/{id}`: this id will never be received. */
export const cancelledSchema = z.object({ id: submissionIdSchema, state: z.literal('cancelled') });
export type Cancelled = z.infer<typeof cancelledSchema>;

/** Answer of `DELETE /v1/docs/{id}`, by an author of a draft; the same again answers the same. */
export const deletedSchema = z.object({ id: docIdSchema, deleted: z.literal(true) });
export type Deleted = z.infer<typeof deletedSchema>;

/** `GET /v1/docs/{id}/rounds/{round}`: what was received in a round. */
export const submittedContentSchema = z.object({
  doc: docIdSchema,
  kind: docKindSchema,
  template: templateRefSchema,
  round: positive,
  fields: z.record(z.string(), fieldValueSchema),
});
export type SubmittedRound = z.infer<typeof submittedContentSchema>;

/** `PUT /v1/comments/{id}`; the id of the draft is that of the address. Answers a Comment. */
export const commentBodySchema = z.strictObject({ doc: docIdSchema, comment: commentDraftSchema });
export type CommentBody = z.infer<typeof commentBodySchema>;

/** `PUT /v1/decisions/{id}`: the Network decides about a received round. By a reviewer or the secretariat. */
export const decisionBodySchema = z.strictObject({
  doc: docIdSchema,
  round: positive,
  verdict: z.enum(verdicts),
  /** Said to the authors as a comment on the whole document; empty for none. */
  note: textSchema.check(z.maxLength(10_000)),
});
export type DecisionBody = z.infer<typeof decisionBodySchema>;
export const decisionAnswerSchema = z.object({
  doc: docIdSchema,
  stage: z.enum(serverStages),
  round: positive,
});
export type DecisionAnswer = z.infer<typeof decisionAnswerSchema>;

/** `PUT /v1/endorsements/{id}`: by a coordinator of that country. Answers an Endorsement. */
export const endorsementBodySchema = z.strictObject({
  doc: docIdSchema,
  round: positive,
  country: z.string().check(z.minLength(1), z.maxLength(20)),
  contentHash: sha256Hex,
  state: z.enum(endorsementStates),
});
export type EndorsementBody = z.infer<typeof endorsementBodySchema>;

/** `PUT /v1/invitations/{id}`: asks a person by e-mail; known to the Network, they are a member at once. */
export const invitationBodySchema = z.strictObject({
  doc: docIdSchema,
  email: emailSchema,
  role: roleSchema,
});
export type InvitationBody = z.infer<typeof invitationBodySchema>;

/** `PUT /v1/docs/{id}/members/{account}`. Answers the members. */
export const memberBodySchema = z.strictObject({ role: roleSchema });
export type MemberBody = z.infer<typeof memberBodySchema>;
export const membersAnswerSchema = z.object({ members: z.array(memberSchema) });
export type MembersAnswer = z.infer<typeof membersAnswerSchema>;

export const submissionParamsSchema = z.strictObject({ id: submissionIdSchema });

/** `POST /v1/training/session`: which of the training accounts; the author without one. */
export const trainingRequestSchema = z.strictObject({
  account: z.exactOptional(z.string().check(z.regex(/^[a-z][a-z-]{0,40}$/))),
});

/** Answer of `POST /v1/training/session`: a training account, without a password, loopback only. */
export const trainingSessionSchema = z.object({
  token: text,
  account: z.object({ id: text, name: text }),
});
export type TrainingSession = z.infer<typeof trainingSessionSchema>;
