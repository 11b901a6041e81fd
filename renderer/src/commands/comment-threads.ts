import type { FieldPath } from '#shared/domain/field-path.ts';
import type { Voice } from '#shared/domain/review.ts';
import type { FailureCode } from '#shared/errors.ts';
import type { LocalComment } from '#shared/sync/document-state.ts';

/** One comment as a room shows it. */
export type CommentEntry = {
  readonly id: string;
  /** null: written on this laptop, and not sent yet. */
  readonly author: { readonly name: string; readonly voice: Voice } | null;
  readonly text: string;
  /** Milliseconds since 1970: the Network's clock, or this laptop's while it waits. */
  readonly madeAt: number;
  readonly resolves: boolean;
  /** Why the Network would not take it. */
  readonly refusal: FailureCode | null;
};

/** A first comment and what was answered to it (RE2). */
export type CommentThread = {
  readonly id: string;
  readonly path: FieldPath | null;
  readonly quote: string | null;
  readonly round: number;
  readonly isOpen: boolean;
  readonly entries: readonly CommentEntry[];
};

const entryOf = (local: LocalComment): CommentEntry => ({
  id: local.comment.id,
  author: local.isSent ? local.comment.author : null,
  text: local.comment.text,
  madeAt: local.isSent ? Date.parse(local.comment.madeAt) : local.madeAt,
  resolves: local.comment.resolves,
  refusal: local.isSent ? null : local.refusal,
});

/** Comments as threads, those that wait for an answer first, each in the order in which it was begun. */
export const commentThreads = (comments: readonly LocalComment[]): readonly CommentThread[] => {
  const firsts = comments.filter(({ comment }) => comment.replyTo === null);
  const threads = firsts.map((first): CommentThread => {
    const { id, path, quote, round } = first.comment;
    const replies = comments.filter(({ comment }) => comment.replyTo === id);
    const entries = [first, ...replies].map(entryOf);
    return { id, path, quote, round, isOpen: !(entries.at(-1)?.resolves ?? false), entries };
  });
  return [...threads.filter(({ isOpen }) => isOpen), ...threads.filter(({ isOpen }) => !isOpen)];
};
