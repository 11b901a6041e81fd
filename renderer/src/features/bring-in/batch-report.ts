import type { DocId } from '#shared/domain/ids.ts';
import type { Failure } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';

/** What became of a batch, as `makeDrafts` answers it. */
type Made =
  | { readonly what: 'made'; readonly ids: readonly DocId[] }
  | { readonly what: 'stopped' }
  | { readonly what: 'failed'; readonly failure: Failure };

/**
 * What to say of the batches of the files that were chosen last. It outlives the room: who left while one was being
 * written finds here what became of it.
 */
export type BatchReport = {
  /** What was made of these files so far, and can be taken back. */
  readonly made: readonly DocId[];
  /** The last thing that did not end in drafts. */
  readonly note:
    | Exclude<Made, { what: 'made' }>
    | { readonly what: 'taken-back'; readonly count: number }
    | null;
};

export const nothingMade: BatchReport = { made: [], note: null };

/** The report after one more batch; what was made before stays in it. */
export const afterBatch = ({ made }: BatchReport, answer: Made): BatchReport =>
  answer.what === 'made' ? { made: [...made, ...answer.ids], note: null } : { made, note: answer };

/** The report after `ids` were taken back; where that failed they can be taken back again. */
export const afterTakeBack = (
  { made }: BatchReport,
  ids: readonly DocId[],
  answer: Result<number, Failure>,
): BatchReport =>
  answer.ok
    ? { made: made.filter((id) => !ids.includes(id)), note: { what: 'taken-back', count: answer.value } }
    : { made, note: { what: 'failed', failure: answer.error } };
