import type { Attachment } from '#shared/domain/attachment.ts';
import type { Completeness } from '#shared/domain/completeness.ts';
import type { FieldPath } from '#shared/domain/field-path.ts';
import type { FieldMap, FieldValue } from '#shared/domain/field-value.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { FormerField } from '#shared/domain/former-fields.ts';
import type { DocId, ItemId } from '#shared/domain/ids.ts';
import type { Recall } from '#shared/domain/recall.ts';
import type { Endorsement, Member, Role } from '#shared/domain/review.ts';
import type { DocumentSummary } from '#shared/domain/summary.ts';
import type { Template } from '#shared/domain/template.ts';
import type { Failure } from '#shared/errors.ts';
import type { LocalMemberStep } from '#shared/sync/document-state.ts';
import type { CommentThread } from './comment-threads.ts';
import type { SinceSubmitted } from './since-submitted.ts';

/** Whether what is on the screen is on the disk. `saved` only after the strict transaction committed. */
export type SaveState =
  | { readonly state: 'saved'; readonly at: number }
  | { readonly state: 'saving'; readonly since: number }
  | { readonly state: 'failed'; readonly failure: Failure };

/** One field on which the person and the Network differ; both are kept until the person decides. */
export type FieldConflict = {
  readonly path: FieldPath;
  /** undefined: removed on this side. */
  readonly mine: FieldValue | undefined;
  readonly theirs: FieldValue | undefined;
  /** Theirs is not the Network's: a colleague's bundle or another window brought it. */
  readonly isHanded: boolean;
  /** What both began with. */
  readonly origin: FieldValue | undefined;
};

export type SessionSnapshot = {
  readonly values: FieldMap;
  readonly findings: readonly Finding[];
  readonly completeness: Completeness;
  readonly conflicts: readonly FieldConflict[];
  readonly save: SaveState;
  readonly summary: DocumentSummary;
  readonly threads: readonly CommentThread[];
  /** null: nothing was received yet, or it is not known on this laptop. */
  readonly since: SinceSubmitted | null;
  readonly members: readonly Member[];
  readonly memberSteps: readonly LocalMemberStep[];
  readonly role: Role;
  readonly endorsements: readonly Endorsement[];
  /** What is kept although the form no longer asks it. */
  readonly former: readonly FormerField[];
  /** True while a submission waits or travels, after the Network closed it, and for who only reads it. */
  readonly readOnly: boolean;
};

/** One open document: what is on the screen, saved behind the keys. An external store for React. */
export interface DocumentSession {
  readonly id: DocId;
  /** The form that it is of; another one after an upgrade. */
  readonly template: Template;
  /** What the checks worked out of its texts is known. */
  readonly recall: Recall;
  getSnapshot(): SessionSnapshot;
  subscribe(listener: () => void): () => void;
  /**
   * Sets the value at a path; undefined clears it. Saved within 400 ms. False, and nothing changed, where
   * the document is read only or the value could not be kept (too many bytes, broken text). `shown`: what
   * the control showed before, where that may be older than the newest value; if the Network's came in
   * meanwhile, both are kept.
   */
  set(
    path: FieldPath,
    value: FieldValue | undefined,
    shown?: { readonly value: FieldValue | undefined },
  ): boolean;
  /**
   * Sets many values in one write, all or none: false, and nothing changed, where the document is read only
   * or one of the values could not be kept. Undefined clears a path. `shown`: what the controls showed before,
   * at the paths where that may be older than the newest value, as for `set`.
   */
  setAll(
    changes: ReadonlyMap<FieldPath, FieldValue | undefined>,
    shown?: ReadonlyMap<FieldPath, FieldValue | undefined>,
  ): boolean;
  /** An id for an item that is not there yet; `setAll` begins it. */
  makeItem(): ItemId;
  /** Adds a file to a field; the same file twice is one. */
  addFile(field: FieldPath, attachment: Attachment): void;
  /** Adds an item at the end of a list and answers its id. */
  addItem(list: FieldPath): ItemId;
  removeItem(list: FieldPath, item: ItemId): void;
  /** Takes out whatever stands at these paths, in one step. */
  clear(paths: readonly FieldPath[]): void;
  /** Moves an item by so many places, up where negative; beyond an end nothing moves. */
  moveItem(list: FieldPath, item: ItemId, by: number): void;
  /** Ends a conflict: with one side, or with a value of the person's own making. */
  settle(path: FieldPath, keep: 'mine' | 'theirs' | { readonly value: FieldValue | undefined }): void;
  /** Writes what still waits; resolves when it is durable or has failed. */
  flush(): Promise<void>;
  close(): Promise<void>;
}
