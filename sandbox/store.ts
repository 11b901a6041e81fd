import type { Sha256 } from '#shared/domain/attachment.ts';
import type { FieldPath } from '#shared/domain/field-path.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import type { ClientId, CommentId, DocId, SubmissionId } from '#shared/domain/ids.ts';
import type { Comment, Endorsement, Member, Role } from '#shared/domain/review.ts';
import type { Outcome } from '#shared/sync/protocol.ts';
import type { Account } from './account.ts';
import type { StoredDocument, StoredField } from './stored-document.ts';

/** Names a field of a document. */
export type FieldKey = { readonly doc: DocId; readonly path: FieldPath };

/** A field with the sequence at which it last changed. */
export type FieldRow = FieldKey & {
  readonly field: StoredField;
  readonly seq: number;
  /** Milliseconds since 1970. */
  readonly at: number;
};

/** A long text as it once stood, so that a change can be told as splices. */
export type TextRow = FieldKey & {
  readonly fr: number;
  readonly seq: number;
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly at: number;
};

/** The last element that a client sent for a document, and what came of it. */
export type AckRow = {
  readonly client: string;
  readonly doc: DocId;
  readonly lastN: number;
  readonly hash: string;
  readonly outcome: Outcome;
  readonly at: number;
  /** Whose element it was; null in rows from before that was kept. */
  readonly account: string | null;
  /** Who brought it, where that was somebody else (OB5). */
  readonly sentBy: string | null;
};

/** One account's part in one document. `role` null: it left, or was taken out. */
export type MembershipRow = {
  readonly doc: DocId;
  readonly realm: string;
  readonly account: string;
  readonly role: Role | null;
  /** Sequence at which it began or ended: a reader behind it gets the whole document, or its end. */
  readonly seq: number;
};

/** A member by e-mail whose account does not exist yet. */
export type InvitationRow = {
  readonly id: string;
  readonly doc: DocId;
  readonly email: string;
  readonly role: Role;
};

export type SubmissionRow = {
  readonly id: SubmissionId;
  /** null where an id was cancelled before it was ever seen. */
  readonly doc: DocId | null;
  readonly account: string;
  /** Who brought it, where that was somebody else (OB5). */
  readonly sentBy: string | null;
  readonly round: number;
  /** `ended`: refused for good. `cancelled`: a tombstone. */
  readonly state: 'received' | 'ended' | 'cancelled';
  readonly bodyHash: string;
  /** The exact JSON of the receipt, or of the problem. */
  readonly answer: string;
  /** Canonical JSON of SubmittedContent, of a received one. */
  readonly snapshot: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
};

export type CommentRow = { readonly doc: DocId; readonly comment: Comment; readonly seq: number };

export type EndorsementRow = {
  readonly doc: DocId;
  readonly account: string;
  readonly endorsement: Endorsement;
};

export type DecisionRow = {
  readonly id: string;
  readonly account: string;
  readonly bodyHash: string;
  /** Exact JSON of the answer. */
  readonly answer: string;
};

/** A document that refers, or once referred, to a file. */
export type FileReference = { readonly doc: DocId; readonly sha256: Sha256 };

/** Documents in a stage, for those who review: no drafts. */
export type QueueRow = { readonly document: StoredDocument; readonly receivedAt: number };

/** What reads. Answers are in no order where none is named. */
export interface ReadRows {
  account(id: string): Promise<Account | undefined>;
  accountOfToken(token: string): Promise<Account | undefined>;
  /** The token of an account's session. */
  tokenOf(account: string): Promise<string | undefined>;
  accountByEmail(email: string): Promise<Account | undefined>;
  /** Last sequence of each realm asked for; 0 for one that is not there. */
  heads(realms: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Sequence up to which tombstones of the realm may have been pruned. */
  prunedSeq(realm: string): Promise<number>;
  documents(ids: readonly DocId[]): Promise<readonly StoredDocument[]>;
  /** The receipts (exact JSON) of the newest submissions. */
  receipts(ids: readonly DocId[]): Promise<ReadonlyMap<DocId, string>>;
  fields(keys: readonly FieldKey[]): Promise<readonly FieldRow[]>;
  liveFields(doc: DocId): Promise<FieldMap>;
  /** Fields with `floor < seq ≤ ceiling`, tombstones included; each document has its own floor. */
  fieldsBetween(
    docs: readonly { readonly doc: DocId; readonly floor: number }[],
    ceiling: number,
  ): Promise<readonly FieldRow[]>;
  /** For each key the newest text with `seq ≤ floor`, where it is still kept. */
  textsAt(keys: readonly (FieldKey & { readonly floor: number })[]): Promise<readonly TextRow[]>;
  acks(client: ClientId | string, docs: readonly DocId[]): Promise<readonly AckRow[]>;
  /** Realms in which the account ever had a part. */
  realmsOf(account: string): Promise<readonly string[]>;
  memberships(account: string, docs: readonly DocId[]): Promise<readonly MembershipRow[]>;
  /** Present and invited members of each document. */
  members(docs: readonly DocId[]): Promise<ReadonlyMap<DocId, readonly Member[]>>;
  /** Places in the feed beyond `position`, ascending, of documents in which the account has or had a part. */
  feedAfter(
    account: string,
    realm: string,
    position: number,
    limit: number,
  ): Promise<readonly { readonly doc: DocId; readonly seq: number }[]>;
  /** Where documents stand in the feed of their realm; none for one that is not in it. */
  feedPlaces(docs: readonly DocId[]): Promise<ReadonlyMap<DocId, number>>;
  submission(id: SubmissionId): Promise<SubmissionRow | undefined>;
  received(doc: DocId, round: number): Promise<SubmissionRow | undefined>;
  comment(id: CommentId): Promise<CommentRow | undefined>;
  /** Ascending by sequence. */
  commentsBetween(
    docs: readonly { readonly doc: DocId; readonly floor: number }[],
    ceiling: number,
  ): Promise<readonly CommentRow[]>;
  endorsements(docs: readonly DocId[]): Promise<readonly EndorsementRow[]>;
  endorsement(id: string): Promise<EndorsementRow | undefined>;
  decision(id: string): Promise<DecisionRow | undefined>;
  invitation(id: string): Promise<InvitationRow | undefined>;
  invitationsFor(email: string): Promise<readonly InvitationRow[]>;
  /**
   * Whether an account may read a file: it sent it, or has a part in a document that refers to it. With
   * `handedOver`, a document that was received will do.
   */
  mayReadFile(account: string, sha256: Sha256, handedOver: boolean): Promise<boolean>;
  /** All documents of every realm that were handed over, newest receipt first. */
  queue(): Promise<readonly QueueRow[]>;
}

/** What reads and writes, all or nothing. */
export interface Rows extends ReadRows {
  /**
   * Takes the realms for this transaction, in the order of their names, and answers their last sequences.
   * Whoever writes rows that carry a sequence calls this first and holds it to the commit: only then does
   * a reader that sees a sequence see every smaller one too. Makes a realm that is not there.
   */
  lockRealms(realms: readonly string[]): Promise<ReadonlyMap<string, number>>;
  saveHead(realm: string, seq: number): Promise<void>;
  saveDocuments(documents: readonly StoredDocument[]): Promise<void>;
  /** The newest receipt of a document, as exact JSON. */
  saveReceipt(doc: DocId, receipt: string): Promise<void>;
  /** Moves documents to a new place in the feed of their realm. */
  moveInFeed(realm: string, entries: readonly { readonly doc: DocId; readonly seq: number }[]): Promise<void>;
  saveFields(rows: readonly FieldRow[]): Promise<void>;
  saveTexts(rows: readonly TextRow[]): Promise<void>;
  saveAcks(rows: readonly AckRow[]): Promise<void>;
  saveMembership(row: MembershipRow): Promise<void>;
  saveInvitation(row: InvitationRow): Promise<void>;
  removeInvitation(id: string): Promise<void>;
  saveSubmission(row: SubmissionRow): Promise<void>;
  /** The next number of a realm in a calendar year (UTC), from 1; gone only if the transaction commits. */
  takeReceiptNumber(realm: string, year: number): Promise<number>;
  saveComment(row: CommentRow): Promise<void>;
  saveEndorsement(row: EndorsementRow): Promise<void>;
  saveDecision(row: DecisionRow): Promise<void>;
  saveFileReferences(rows: readonly FileReference[]): Promise<void>;
  saveFileSender(sha256: Sha256, account: string): Promise<void>;
  /** Makes an account and its session where they are missing; changes none that is there. */
  saveAccount(account: Account, token: string): Promise<void>;
  /** Forgets texts before `textsBefore`, acknowledgements and tombstones before `tombstonesBefore` (ms). */
  prune(before: { readonly texts: number; readonly tombstones: number }): Promise<void>;
}

/**
 * The port to where the Network keeps its rows: PostgreSQL (embedded or real), or memory. One contract
 * suite runs on all of them (testing/store-contract.ts).
 */
export interface ServerStore {
  readonly engine: 'pglite' | 'postgresql' | 'memory';
  /** Commits when `work` resolves, rolls everything back when it throws. */
  transaction<T>(work: (rows: Rows) => Promise<T>): Promise<T>;
  /** Reads one state of everything, without waiting for writers. */
  snapshot<T>(work: (rows: ReadRows) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
