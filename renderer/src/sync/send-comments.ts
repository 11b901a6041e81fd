import type { Failure } from '#shared/errors.ts';
import { commentRefused, commentSent, waitingComments } from '#shared/sync/comments.ts';
import { type Connection, done, type Step } from './connection.ts';

/** Answers that this comment will always get. */
const refusals = new Set<Failure['code']>([
  'malformed',
  'forbidden',
  'not-found',
  'unknown-path',
  'submission-mismatch',
  'document-deleted',
]);

/** Sends comments in the order in which they were written, so that a reply comes after what it answers (RE7). */
export const sendComments = async (connection: Connection): Promise<Step> => {
  const { store, transport } = connection;
  for (const id of await store.pending()) {
    const state = await store.read(id);
    // A comment speaks of a document that the Network has.
    if (state === undefined || state.rev === 0 || state.presence.at !== 'here') continue;
    for (const comment of waitingComments(state)) {
      const answer = await connection.ask((who) => transport.comment(who, { doc: id, comment }));
      if (answer.ok) {
        await store.update(id, (current) => current && commentSent(current, answer.value));
      } else if (answer.error.problem !== null && refusals.has(answer.error.failure.code)) {
        const { code } = answer.error.failure;
        await store.update(id, (current) => current && commentRefused(current, comment.id, code));
      } else return answer;
    }
  }
  return done;
};
