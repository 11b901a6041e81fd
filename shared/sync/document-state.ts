import type { DocKind, ServerStage, Stage } from '#shared/domain/document.ts';
import type { FieldPath } from '#shared/domain/field-path.ts';
import type { FieldMap, FieldValue } from '#shared/domain/field-value.ts';
import type { DocId, InvitationId, SubmissionId } from '#shared/domain/ids.ts';
import type { Receipt } from '#shared/domain/receipt.ts';
import {
  type Comment,
  type CommentDraft,
  canEdit,
  type Endorsement,
  type Member,
  type Role,
} from '#shared/domain/review.ts';
import type { TemplateRef } from '#shared/domain/template.ts';
import type { Failure, FailureCode } from '#shared/errors.ts';
import type { Base } from './base.ts';
import { waitingComments } from './comments.ts';
import { changedPaths } from './diff.ts';
import { waitingMemberSteps } from './members.ts';
import type { SubmissionBody } from './protocol.ts';

/** An element on its way: frozen, so that every retry sends the same bytes. */
export type Outgoing = {
  readonly n: number;
  /** Canonical JSON of the element. */
  readonly body: string;
  /** What each path will be once it is applied; null where it removes. */
  readonly values: Readonly<Record<FieldPath, FieldValue | null>>;
};

/**
 * A submission that was asked for and not yet answered.
 *
 *     (none) ──submit──→ ready ──prepare──→ sending ──receipt──→ (none), receipt kept
 *                          │                   └──refused──→ (none), attention
 *                          └──take back──→ (none)
 *
 * Taken back while it is sending, or after a bundle took it along, it stays until the Network has answered.
 */
export type Submission = {
  readonly id: SubmissionId;
  readonly round: number;
  /** Hash of what the person saw when they pressed Submit. */
  readonly contentHash: string;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  /** Present once it may have been on the wire: frozen from then on. */
  readonly body: SubmissionBody | null;
  /** The person wants it back; it stays frozen until the Network says that it will never be received. */
  readonly isCancelling: boolean;
  /** A bundle may hold it, so that a colleague can send it at any time (OB9). */
  readonly isHandedOver: boolean;
};

/** What was received in a round, to show what changed since. */
export type Submitted = { readonly round: number; readonly contentHash: string; readonly fields: FieldMap };

/**
 * Where a document is, beside the Network's stage:
 *
 *     here ──delete──→ binned ──put back──→ here
 *       └──deleted at the Network, or access lost──→ gone (kept with its local edits; a copy can be made)
 */
export type Presence =
  | { readonly at: 'here' }
  /** The person put it into the bin. `isTold`: the Network has it deleted too, or never had it. */
  | { readonly at: 'bin'; readonly since: number; readonly isTold: boolean }
  | { readonly at: 'gone'; readonly since: number; readonly why: 'deleted' | 'no-access' };

/** A comment on this laptop: the Network's, or one that still has to go there. */
export type LocalComment =
  | { readonly isSent: true; readonly comment: Comment }
  /** `madeAt`: milliseconds since 1970 by this laptop's clock, for the screen only. */
  | {
      readonly isSent: false;
      readonly comment: CommentDraft;
      readonly madeAt: number;
      /** Why the Network would not take it; it stays here to be read and copied. null while it waits. */
      readonly refusal: FailureCode | null;
    };

/** A change of who works on a document, asked for on this laptop. */
export type MemberStep =
  | { readonly what: 'invite'; readonly id: InvitationId; readonly email: string; readonly role: Role }
  | { readonly what: 'role'; readonly id: InvitationId; readonly account: string; readonly role: Role }
  | { readonly what: 'remove'; readonly id: InvitationId; readonly account: string };

/** One that still has to go to the Network, or that it would not take. */
export type LocalMemberStep = MemberStep & { readonly refusal: FailureCode | null };

/**
 * All that a laptop knows of one document: the unit that is read, computed and written as one.
 * Every step of writing, sending and receiving is a pure function from one such state to the next.
 */
export type DocumentState = {
  readonly id: DocId;
  readonly kind: DocKind;
  readonly template: TemplateRef;
  /** The version of the form that the Network has of it, while an upgrade still has to be told; else null. */
  readonly upgradedFrom: TemplateRef | null;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly savedAt: number;
  /** The Network's revision; 0 while it has never seen the document. */
  readonly rev: number;
  readonly stage: ServerStage;
  /** Round of the next submission. */
  readonly round: number;
  readonly base: Base;
  /** The values on the screen. */
  readonly local: FieldMap;
  /** Paths on which `local` (mine) and `base` (theirs) both changed; they wait for the person. */
  readonly conflicts: readonly FieldPath[];
  /** For paths in conflict, what both sides began with; without an entry, there was nothing. */
  readonly origins: FieldMap;
  /** What a colleague's bundle, or another window, brought for paths in conflict; absent where nothing is open. */
  readonly handed?: FieldMap;
  /** What this account may do; author of what began on this laptop. */
  readonly role: Role;
  /** Who works on it, this account included; empty until the Network has told. */
  readonly members: readonly Member[];
  readonly memberSteps: readonly LocalMemberStep[];
  readonly comments: readonly LocalComment[];
  readonly endorsements: readonly Endorsement[];
  /** What was received last; null until it is known on this laptop. */
  readonly submitted: Submitted | null;
  readonly presence: Presence;
  /** The n of the last element that the Network answered for. */
  readonly lastN: number;
  readonly outgoing: Outgoing | null;
  readonly submission: Submission | null;
  readonly receipt: Receipt | null;
  /** Why the Network refused; nothing more is sent until the person does something. */
  readonly attention: Failure | null;
};

/** What a document has before anybody else took part in it. */
export const unshared = {
  upgradedFrom: null,
  conflicts: [],
  origins: {},
  role: 'author',
  members: [],
  memberSteps: [],
  comments: [],
  endorsements: [],
  submitted: null,
  presence: { at: 'here' },
} as const satisfies Partial<DocumentState>;

/** A document that begins on this laptop. */
export const newDocument = (
  id: DocId,
  kind: DocKind,
  template: TemplateRef,
  local: FieldMap,
  now: number,
): DocumentState => ({
  id,
  kind,
  template,
  createdAt: now,
  savedAt: now,
  rev: 0,
  stage: 'draft',
  round: 1,
  ...unshared,
  base: {},
  local,
  lastN: 0,
  outgoing: null,
  submission: null,
  receipt: null,
  attention: null,
});

/** The stage that the screens show: the two local ones lie over the Network's. */
export const stageOf = (state: DocumentState): Stage => {
  if (state.submission === null) return state.stage;
  const { body, isCancelling } = state.submission;
  return body === null && !isCancelling ? 'ready' : 'sending';
};

/** Whether edits to this document still have to reach the Network. */
export const hasUnsentEdits = (state: DocumentState): boolean =>
  state.presence.at === 'here' &&
  canEdit(state.role) &&
  (state.outgoing !== null ||
    state.rev === 0 ||
    state.upgradedFrom !== null ||
    changedPaths(state.base, state.local, state.conflicts).length > 0);

/** Whether anything at all of this document still has to reach the Network. */
export const hasUnsent = (state: DocumentState): boolean =>
  hasUnsentEdits(state) ||
  state.submission !== null ||
  (state.presence.at === 'here' &&
    (waitingComments(state).length > 0 || waitingMemberSteps(state).length > 0)) ||
  (state.presence.at === 'bin' && !state.presence.isTold);

/** Whether what was received last is not known on this laptop yet, so that it must be asked for. */
export const lacksSubmitted = ({ receipt, submitted, presence }: DocumentState): boolean =>
  presence.at === 'here' && receipt !== null && submitted?.contentHash !== receipt.contentHash;

/** Whether the next cycle has something to do for this document. */
export const isPending = (state: DocumentState): boolean => hasUnsent(state) || lacksSubmitted(state);
