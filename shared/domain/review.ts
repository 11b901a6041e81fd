import * as z from 'zod/mini';
import { isFieldPath } from './field-path.ts';
import { textSchema } from './field-value.ts';
import { commentIdSchema } from './ids.ts';

/** What a member of a document may do: an author also invites and deletes; a reader only reads. */
export const roles = ['author', 'editor', 'coordinator', 'reader'] as const;
export type Role = (typeof roles)[number];
export const roleSchema = z.enum(roles);

/** Whether a member of this role may change the fields of a draft. */
export const canEdit = (role: Role): boolean => role === 'author' || role === 'editor';

/** Whether a member of this role may hand a document over. */
export const canHandOver = (role: Role): boolean => role !== 'reader';

/** Who speaks in a review: a member of the document, or somebody of the Network. */
export const voices = [...roles, 'reviewer', 'secretariat'] as const;
export type Voice = (typeof voices)[number];
export const voiceSchema = z.enum(voices);

const name = z.string().check(z.maxLength(400));
const positive = z.int().check(z.gte(1), z.lte(Number.MAX_SAFE_INTEGER));

/** To whom an invitation goes. */
export const emailSchema = z.email().check(z.maxLength(320));

export const memberSchema = z.object({
  account: z.string().check(z.maxLength(200)),
  name,
  email: name,
  role: roleSchema,
  /** `invited`: asked by e-mail, has not signed in yet. */
  state: z.enum(['member', 'invited']),
});
/** A person who works on a document. */
export type Member = z.infer<typeof memberSchema>;

/** Characters of a comment and of the words that it quotes. */
export const longestComment = 10_000;
export const longestQuote = 2_000;

const commentBody = {
  id: commentIdSchema,
  /** The round that was being reviewed or prepared when it was written. */
  round: positive,
  /** The field that it speaks of; null for the whole document. */
  path: z.nullable(z.string().check(z.refine(isFieldPath, 'not a field path'))),
  /** The words of the field that it speaks of, as they stood; null for the whole field. */
  quote: z.nullable(textSchema.check(z.maxLength(longestQuote))),
  /** The first comment of the thread; null for a first one. */
  replyTo: z.nullable(commentIdSchema),
  text: textSchema.check(z.maxLength(longestComment)),
  /** True where it closes its thread. A later comment without it opens the thread again. */
  resolves: z.boolean(),
};

/** A comment as its author's laptop makes it; it never changes afterwards. */
export const commentDraftSchema = z.strictObject(commentBody);
export type CommentDraft = z.infer<typeof commentDraftSchema>;

export const commentSchema = z.object({
  ...commentBody,
  author: z.object({ account: z.string(), name, voice: voiceSchema }),
  /** ISO 8601 in UTC, the Network's clock. */
  madeAt: z.iso.datetime(),
});
/** A comment as the Network has it. */
export type Comment = z.infer<typeof commentSchema>;

export const endorsementStates = ['endorsed', 'withheld'] as const;

export const endorsementSchema = z.object({
  id: z.string(),
  round: positive,
  /** Country code of the vocabulary. */
  country: z.string().check(z.maxLength(20)),
  coordinator: name,
  state: z.enum(endorsementStates),
  /** sha256 of the content that was endorsed; another content voids it. */
  contentHash: z.string(),
  madeAt: z.iso.datetime(),
});
/** The word of a country's Resident Coordinator on one content of a document. */
export type Endorsement = z.infer<typeof endorsementSchema>;

/** What the Network decides about a received round. */
export const verdicts = ['in-review', 'returned', 'accepted', 'declined', 'published'] as const;
export type Verdict = (typeof verdicts)[number];
