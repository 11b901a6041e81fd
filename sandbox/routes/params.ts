import * as z from 'zod/mini';
import { docIdSchema } from '#shared/domain/ids.ts';

const uuid = z
  .string()
  .check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/));

/** Parameters of addresses. */
export const documentParams = z.strictObject({ id: docIdSchema });
export const roundParams = z.strictObject({
  id: docIdSchema,
  round: z.string().check(z.regex(/^[1-9][0-9]{0,5}$/)),
});
export const memberParams = z.strictObject({
  id: docIdSchema,
  account: z.string().check(z.minLength(1), z.maxLength(320)),
});
/** An id that the client made, for something that is made once. */
export const madeIdParams = z.strictObject({ id: uuid });
