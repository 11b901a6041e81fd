import { describe, expect, test } from 'vitest';
import { type InvitationId, makeInvitationId } from '#shared/domain/ids.ts';
import { type DocumentState, hasUnsent, type MemberStep } from './document-state.ts';
import {
  addMemberStep,
  dropMemberStep,
  memberStepRefused,
  memberStepTaken,
  waitingMemberSteps,
} from './members.ts';
import { synced } from './test-documents.ts';

const id = (byte: number): InvitationId =>
  makeInvitationId(byte, (length) => new Uint8Array(length).fill(byte));
const invite = (byte: number, email: string): MemberStep => ({
  what: 'invite',
  id: id(byte),
  email,
  role: 'editor',
});
const asked = (...steps: readonly MemberStep[]): DocumentState =>
  steps.reduce(addMemberStep, synced({ title: 'x' }));
const idsOf = (state: DocumentState) => waitingMemberSteps(state).map((step) => step.id);

describe('[ME5] what is asked about who works on a document', () => {
  test('waits in its order, and the document with it', () => {
    const state = asked(invite(1, 'a@example.org'), { what: 'remove', id: id(2), account: 'tomas' });
    expect(idsOf(state)).toEqual([id(1), id(2)]);
    expect(hasUnsent(state)).toBe(true);
    expect(hasUnsent(dropMemberStep(dropMemberStep(state, id(1)), id(2)))).toBe(false);
  });

  test('a later word on the same person replaces the earlier one', () => {
    const state = asked(invite(1, 'a@example.org'), invite(2, 'b@example.org'), invite(3, 'A@example.org'));
    expect(idsOf(state)).toEqual([id(2), id(3)]);
  });

  test('taken, it is gone, and the members are those that the Network names', () => {
    const member = {
      account: 'b',
      name: 'B',
      email: 'b@example.org',
      role: 'editor',
      state: 'member',
    } as const;
    const state = memberStepTaken(asked(invite(1, 'b@example.org')), id(1), [member]);
    expect([state.memberSteps, state.members]).toEqual([[], [member]]);
  });

  test('refused, it stays with the reason and is not sent again', () => {
    const state = memberStepRefused(asked(invite(1, 'b@example.org')), id(1), 'forbidden');
    expect(idsOf(state)).toEqual([]);
    expect(hasUnsent(state)).toBe(false);
    expect(state.memberSteps).toMatchObject([{ email: 'b@example.org', refusal: 'forbidden' }]);
  });
});
