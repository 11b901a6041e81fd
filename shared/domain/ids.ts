import * as z from 'zod/mini';

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** UUIDv7 made by the client, so that creating a document is idempotent. */
export type DocId = Branded<'DocId'>;
/** UUIDv7 made by the client, so that submitting is idempotent. */
export type SubmissionId = Branded<'SubmissionId'>;
/** UUIDv4 of one installation in one space; n of a mutation counts per (client, document). */
export type ClientId = Branded<'ClientId'>;
/** Ten characters of Crockford base32 (no I, L, O, U) naming an item of a list. */
export type ItemId = Branded<'ItemId'>;

/** The random port: fills and returns `length` unpredictable bytes. */
export type RandomBytes = (length: number) => Uint8Array;

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const itemPattern = /^[0-9A-HJKMNP-TV-Z]{10}$/;
const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const uuid = z.string().check(z.regex(uuidPattern));
export const docIdSchema = uuid as unknown as z.ZodMiniType<DocId, string>;
export const submissionIdSchema = uuid as unknown as z.ZodMiniType<SubmissionId, string>;
export const clientIdSchema = uuid as unknown as z.ZodMiniType<ClientId, string>;

/** Characters of an item id. */
export const itemIdLength = 10;

export const isItemId = (text: string): text is ItemId => itemPattern.test(text);

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const asUuid = (bytes: Uint8Array, version: 4 | 7): string => {
  const shaped = Uint8Array.from(bytes);
  shaped[6] = ((shaped[6] ?? 0) & 0x0f) | (version << 4);
  shaped[8] = ((shaped[8] ?? 0) & 0x3f) | 0x80;
  const text = hex(shaped);
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join(
    '-',
  );
};

/** RFC 9562 UUIDv7: 48 bits of milliseconds since 1970, then random bits. */
const uuidV7 = (nowMs: number, random: RandomBytes): string => {
  const bytes = random(16);
  for (let index = 0; index < 6; index += 1) {
    bytes[index] = Math.floor(nowMs / 2 ** (8 * (5 - index))) % 256;
  }
  return asUuid(bytes, 7);
};

export const makeDocId = (nowMs: number, random: RandomBytes): DocId => uuidV7(nowMs, random) as DocId;

export const makeSubmissionId = (nowMs: number, random: RandomBytes): SubmissionId =>
  uuidV7(nowMs, random) as SubmissionId;

export const makeClientId = (random: RandomBytes): ClientId => asUuid(random(16), 4) as ClientId;

export const makeItemId = (random: RandomBytes): ItemId =>
  Array.from(random(10), (byte) => crockford[byte % 32]).join('') as ItemId;

/**
 * The item that a template seeds at `index` (0-based), such as the line of a budget category:
 * the same on every laptop, so that two people who begin it offline begin the same item.
 */
export const seededItemId = (index: number): ItemId => String(index).padStart(10, '0') as ItemId;

/** UUIDv7 made by the client, so that inviting somebody is idempotent. */
export type InvitationId = Branded<'InvitationId'>;
export const invitationIdSchema = uuid as unknown as z.ZodMiniType<InvitationId, string>;
export const makeInvitationId = (nowMs: number, random: RandomBytes): InvitationId =>
  uuidV7(nowMs, random) as InvitationId;

/** UUIDv7 made by the client, so that sending a comment is idempotent. */
export type CommentId = Branded<'CommentId'>;
export const commentIdSchema = uuid as unknown as z.ZodMiniType<CommentId, string>;
export const makeCommentId = (nowMs: number, random: RandomBytes): CommentId =>
  uuidV7(nowMs, random) as CommentId;

/** UUIDv7 made by the laptop that kept the version, so that a version handed over twice is one. */
export type VersionId = Branded<'VersionId'>;
export const versionIdSchema = uuid as unknown as z.ZodMiniType<VersionId, string>;
export const makeVersionId = (nowMs: number, random: RandomBytes): VersionId =>
  uuidV7(nowMs, random) as VersionId;
