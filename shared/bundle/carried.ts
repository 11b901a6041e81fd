import * as z from 'zod/mini';
import { clientIdSchema, docIdSchema, submissionIdSchema } from '#shared/domain/ids.ts';
import { canonicalJson, type Json } from '#shared/sync/canonical-json.ts';
import type { DocumentState } from '#shared/sync/document-state.ts';
import { elementSchema, submissionBodySchema } from '#shared/sync/protocol.ts';

/** An element that is frozen: the text is canonical JSON of an element, to the byte (EL4). */
const frozenSchema = z.string().check(
  z.maxLength(1_000_000),
  z.refine((text) => {
    try {
      const element = elementSchema.parse(JSON.parse(text));
      return canonicalJson(element as unknown as Json) === text;
    } catch {
      return false;
    }
  }, 'not a frozen element'),
);

/** What waits of one document on another person's laptop, handed to a colleague who sends it (SPEC.md, OB). */
export const carriedSchema = z.strictObject({
  doc: docIdSchema,
  /** Whose it is: account and name at the Network. */
  account: z.string().check(z.minLength(1), z.maxLength(200)),
  name: z.string().check(z.maxLength(400)),
  /** The client id under which n counts, and the epoch that its laptop knew; null before the first contact. */
  client: clientIdSchema,
  epoch: z.nullable(z.uuid()),
  element: z.nullable(frozenSchema),
  submission: z.nullable(
    z.strictObject({
      id: submissionIdSchema,
      round: z.int().check(z.gte(1)),
      contentHash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
      body: z.nullable(submissionBodySchema),
    }),
  ),
});
export type Carried = z.infer<typeof carriedSchema>;

export const outboxSchema = z.strictObject({ items: z.array(carriedSchema).check(z.maxLength(5_000)) });

/** Whose laptop hands its queue over. */
export type CarriedFrom = Pick<Carried, 'account' | 'name' | 'client' | 'epoch'>;

/** What waits of a document that was frozen before; undefined where nothing does, or it is being taken back. */
export const carriedOf = (
  { id: doc, outgoing, submission }: DocumentState,
  from: CarriedFrom,
): Carried | undefined => {
  const asked = submission === null || submission.isCancelling ? null : submission;
  if (outgoing === null && asked === null) return undefined;
  return {
    doc,
    ...from,
    element: outgoing?.body ?? null,
    submission: asked && {
      id: asked.id,
      round: asked.round,
      contentHash: asked.contentHash,
      body: asked.body,
    },
  };
};
