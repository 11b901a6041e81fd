import type { Answer, Segment } from './channels.ts';

/** Where the journals of the spaces lie: files apart from the store, to which lines are only ever appended. */
export interface JournalFiles {
  /** A checkpoint is worth while when a journal has grown by this. */
  readonly checkpointBytes: number;
  /** The oldest first; none where nothing was written yet. */
  segments(space: string): Promise<readonly Segment[]>;
  /** Resolves when the lines are on the disk. */
  append(space: string, lines: string): Promise<Answer<'journal:append'>>;
  read(space: string, segment: number): Promise<string>;
  dropBefore(space: string, segment: number): Promise<void>;
}

/** With less room than this on the disk the window says so, and keeps nothing large any more. */
export const lowDiskBytes = 200_000_000;

const segmentName = /^(\d{6,9})\.ndjson$/;

/** The number of the segment in a file of this name; undefined where the file is something else. */
export const segmentOf = (fileName: string): number | undefined => {
  const digits = segmentName.exec(fileName)?.[1];
  return digits === undefined ? undefined : Number(digits);
};

export const segmentFileName = (segment: number): string => `${String(segment).padStart(6, '0')}.ndjson`;

/** Where the next lines go: into the last segment until that has `mostBytes`, then into a new one. */
export const segmentToAppend = (
  segments: readonly Segment[],
  mostBytes: number,
): { readonly number: number; readonly sizeBytes: number; readonly isNew: boolean } => {
  const last = segments.at(-1);
  if (last !== undefined && last.sizeBytes < mostBytes) return { ...last, isNew: false };
  return { number: (last?.number ?? 0) + 1, sizeBytes: 0, isNew: true };
};
