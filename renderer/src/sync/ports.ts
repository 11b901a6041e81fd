import type { Attachment, Sha256 } from '#shared/domain/attachment.ts';
import type { CivilDay } from '#shared/domain/civil-day.ts';
import type { DocId, RandomBytes, SubmissionId } from '#shared/domain/ids.ts';
import type { Receipt } from '#shared/domain/receipt.ts';
import type { Comment, Role } from '#shared/domain/review.ts';
import type { TemplateRef } from '#shared/domain/template.ts';
import type { Failure } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import type { DocumentState } from '#shared/sync/document-state.ts';
import type {
  Cancelled,
  Capabilities,
  Changes,
  CommentBody,
  Deleted,
  DocChange,
  InvitationBody,
  MembersAnswer,
  MutationsAnswer,
  Problem,
  SubmissionBody,
  SubmittedRound,
  TrainingSession,
} from '#shared/sync/protocol.ts';

/** What a space remembers about its Network. */
export type SyncRecord = {
  /** This laptop in this space; a new one after the Network's epoch changed. */
  readonly clientId: string;
  /** The Network's epoch as last seen; null before the first contact. */
  readonly epoch: string | null;
  /** Where this laptop stands in the feed; null: nothing read yet. */
  readonly cursor: string | null;
  readonly token: string | null;
  /** Whose token it is; null before the first sign-in. */
  readonly account: string | null;
  /** Documents that the Network told in a form which this version cannot read: asked for again later. */
  readonly unread: readonly DocId[];
  /** Days of the Steering Committee's meetings, as the Network told them last (VE8). */
  readonly meetings: readonly CivilDay[];
};

/** A pure step of one document; answering the same state, or undefined, changes nothing. */
export type DocumentStep = (state: DocumentState | undefined) => DocumentState | undefined;

/** The store as the engine sees it: documents one at a time, each read, computed and written as one. */
export interface SyncStore {
  record(): Promise<SyncRecord>;
  saveRecord(record: SyncRecord): Promise<void>;
  pending(): Promise<readonly DocId[]>;
  ids(): Promise<readonly DocId[]>;
  /** undefined also where the document's rows cannot be read: one bad document holds up no other. */
  read(id: DocId): Promise<DocumentState | undefined>;
  /** Rejects where the document's rows cannot be read. */
  update(id: DocId, change: DocumentStep): Promise<DocumentState | undefined>;
  /** As `update`, for many documents, each step durable when it resolves; leaves those alone whose rows cannot be read. */
  updateAll(steps: ReadonlyMap<DocId, DocumentStep>): Promise<void>;
}

/** A request that brought no usable answer. */
export type RequestFailure = {
  readonly failure: Failure;
  /** The Network's own words, where the answer came from the Network. */
  readonly problem: Problem | null;
  readonly retryAfterMs: number | null;
  /** The epoch that the Network named with its refusal; null where it was not the Network that answered. */
  readonly epoch: string | null;
};

/** An answer of the Network, with the epoch that it named. */
export type Answered<T> = Result<
  {
    readonly value: T;
    readonly epoch: string;
    /** Bytes of the body as they were sent, where there was one. */
    readonly sentBytes?: number;
  },
  RequestFailure
>;

/** A page of the feed, and the documents in it that this version cannot read (VE6). */
export type Page = Changes & { readonly unread?: readonly DocId[] };

/** Who asks, and of which Network: one of another epoch must not act on what this laptop knew (VE2). */
export type Credentials = {
  readonly clientId: string;
  readonly token: string | null;
  /** null where it is not known yet, or does not matter. */
  readonly epoch: string | null;
  /** The account in whose name something is sent, where that is not the sender's own (OB1). */
  readonly onBehalfOf?: string;
};

/** A way out of a request that waits: `abort` makes it answer a failure `aborted` at once. */
export type Abort = { readonly onAbort: (listener: () => void) => void };

/** A form as the Network hands it out: its exact bytes, and who signed them (FO1). */
export type SignedTemplate = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly keyId: string;
  /** Ed25519, in base64. */
  readonly signature: string;
};

/** The Network API (sync-protocol.md, Endpoints). Never rejects. */
export interface Transport {
  capabilities(): Promise<Answered<Capabilities>>;
  /** A version of a form; what lacks a signature has an empty one. */
  template(ref: TemplateRef): Promise<Answered<SignedTemplate>>;
  openSession(clientId: string): Promise<Answered<TrainingSession>>;
  /** With `wait`, the answer may take so many seconds when there is nothing new; `abort` ends the wait. */
  changes(
    who: Credentials,
    since: string | null,
    wait?: { readonly seconds: number; readonly abort: Abort },
  ): Promise<Answered<Page>>;
  /** One document as it is now, whole. */
  document(who: Credentials, id: DocId): Promise<Answered<DocChange>>;
  /** `elements`: canonical JSON, frozen; they go on the wire as they are. */
  mutations(
    who: Credentials,
    elements: readonly string[],
    since: string | null,
  ): Promise<Answered<Omit<MutationsAnswer, 'changes'> & { readonly changes?: Page }>>;
  submit(who: Credentials, id: SubmissionId, body: SubmissionBody): Promise<Answered<Receipt>>;
  /** Asks that this id is never received; `already-submitted` with the receipt where it was. */
  cancelSubmission(who: Credentials, id: SubmissionId): Promise<Answered<Cancelled>>;
  /** What was received in a round. */
  submitted(who: Credentials, id: DocId, round: number): Promise<Answered<SubmittedRound>>;
  comment(who: Credentials, body: CommentBody): Promise<Answered<Comment>>;
  deleteDocument(who: Credentials, id: DocId): Promise<Answered<Deleted>>;
  invite(who: Credentials, id: string, body: InvitationBody): Promise<Answered<MembersAnswer>>;
  setMember(who: Credentials, id: DocId, account: string, role: Role): Promise<Answered<MembersAnswer>>;
  removeMember(who: Credentials, id: DocId, account: string): Promise<Answered<MembersAnswer>>;

  /** Whether the Network has the bytes of a file. */
  hasFile(who: Credentials, sha256: Sha256): Promise<Answered<boolean>>;
  /** Begins an upload (tus 1.0); answers its path on the server. */
  createUpload(who: Credentials, file: Omit<Attachment, 'name'>): Promise<Answered<string>>;
  /** How many bytes of an upload the Network has; `not-found` where it has forgotten it. */
  uploadOffset(who: Credentials, upload: string): Promise<Answered<number>>;
  /** Sends the bytes from `offset` on; answers the new offset. */
  uploadChunk(
    who: Credentials,
    upload: string,
    offset: number,
    bytes: Uint8Array<ArrayBuffer>,
  ): Promise<Answered<number>>;
  /** Bytes of a file from `from` on, at most `length` of them. */
  fileBytes(
    who: Credentials,
    sha256: Sha256,
    from: number,
    length: number,
  ): Promise<Answered<Uint8Array<ArrayBuffer>>>;
}

/** An upload that was begun and not finished: it goes on from where the Network is, after restarts too. */
export type Upload = { readonly sha256: Sha256; readonly path: string; readonly sentBytes: number };

/** Files on this laptop, sealed by their hash. */
export interface FileStore {
  /** undefined where this laptop does not have the bytes. */
  bytes(sha256: Sha256): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Keeps a file; the same bytes twice are kept once. */
  keep(file: Omit<Attachment, 'name'>, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Files on this laptop that still have to reach the Network. */
  unsent(): Promise<readonly Omit<Attachment, 'name'>[]>;
  /** The Network has it, by its own word. */
  markSent(sha256: Sha256): Promise<void>;
  /** The Network said that it does not have it after all. */
  markUnsent(sha256: Sha256): Promise<void>;
  upload(sha256: Sha256): Promise<Upload | undefined>;
  saveUpload(upload: Upload): Promise<void>;
  forgetUpload(sha256: Sha256): Promise<void>;
}

/** The forms on this laptop, as the engine fills them from the Network. */
export interface TemplateStore {
  /** Whether there is nothing to ask for: the form is here, or was refused since the start. */
  isKnown(ref: TemplateRef): boolean;
  /** Checks and keeps a form. One that does not stand up to the check is not used, and named to the person. */
  take(ref: TemplateRef, signed: SignedTemplate): Promise<void>;
}

/** Time, as milliseconds since 1970, and a timer that can be called off. */
export interface Clock {
  now(): number;
  after(delayMs: number, run: () => void): () => void;
}

export interface Random {
  bytes: RandomBytes;
  /** From 0 up to, not including, 1. */
  roll(): number;
}

/** Lets one window at a time talk to the Network for a space. */
export interface SyncLock {
  hold<T>(run: () => Promise<T>): Promise<T>;
}
