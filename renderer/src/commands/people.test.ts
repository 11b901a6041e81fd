import { expect, test } from 'vitest';
import { makeInvitationId } from '#shared/domain/ids.ts';
import type { Member } from '#shared/domain/review.ts';
import { mayChange, peopleOf } from './people.ts';

const member = (account: string, role: Member['role'], state: Member['state'] = 'member'): Member => ({
  account,
  name: account,
  email: `${account}@example.org`,
  role,
  state,
});
const id = makeInvitationId(1, (length) => new Uint8Array(length));

test('members come first, with what is asked about them, then who is invited on this laptop only', () => {
  const people = peopleOf(
    [member('amina', 'author'), member('tomas', 'reader')],
    [
      { what: 'invite', id, email: 'leila@example.org', role: 'editor', refusal: null },
      { what: 'role', id, account: 'tomas', role: 'editor', refusal: 'forbidden' },
    ],
    'amina',
  );
  expect(people.map(({ account, state, isYou, step }) => [account, state, isYou, step?.refusal])).toEqual([
    ['amina', 'member', true, undefined],
    ['tomas', 'member', false, 'forbidden'],
    [null, 'asked', false, null],
  ]);
});

test('an invitation that is asked again is one line, and of somebody who is gone what was refused can be read', () => {
  const people = peopleOf(
    [member('amina', 'author'), { ...member('b@example.org', 'reader', 'invited'), email: 'b@example.org' }],
    [
      { what: 'invite', id, email: 'B@example.org', role: 'editor', refusal: null },
      { what: 'role', id, account: 'tomas', role: 'editor', refusal: 'no-such-account' },
    ],
    'amina',
  );
  expect(
    people.map(({ email, state, step }) => [email, state, step && 'role' in step ? step.role : undefined]),
  ).toEqual([
    ['amina@example.org', 'member', undefined],
    ['b@example.org', 'invited', 'editor'],
    ['tomas', 'gone', 'editor'],
  ]);
});

test('[ME3] an author who was invited to a wrong address can be taken out again', () => {
  const people = peopleOf([member('amina', 'author'), member('typo', 'author', 'invited')], [], 'amina');
  const [amina, typo] = people;
  expect(typo && mayChange('author', typo, people)).toEqual({ roles: false, remove: true });
  expect(amina && mayChange('author', amina, people)).toEqual({ roles: false, remove: false });
});

test('[ME3] the last author can neither leave nor be changed; a reader can only leave', () => {
  const people = peopleOf([member('amina', 'author'), member('tomas', 'reader')], [], 'tomas');
  const [amina, tomas] = people;
  expect(amina && mayChange('author', amina, people)).toEqual({ roles: false, remove: false });
  expect(tomas && mayChange('author', tomas, people)).toEqual({ roles: true, remove: true });
  expect(amina && mayChange('reader', amina, people)).toEqual({ roles: false, remove: false });
  expect(tomas && mayChange('reader', tomas, people)).toEqual({ roles: false, remove: true });
});
