import type { MemberStep } from '#shared/sync/document-state.ts';
import { memberStepRefused, memberStepTaken, waitingMemberSteps } from '#shared/sync/members.ts';
import type { MembersAnswer } from '#shared/sync/protocol.ts';
import type { Connection, Step } from './connection.ts';
import { type Sendable, sendWaiting } from './send-waiting.ts';

const memberSteps: Sendable<MemberStep, MembersAnswer> = {
  waiting: waitingMemberSteps,
  send: (connection, doc, step) => {
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
  },
  taken: (state, { id }, { members }) => memberStepTaken(state, id, members),
  refused: (state, { id }, code) => memberStepRefused(state, id, code),
  refusals: new Set([
    'malformed',
    'forbidden',
    'not-found',
    'no-such-account',
    'submission-mismatch',
    'document-deleted',
  ]),
};

/** Sends invitations, new roles and removals in the order in which they were asked for (ME5). */
export const sendMemberSteps = (connection: Connection): Promise<Step> =>
  sendWaiting(connection, memberSteps);
