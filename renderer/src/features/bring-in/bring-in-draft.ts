import type { DocKind } from '#shared/domain/document.ts';
import type { DocId } from '#shared/domain/ids.ts';
import type { ImportError } from '#shared/import/import-result.ts';
import type { DecimalSign } from '#shared/import/read-amount.ts';
import type { ImportPreview } from '#shared/import/read-import.ts';
import type { Result } from '#shared/result.ts';

/** Which way a file is to be read: what the person said of it. */
export type Said = { readonly kind: DocKind | null; readonly decimal: DecimalSign | null };

/** A file that waits its turn. `isElsewhere`: another reader takes it. */
export type QueuedFile = { readonly file: File; readonly isElsewhere: boolean };

/** One reading of one file. `step` tells it from every other reading, of this file or of another. */
export type Reading = { readonly step: number; readonly file: File; readonly said: Said };

type Count = { readonly done: number; readonly total: number };

/** What stands on the screen, with the file that it is about. */
export type Standing =
  | { readonly at: 'choosing' }
  | { readonly at: 'elsewhere'; readonly file: File }
  | { readonly at: 'reading'; readonly reading: Reading; readonly progress: Count }
  | { readonly at: 'failed'; readonly reading: Reading; readonly error: ImportError }
  | {
      readonly at: 'review';
      readonly reading: Reading;
      readonly preview: ImportPreview;
      /** Its drafts are being made; how far they have come, the report of the batches says. */
      readonly isMaking: boolean;
    }
  /** The only draft of the only file was made, and is to be opened. */
  | { readonly at: 'opening'; readonly id: DocId };

export type BringIn = {
  readonly queue: readonly QueuedFile[];
  /** Which of them it is about, from 0. */
  readonly at: number;
  /** How many readings were begun. */
  readonly steps: number;
  readonly standing: Standing;
};

/** What the person did, or what a command said of the reading `step`. */
export type BringInEvent =
  | { readonly what: 'begun'; readonly files: readonly QueuedFile[] }
  | { readonly what: 'skipped' }
  | { readonly what: 'stopped' }
  | { readonly what: 'said'; readonly said: Said }
  | ({ readonly what: 'reading'; readonly step: number } & Count)
  | {
      readonly what: 'read';
      readonly step: number;
      readonly result: Result<ImportPreview, ImportError>;
    }
  | { readonly what: 'making'; readonly step: number }
  | { readonly what: 'made'; readonly step: number; readonly ids: readonly DocId[] }
  | { readonly what: 'not-made'; readonly step: number; readonly error: ImportError | null };

export const nothingChosen: BringIn = { queue: [], at: 0, steps: 0, standing: { at: 'choosing' } };

const unsaid: Said = { kind: null, decimal: null };

const readingOf = (now: BringIn, file: File, said: Said): BringIn => {
  const reading = { step: now.steps + 1, file, said };
  const progress = { done: 0, total: 0 };
  return { ...now, steps: reading.step, standing: { at: 'reading', reading, progress } };
};

const goTo = (now: BringIn, queue: readonly QueuedFile[], at: number): BringIn => {
  const next = queue[at];
  if (next === undefined) return { ...nothingChosen, steps: now.steps };
  const there = { ...now, queue, at };
  return next.isElsewhere
    ? { ...there, standing: { at: 'elsewhere', file: next.file } }
    : readingOf(there, next.file, unsaid);
};

/**
 * Files one after the other: read, looked at, made.
 *
 *     choosing ── begun ─▶ reading ── read ─▶ review ── made ─▶ the next file, opening, or choosing
 *                             ▲ └─ stopped, not read ─▶ failed
 *                             └── said, of a review; begun and skipped from anywhere
 *
 * An answer moves only the reading that it is of: one that comes after the person went on changes nothing.
 */
export const bringInAfter = (now: BringIn, event: BringInEvent): BringIn => {
  const { standing, queue, at } = now;
  switch (event.what) {
    case 'begun':
      return event.files.length === 0 ? now : goTo(now, event.files, 0);
    case 'skipped':
      return goTo(now, queue, at + 1);
    case 'said':
      return standing.at === 'review' ? readingOf(now, standing.reading.file, event.said) : now;
    case 'stopped':
      if (standing.at !== 'reading') return now;
      return {
        ...now,
        standing: { at: 'failed', reading: standing.reading, error: { code: 'cancelled', params: {} } },
      };
    case 'reading':
    case 'read': {
      if (standing.at !== 'reading' || standing.reading.step !== event.step) return now;
      const { reading } = standing;
      if (event.what === 'reading')
        return { ...now, standing: { ...standing, progress: { done: event.done, total: event.total } } };
      return {
        ...now,
        standing: event.result.ok
          ? { at: 'review', reading, preview: event.result.value, isMaking: false }
          : { at: 'failed', reading, error: event.result.error },
      };
    }
    case 'making':
    case 'made':
    case 'not-made': {
      if (standing.at !== 'review' || standing.reading.step !== event.step) return now;
      if (event.what === 'making') return { ...now, standing: { ...standing, isMaking: true } };
      if (event.what === 'made') {
        const [only] = event.ids;
        return queue.length === 1 && event.ids.length === 1 && only !== undefined
          ? { ...now, standing: { at: 'opening', id: only } }
          : goTo(now, queue, at + 1);
      }
      return {
        ...now,
        standing:
          event.error === null
            ? { ...standing, isMaking: false }
            : { at: 'failed', reading: standing.reading, error: event.error },
      };
    }
  }
};
