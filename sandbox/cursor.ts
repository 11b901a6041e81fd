import * as z from 'zod/mini';

/**
 * How far a reader has come in one realm. `floor`: every field change up to this sequence has been
 * delivered. `position`: in a walk over several pages, documents of the feed up to this sequence
 * have been delivered with their fields beyond `floor`; equal to `floor` between walks. Both are
 * needed: a document that moves on in the feed during a walk still owes its older fields.
 */
export type Progress = { readonly floor: number; readonly position: number };

export const beginning: Progress = { floor: 0, position: 0 };

const sequence = z.int().check(z.gte(0), z.lte(Number.MAX_SAFE_INTEGER));
const cursorSchema = z.strictObject({
  epoch: z.uuid(),
  realms: z.record(z.string(), z.tuple([sequence, sequence])),
});

/** Writes a cursor: opaque to clients, one progress per realm. */
export const encodeCursor = (epoch: string, realms: Readonly<Record<string, Progress>>): string => {
  const content = {
    epoch,
    realms: Object.fromEntries(
      Object.entries(realms).map(([realm, { floor, position }]) => [realm, [floor, position]]),
    ),
  };
  return Buffer.from(JSON.stringify(content)).toString('base64url');
};

export type ReadCursor = {
  readonly epoch: string;
  /** The progress in a realm; the beginning for one that the cursor does not know. */
  readonly progress: (realm: string) => Progress;
};

/** Reads a cursor that this server wrote; undefined for anything else. */
export const decodeCursor = (text: string): ReadCursor | undefined => {
  let content: unknown;
  try {
    content = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
  const parsed = cursorSchema.safeParse(content);
  if (!parsed.success) return undefined;
  const { epoch, realms } = parsed.data;
  return {
    epoch,
    progress: (realm) => {
      const [floor, position] = (Object.hasOwn(realms, realm) ? realms[realm] : undefined) ?? [0, 0];
      return { floor, position };
    },
  };
};
