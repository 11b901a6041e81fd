import * as z from 'zod/mini';
import { docKindSchema, serverStages } from '#shared/domain/document.ts';
import { isFieldPath } from '#shared/domain/field-path.ts';
import { fieldValueSchema, textSchema } from '#shared/domain/field-value.ts';
import { docIdSchema, submissionIdSchema } from '#shared/domain/ids.ts';
import { receiptSchema } from '#shared/domain/receipt.ts';
import { severities, templateRefSchema } from '#shared/domain/template.ts';

/** Wire schemas of the Network API, version 1: the server validates with them, the client parses with them. */

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
  changesLimit: 500,
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
    changesLimit: positive,
  }),
  encodings: z.array(z.string()),
  serverTime: instant,
});
export type Capabilities = z.infer<typeof capabilitiesSchema>;

/** `[position, deleted, inserted]` in UTF-16 units of the base, ascending, never inside a surrogate pair. */
const spliceSchema = z.tuple([counter, counter, textSchema]);
export type Splice = z.infer<typeof spliceSchema>;

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
  z.strictObject({ f: path, fr: counter, op: z.literal('del') }),
]);
export type Op = z.infer<typeof opSchema>;

/** One atomic change to one document. Frozen before it is first sent; a retry sends the same. */
export const elementSchema = z.strictObject({
  doc: docIdSchema,
  n: positive,
  /** Present in the element that creates the document. */
  create: z.exactOptional(z.strictObject({ kind: docKindSchema, template: templateRefSchema })),
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
});
export type Problem = z.infer<typeof problemSchema>;

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
  z.object({ doc: docIdSchema, n: positive, outcome: z.literal('rejected'), problem: problemSchema }),
  /** An older n than the last one: nothing to do. */
  z.object({ doc: docIdSchema, n: positive, outcome: z.literal('duplicate') }),
  /** n is not the next one; the server waits for `expected`. */
  z.object({ doc: docIdSchema, n: positive, outcome: z.literal('gap'), expected: positive }),
]);
export type Outcome = z.infer<typeof outcomeSchema>;

const docChangeSchema = z.object({
  id: docIdSchema,
  kind: docKindSchema,
  template: templateRefSchema,
  rev: positive,
  stage: z.enum(serverStages),
  round: positive,
  /** Only the fields whose sequence lies beyond the cursor. */
  fields: z.record(z.string(), fieldStateSchema),
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

export const submissionParamsSchema = z.strictObject({ id: submissionIdSchema });

/** `POST /v1/training/session`: the training account, without a password, loopback only. */
export const trainingSessionSchema = z.object({
  token: text,
  account: z.object({ id: text, name: text }),
});
export type TrainingSession = z.infer<typeof trainingSessionSchema>;
