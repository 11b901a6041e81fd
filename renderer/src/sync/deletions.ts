import { deletionRefused, deletionTold } from '#shared/sync/presence.ts';
import { type Connection, done, type Step } from './connection.ts';

/** Answers after which asking again would bring the same. */
const refusals = new Set(['forbidden', 'document-closed']);

/** Tells the Network what was put into the bin; what it never had is as good as told. */
export const tellDeletions = async (connection: Connection): Promise<Step> => {
  const { store, transport } = connection;
  for (const id of await store.pending()) {
    const state = await store.read(id);
    if (state?.presence.at !== 'bin' || state.presence.isTold) continue;
    const answer = await connection.ask((who) => transport.deleteDocument(who, id));
    const isGone = answer.ok || answer.error.failure.code === 'not-found';
    if (isGone) await store.update(id, (current) => current && deletionTold(current));
    else if (refusals.has(answer.error.failure.code)) {
      const { failure } = answer.error;
      await store.update(id, (current) => current && deletionRefused(current, failure));
    } else return answer;
  }
  return done;
};
