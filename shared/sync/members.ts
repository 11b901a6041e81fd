import type { Member } from '#shared/domain/review.ts';
import type { FailureCode } from '#shared/errors.ts';
import type { DocumentState, LocalMemberStep, MemberStep } from './document-state.ts';

/** Whom a step is about: an account, or an e-mail address that the Network may not know. */
const personOf = (step: MemberStep): string =>
  step.what === 'invite' ? step.email.toLowerCase() : step.account;

/** Asks for a change of who works on the document; a later word on the same person replaces an earlier one. */
export const addMemberStep = (state: DocumentState, step: MemberStep): DocumentState => ({
  ...state,
  memberSteps: [
    ...state.memberSteps.filter((one) => personOf(one) !== personOf(step)),
    { ...step, refusal: null },
  ],
});

/** Forgets a step that was not sent, or that the Network refused. */
export const dropMemberStep = (state: DocumentState, id: string): DocumentState => ({
  ...state,
  memberSteps: state.memberSteps.filter((step) => step.id !== id),
});

/** Steps that still have to go to the Network, in the order in which they were asked for. */
export const waitingMemberSteps = (state: DocumentState): readonly LocalMemberStep[] =>
  state.memberSteps.filter(({ refusal }) => refusal === null);

/** The Network did it, and says who works on the document now. */
export const memberStepTaken = (
  state: DocumentState,
  id: string,
  members: readonly Member[],
): DocumentState => ({ ...dropMemberStep(state, id), members });

/** The Network would not; the step stays, with the reason, until the person takes it away. */
export const memberStepRefused = (state: DocumentState, id: string, refusal: FailureCode): DocumentState => ({
  ...state,
  memberSteps: state.memberSteps.map((step) => (step.id === id ? { ...step, refusal } : step)),
});
