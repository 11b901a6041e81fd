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
    const state = await store.read(id);
    // There is nobody to be invited to a document that the Network does not have.
    if (state === undefined || state.rev === 0 || state.presence.at !== 'here') continue;
    for (const step of waitingMemberSteps(state)) {
      const answer = await tell(connection, id, step);
      if (answer.ok) {
        await store.update(
          id,
          (current) => current && memberStepTaken(current, step.id, answer.value.members),
        );
      } else if (answer.error.problem !== null && refusals.has(answer.error.failure.code)) {
        const { code } = answer.error.failure;
        await store.update(id, (current) => current && memberStepRefused(current, step.id, code));
      } else return answer;
    }
  }
  return done;
};
