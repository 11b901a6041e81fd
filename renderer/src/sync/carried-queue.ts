import type { Refusal } from '#shared/bundle/bundle-document.ts';
import type { Carried } from '#shared/bundle/carried.ts';
import type { DocKind } from '#shared/domain/document.ts';
import type { DocId } from '#shared/domain/ids.ts';
import type { Receipt } from '#shared/domain/receipt.ts';
import type { FailureCode } from '#shared/errors.ts';

/**
 * What a colleague handed over to be sent for them, and how it stands:
 *
 *     waiting ──element answered──→ waiting, element done ──receipt──→ sent
 *        └───────────refused, or another Network──────────────→ refused
 */
export type CarriedEntry = Carried & {
  readonly title: string;
  readonly kind: DocKind;
  readonly isElementDone: boolean;
  readonly standing:
    | { readonly state: 'waiting' }
    | { readonly state: 'sent'; readonly receipt: Receipt | null }
    /** `answer`: what the Network said to the submission, for its author; absent where it was not asked. */
    | { readonly state: 'refused'; readonly code: FailureCode; readonly answer?: Refusal['failure'] };
};

/** What the Network refused of a document in this queue: it goes back to its author in a bundle. */
export const refusalsOf = (queue: readonly CarriedEntry[], id: DocId): readonly Refusal[] =>
  queue.flatMap(({ doc, submission, standing }) =>
    doc === id && submission !== null && standing.state === 'refused' && standing.answer !== undefined
      ? [{ submission: submission.id, failure: standing.answer }]
      : [],
  );

/** The queues of others on this laptop, apart from its own. */
export interface CarriedQueue {
  read(): Promise<readonly CarriedEntry[]>;
  /** Writes how an entry stands now; one that was taken out or replaced meanwhile stays so. */
  save(entry: CarriedEntry): Promise<void>;
}
