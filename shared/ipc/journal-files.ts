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
