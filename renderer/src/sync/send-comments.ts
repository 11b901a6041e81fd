import type { Comment, CommentDraft } from '#shared/domain/review.ts';
import { commentRefused, commentSent, waitingComments } from '#shared/sync/comments.ts';
import type { Connection, Step } from './connection.ts';
import { type Sendable, sendWaiting } from './send-waiting.ts';

const comments: Sendable<CommentDraft, Comment> = {
  waiting: waitingComments,
  send: (connection, doc, comment) =>
    connection.ask((who) => connection.transport.comment(who, { doc, comment })),
  taken: (state, _, comment) => commentSent(state, comment),
  refused: (state, { id }, code) => commentRefused(state, id, code),
  refusals: new Set([
    'malformed',
    'forbidden',
    'not-found',
    'unknown-path',
    'submission-mismatch',
    'document-deleted',
  ]),
};

/** Sends comments in the order in which they were written, so that a reply comes after what it answers (RE7). */
export const sendComments = (connection: Connection): Promise<Step> => sendWaiting(connection, comments);
