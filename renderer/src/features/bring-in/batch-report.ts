import type { DocId } from '#shared/domain/ids.ts';
import type { Failure } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';

/** What became of a batch, as `makeDrafts` answers it. */
type Made =
  | { readonly what: 'made'; readonly ids: readonly DocId[] }
  | { readonly what: 'stopped' }
  | { readonly what: 'failed'; readonly failure: Failure };

/** A batch that is being written: how many of its drafts are there, and what stops it. */
export type RunningBatch = { readonly work: AbortController; readonly done: number; readonly total: number };

/**
 * What to say of the batches of the files that were chosen last. It outlives the room: who left while one was being
 * written finds here what became of it.
 */
export type BatchReport = {
  /** The batch that is being written; null while none is. */
  readonly running: RunningBatch | null;
  /** What was made of these files so far, and can be taken back. */
  readonly made: readonly DocId[];
  /** The last thing that did not end in drafts. */
  readonly note:
    | Exclude<Made, { what: 'made' }>
    | { readonly what: 'taken-back'; readonly count: number }
    | null;
};

export const nothingMade: BatchReport = { running: null, made: [], note: null };

/** The report once the batch of `work` is not written any more; one that was begun meanwhile is. */
export const withoutBatch = (report: BatchReport, work: AbortController): BatchReport =>
  report.running?.work === work ? { ...report, running: null } : report;

/** The report after the batch of `work`; what was made before stays in it. */
export const afterBatch = (report: BatchReport, work: AbortController, answer: Made): BatchReport => {
  const { running, made } = withoutBatch(report, work);
  return answer.what === 'made'
    ? { running, made: [...made, ...answer.ids], note: null }
    : { running, made, note: answer };
};

/** The report after `ids` were taken back; where that failed they can be taken back again. */
export const afterTakeBack = (
  { running, made }: BatchReport,
  ids: readonly DocId[],
  answer: Result<number, Failure>,
): BatchReport =>
  answer.ok
    ? {
        running,
        made: made.filter((id) => !ids.includes(id)),
        note: { what: 'taken-back', count: answer.value },
      }
    : { running, made, note: { what: 'failed', failure: answer.error } };
