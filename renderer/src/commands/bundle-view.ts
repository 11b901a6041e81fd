import type { BundleFailure } from '#shared/bundle/bundle-failure.ts';
import type { Standing } from '#shared/bundle/import-document.ts';
import type { DocKind } from '#shared/domain/document.ts';
import type { DocId } from '#shared/domain/ids.ts';
import type { Localized } from '#shared/domain/template.ts';

/** What a bundle of some documents would hold. */
export type BundlePlan = {
  readonly documents: number;
  readonly documentBytes: number;
  readonly files: number;
  readonly fileBytes: number;
  /** Files that this laptop does not have: they stay out, and are said. */
  readonly missingFiles: number;
  /** Documents of which something waits to be sent. */
  readonly waiting: number;
  /** Whether the queue can go along: the Network must know whose it is. */
  readonly canCarry: boolean;
};

export type BundleChoice = {
  readonly docs: readonly DocId[];
  readonly withOutbox: boolean;
  /** null: anybody who has the file can read it. */
  readonly passphrase: string | null;
};

/** A document of a bundle beside what is on this laptop. */
export type BundleRow = Standing & {
  readonly id: DocId;
  readonly kind: DocKind;
  readonly title: string;
  /** Names of the fields that differ. */
  readonly labels: readonly Localized[];
  /** A form that this version does not have, or another version of the form than the document here has. */
  readonly obstacle: 'unknown-form' | 'other-form' | null;
  /** Something of it waits to be sent. */
  readonly isCarried: boolean;
};

export type BundlePreview = {
  readonly madeBy: string;
  /** ISO 8601 in UTC. */
  readonly madeAt: string;
  readonly isSealed: boolean;
  readonly rows: readonly BundleRow[];
};

export type BundleRefusal = BundleFailure | { readonly code: 'wrong-space'; readonly place: string };

/** What came of an import: documents taken over, and those in which two versions now wait in Compare. */
export type BundleTaken = { readonly taken: readonly DocId[]; readonly toCompare: readonly DocId[] };

/** A bundle that was verified, ready to be taken over. */
export interface OpenedBundle {
  readonly preview: BundlePreview;
}
