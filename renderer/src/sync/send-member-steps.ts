import type { DocId } from '#shared/domain/ids.ts';
import type { Failure } from '#shared/errors.ts';
import type { MemberStep } from '#shared/sync/document-state.ts';
import { memberStepRefused, memberStepTaken, waitingMemberSteps } from '#shared/sync/members.ts';
import type { MembersAnswer } from '#shared/sync/protocol.ts';
import { type Connection, done, type Step } from './connection.ts';

/** Answers that this step will always get. */
const refusals = new Set<Failure['code']>([
  'malformed',
  'forbidden',
  'not-found',
  'no-such-account',
  'submission-mismatch',
  'document-deleted',
]);

const tell = (connection: Connection, doc: DocId, step: MemberStep): Promise<Step<MembersAnswer>> => {
  const { transport } = connection;
  return connection.ask((who) => {
    switch (step.what) {
      case 'invite':
        return transport.invite(who, step.id, { doc, email: step.email, role: step.role });
      case 'role':
        return transport.setMember(who, doc, step.account, step.role);
      case 'remove':
        return transport.removeMember(who, doc, step.account);
    }
  });
};

/** Sends invitations, new roles and removals in the order in which they were asked for (ME5). */
export const sendMemberSteps = async (connection: Connection): Promise<Step> => {
  const { store } = connection;
  for (const id of await store.pending()) {
    const tried = new Set<string>();
    for (;;) {
      // Read anew for each: what the person took back while the one before was on its way is not sent.
      const state = await store.read(id);
      // There is nobody to be invited to a document that the Network does not have.
      if (state === undefined || state.rev === 0 || state.presence.at !== 'here') break;
      const step = waitingMemberSteps(state).find((waiting) => !tried.has(waiting.id));
      if (step === undefined) break;
      tried.add(step.id);
      const answer = await tell(connection, id, step);
      if (answer.ok) {
        const { members } = answer.value;
        await store.update(id, (current) => current && memberStepTaken(current, step.id, members));
        continue;
      }
      const { failure, problem } = answer.error;
      if (problem === null) return answer;
      // The server stumbled over this one; its turn comes again, and it holds up nobody else's.
      if (failure.code === 'internal') continue;
      if (!refusals.has(failure.code)) return answer;
      await store.update(id, (current) => current && memberStepRefused(current, step.id, failure.code));
    }
  }
  return done;
};
