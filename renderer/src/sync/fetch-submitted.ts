import { lacksSubmitted } from '#shared/sync/document-state.ts';
import { withSubmitted } from '#shared/sync/submission.ts';
import { type Connection, done, type Step } from './connection.ts';

/** Asks for what was received last, where this laptop does not know it: another one handed it over. */
export const fetchSubmitted = async (connection: Connection): Promise<Step> => {
  const { store, transport } = connection;
  for (const id of await store.pending()) {
    const state = await store.read(id);
    if (state === undefined || !lacksSubmitted(state) || state.receipt === null) continue;
    const { round } = state.receipt;
    const answer = await connection.ask((who) => transport.submitted(who, id, round));
    if (answer.ok) {
      const received = answer.value;
      await store.update(id, (current) => current && withSubmitted(current, received));
    } else if (answer.error.problem === null) return answer;
  }
  return done;
};
