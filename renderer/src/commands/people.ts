import type { Member, Role } from '#shared/domain/review.ts';
import type { LocalMemberStep } from '#shared/sync/document-state.ts';

/** Somebody who works on a document, or is asked to, as the panel shows them. */
export type Person = {
  /** null where the Network does not know the invitation yet. */
  readonly account: string | null;
  /** Empty where only the address is known. */
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly isYou: boolean;
  /** `invited`: has not signed in yet; `asked`: the invitation is still on this laptop; `gone`: no member any more. */
  readonly state: 'member' | 'invited' | 'asked' | 'gone';
  /** What is asked about them and not done yet. */
  readonly step: LocalMemberStep | null;
};

const isAbout = (step: LocalMemberStep, { account, email, state }: Member): boolean =>
  step.what === 'invite'
    ? state === 'invited' && step.email.toLowerCase() === email.toLowerCase()
    : step.account === account;

/** Somebody who is not among the members, by what is asked about them. */
const outsider = (step: LocalMemberStep): Person => ({
  account: null,
  name: '',
  email: step.what === 'invite' ? step.email : step.account,
  role: step.what === 'remove' ? 'reader' : step.role,
  isYou: false,
  state: step.what === 'invite' ? 'asked' : 'gone',
  step,
});

/** Everybody of a document with what is asked about them: members first, then others of whom something is asked. */
export const peopleOf = (
  members: readonly Member[],
  steps: readonly LocalMemberStep[],
  own: string | null,
): readonly Person[] => {
  const known = members.map((member): Person => {
    const step = steps.find((one) => isAbout(one, member));
    // The Network has no other name for somebody who has not signed in yet.
    const name = member.name === member.email ? '' : member.name;
    return { ...member, name, isYou: member.account === own, step: step ?? null };
  });
  const others = steps.filter((step) => !members.some((member) => isAbout(step, member)));
  return [...known, ...others.map(outsider)];
};

/** What somebody of this role may ask about a person; the Network decides in the end (ME1–ME3). */
export const mayChange = (
  own: Role,
  person: Person,
  people: readonly Person[],
): { readonly roles: boolean; readonly remove: boolean } => {
  const isAsked = person.account === null || person.step !== null;
  const authors = people.filter(({ role, state }) => role === 'author' && state === 'member');
  const isLastAuthor = person.role === 'author' && person.state === 'member' && authors.length === 1;
  return {
    roles: own === 'author' && person.state === 'member' && !isAsked && !isLastAuthor,
    remove: (own === 'author' || person.isYou) && !isAsked && !isLastAuthor,
  };
};
