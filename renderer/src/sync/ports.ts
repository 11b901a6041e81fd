import type { DocId, RandomBytes, SubmissionId } from '#shared/domain/ids.ts';
import type { Receipt } from '#shared/domain/receipt.ts';
import type { Failure } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import type { DocumentState } from '#shared/sync/document-state.ts';
import type {
  Capabilities,
  Changes,
  MutationsAnswer,
  Problem,
  SubmissionBody,
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
  /** As `update`, for many documents in one transaction; leaves those alone whose rows cannot be read. */
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
export type Answered<T> = Result<{ readonly value: T; readonly epoch: string }, RequestFailure>;

/** Who asks. */
export type Credentials = { readonly clientId: string; readonly token: string | null };

/** The Network API, version 1. Never rejects. */
export interface Transport {
  capabilities(): Promise<Answered<Capabilities>>;
  openSession(clientId: string): Promise<Answered<TrainingSession>>;
  changes(who: Credentials, since: string | null): Promise<Answered<Changes>>;
  /** `elements`: canonical JSON, frozen; they go on the wire as they are. */
  mutations(
    who: Credentials,
    elements: readonly string[],
    since: string | null,
  ): Promise<Answered<MutationsAnswer>>;
  submit(who: Credentials, id: SubmissionId, body: SubmissionBody): Promise<Answered<Receipt>>;
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
