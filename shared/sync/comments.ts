import type { Comment, CommentDraft } from '#shared/domain/review.ts';
import type { FailureCode } from '#shared/errors.ts';
import type { DocumentState, LocalComment } from './document-state.ts';

const idOf = ({ comment }: LocalComment): string => comment.id;

/** Comments with what the Network told: one that waited here and is told now is sent (RE1). */
export const withComments = (
  known: readonly LocalComment[],
  told: readonly Comment[],
): readonly LocalComment[] => {
  if (told.length === 0) return known;
  const byId = new Map(
    told.map((comment): readonly [string, LocalComment] => [comment.id, { isSent: true, comment }]),
  );
  const before = known.map((comment) => byId.get(idOf(comment)) ?? comment);
  const ids = new Set(known.map(idOf));
  const added = [...byId.values()].filter((comment) => !ids.has(idOf(comment)));
  // In the Network's order, those that still wait last.
  const all = [...before, ...added];
  const sent = all.filter((comment) => comment.isSent);
  const time = (comment: LocalComment) => (comment.isSent ? comment.comment.madeAt : '');
  sent.sort((a, b) => (time(a) < time(b) ? -1 : time(a) > time(b) ? 1 : idOf(a) < idOf(b) ? -1 : 1));
  return [...sent, ...all.filter((comment) => !comment.isSent)];
};

/**
 * Comments beside another Network than the one that had them: this account's own that it does not have go there
 * again (RE8); those of others stay here to be read.
 */
export const withLostComments = (
  known: readonly LocalComment[],
  told: readonly Comment[],
  own: string | null,
): readonly LocalComment[] => {
  const there = new Set(told.map(({ id }) => id));
  return known.map((local): LocalComment => {
    if (!local.isSent || there.has(local.comment.id) || local.comment.author.account !== own) return local;
    const { author: _, madeAt, ...comment } = local.comment;
    return { isSent: false, comment, madeAt: Date.parse(madeAt), refusal: null };
  });
};

/** A comment written on this laptop; `now` by its clock. */
export const addComment = (state: DocumentState, comment: CommentDraft, now: number): DocumentState => ({
  ...state,
  comments: [...state.comments, { isSent: false, comment, madeAt: now, refusal: null }],
});

/** Comments that still have to go to the Network, in the order in which they were written. */
export const waitingComments = (state: DocumentState): readonly CommentDraft[] =>
  state.comments.flatMap((comment) => (comment.isSent || comment.refusal !== null ? [] : [comment.comment]));

/** The Network has a comment. */
export const commentSent = (state: DocumentState, comment: Comment): DocumentState => ({
  ...state,
  comments: withComments(state.comments, [comment]),
});

/**
 * The Network refused a comment. A reply whose first comment it does not have (it was restored from a backup)
 * goes out again as a comment of its own; any other stays here, with the reason.
 */
export const commentRefused = (state: DocumentState, id: string, code: FailureCode): DocumentState => ({
  ...state,
  comments: state.comments.map((comment) => {
    if (comment.isSent || idOf(comment) !== id) return comment;
    return comment.comment.replyTo === null
      ? { ...comment, refusal: code }
      : { ...comment, comment: { ...comment.comment, replyTo: null, resolves: false } };
  }),
});
