import * as z from 'zod/mini';
import { docIdSchema } from './ids.ts';

const positive = z.int().check(z.gte(1), z.lte(Number.MAX_SAFE_INTEGER));

export const receiptSchema = z.object({
  receiptNo: z.string(),
  doc: docIdSchema,
  rev: positive,
  round: positive,
  /** sha256 in hex of what was received. */
  contentHash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  /** ISO 8601 in UTC. */
  receivedAt: z.iso.datetime(),
  /** Who brought it, where that was somebody else than whose submission it is. */
  sentBy: z.exactOptional(
    z.object({ account: z.string().check(z.maxLength(200)), name: z.string().check(z.maxLength(400)) }),
  ),
});
/** The Network's word that it has a document; the only source of "Received". */
export type Receipt = z.infer<typeof receiptSchema>;
