import type { BundleFailure } from '#shared/bundle/bundle-failure.ts';
import type { obstacleTo, Standing } from '#shared/bundle/import-document.ts';
import type { DocKind } from '#shared/domain/document.ts';
import type { DocId } from '#shared/domain/ids.ts';
import type { Localized } from '#shared/domain/template.ts';
import type { Failure } from '#shared/errors.ts';

/** What a bundle of some documents would hold. */
export type BundlePlan = {
  readonly documents: number;
  readonly documentBytes: number;
  /** Kept versions of the documents. */
  readonly versions: number;
  readonly files: number;
  readonly fileBytes: number;
  /** Files that this laptop does not have: they stay out, and are said. */
  readonly missingFiles: number;
  /** Documents of which something waits to be sent. */
  readonly waiting: number;
  /** Whether the queue can go along: the Network must know whose it is. */
  readonly canCarry: boolean;
  /** Why it would be larger than anybody could read; it is not made then. */
  readonly excess: Failure | null;
};

export type BundleChoice = {
  readonly docs: readonly DocId[];
  readonly withHistory: boolean;
  readonly withOutbox: boolean;
  /** null: anybody who has the file can read it. */
  readonly passphrase: string | null;
};

/** What became of the file of a bundle. */
export type BundleSaving = 'saved' | 'cancelled' | 'failed';

/** A document of a bundle beside what is on this laptop. */
export type BundleRow = Standing & {
  readonly id: DocId;
  readonly kind: DocKind;
  readonly title: string;
  /** Names of the fields that differ. */
  readonly labels: readonly Localized[];
  /** Why it cannot be taken: a form that this version does not have, or the document of its id that is here. */
  readonly obstacle: 'unknown-form' | NonNullable<ReturnType<typeof obstacleTo>> | null;
  /** The document here lies in the bin; taken, it is put back. */
  readonly isInBin: boolean;
  /** The document here goes over to the later version of its form that it has in the bundle. */
  readonly goesOver: boolean;
  /** The receipt that it brings and this laptop does not have; null where it brings none. */
  readonly receiptNo: string | null;
  /** It brings what the Network refused when a colleague sent it for this person. */
  readonly isRefused: boolean;
  /** Versions of it in the bundle. */
  readonly versions: number;
  /** Something of it waits to be sent. */
  readonly isCarried: boolean;
  /** What waits of it is older than what is in the Outbox here, which stays. */
  readonly isCarriedLater: boolean;
};

export type BundlePreview = {
  readonly madeBy: string;
  /** ISO 8601 in UTC. */
  readonly madeAt: string;
  readonly isSealed: boolean;
  readonly rows: readonly BundleRow[];
};

export type BundleRefusal =
  | BundleFailure
  | { readonly code: 'wrong-space' | 'unreadable-here'; readonly place: string };

/** A bundle that was verified, ready to be taken over. */
export interface OpenedBundle {
  readonly preview: BundlePreview;
}

/** What the person takes of a bundle; `withQueue`: what waits is sent from here, in its author's name. */
export type BundleTake = {
  readonly opened: OpenedBundle;
  readonly chosen: ReadonlySet<DocId>;
  readonly withQueue: boolean;
};

/** What came of an import. Every document that was taken is whole, whatever stopped the rest. */
export type BundleTaken = {
  readonly taken: readonly DocId[];
  /** Those in which two versions now wait in Compare. */
  readonly toCompare: readonly DocId[];
  /** Chosen documents that were not taken, because the person stopped or because of `failure`. */
  readonly left: number;
  readonly failure: Failure | null;
  /** Something that waits to be sent came with a document that was taken, and goes from here. */
  readonly isQueued: boolean;
};

/** What came of a bundle, as long as nobody has seen it. */
export type BundleOutcome = { readonly preview: BundlePreview; readonly taken: BundleTaken };

/** How far the work on a bundle is: files and histories read, entries packed or verified, documents taken. */
export type BundleProgress = {
  readonly phase: 'gathering' | 'packing' | 'verifying' | 'taking';
  readonly done: number;
  readonly total: number;
};

/** Told while a bundle is made or read, and how to stop it. */
export type BundleWatch = {
  readonly onProgress: (progress: BundleProgress) => void;
  readonly abort: AbortSignal;
};
