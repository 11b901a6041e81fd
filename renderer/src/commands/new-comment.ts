import type { FieldPath } from '#shared/domain/field-path.ts';

/** A comment as a person writes it. */
export type NewComment = {
  /** null: on the whole document. */
  readonly path: FieldPath | null;
  readonly quote: string | null;
  /** The thread that it answers; null begins one. */
  readonly thread: string | null;
  readonly text: string;
  /** Closes the thread. */
  readonly resolves: boolean;
};
