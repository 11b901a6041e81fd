import { expect, test } from 'vitest';
import { makeDocId } from '#shared/domain/ids.ts';
import { applyChange, applyWhole } from './apply-change.ts';
import { hasUnsent, isPending } from './document-state.ts';
import { edit } from './edit.ts';
import { freeze } from './outbox.ts';
import { bin, canBin, canPutBack, copyAs, deletionRefused, deletionTold, putBack } from './presence.ts';
import { canSubmit, requestSubmission } from './submission.ts';
import { begun, change, receiptFor, submissionId, synced } from './test-documents.ts';

const newId = makeDocId(1_770_000_000_000, (length) => new Uint8Array(length));

test('[CL6] what the Network has is to be told before it is out; what it never had is told to nobody', () => {
  const known = bin(synced({ title: 'a' }), 5);
  expect(known.presence).toEqual({ at: 'bin', since: 5, isTold: false });
  expect(isPending(known)).toBe(true);
  const own = bin(begun({ title: 'a' }), 5);
  expect(own.presence).toEqual({ at: 'bin', since: 5, isTold: true });
  expect(hasUnsent(own)).toBe(false);
  // Its element may have reached the Network already.
  expect(bin(freeze(begun({ title: 'a' })), 5).presence).toMatchObject({ isTold: false });
});

test('[EL14] nothing of a document in the bin is frozen or handed over', () => {
  const binned = bin(edit(synced({ title: 'a' }), new Map([['title', 'b']]), 2), 5);
  expect(freeze(binned).outgoing).toBeNull();
  expect(canSubmit(binned)).toBe(false);
});

test('[ME1] only an author puts a draft into the bin, and never one that is handed over or was received', () => {
  const state = synced({ title: 'a' });
  expect(canBin(state)).toBe(true);
  for (const other of [
    { ...state, role: 'editor' as const },
    { ...state, stage: 'submitted' as const },
    { ...state, receipt: receiptFor(state) },
    requestSubmission(state, submissionId, 1),
    bin(state, 1),
  ]) {
    expect(canBin(other)).toBe(false);
    expect(bin(other, 5)).toBe(other);
  }
});

test('[CL7] put back before the Network was told, it is as it was, edits included', () => {
  const mine = edit(synced({ title: 'a' }), new Map([['title', 'b']]), 2);
  const back = putBack(bin(mine, 5), 6);
  expect(back).toEqual({ ...mine, savedAt: 6 });
  expect(freeze(back).outgoing?.n).toBe(2);
});

test('[EL14] deleted at the Network, it can only be copied; one that it never had can be put back', () => {
  const told = deletionTold(bin(synced({ title: 'a' }), 5));
  expect(canPutBack(told)).toBe(false);
  expect(putBack(told, 6)).toBe(told);
  expect(canPutBack(bin(begun({ title: 'a' }), 5))).toBe(true);
  expect(copyAs(told, newId, 7)).toMatchObject({
    id: newId,
    rev: 0,
    lastN: 0,
    base: {},
    local: { title: 'a' },
    presence: { at: 'here' },
    stage: 'draft',
    receipt: null,
  });
});

test('[CL7] where the Network would not delete it, it is here again and says why', () => {
  const refused = deletionRefused(bin(synced({ title: 'a' }), 5), { code: 'document-closed' });
  expect(refused).toMatchObject({ presence: { at: 'here' }, attention: { code: 'document-closed' } });
});

test('[FE4] what others change meanwhile does not bring a binned document back; its deletion is the news that counts', () => {
  const binned = bin(synced({ title: 'a' }), 5);
  const changed = applyChange(binned, change(2, { title: { v: 'b', fr: 2 } }), 6);
  expect(changed).toMatchObject({ presence: { at: 'bin', isTold: false }, local: { title: 'b' } });
  expect(applyChange(changed, change(2, {}, { deleted: true }), 7).presence).toEqual({
    at: 'bin',
    since: 5,
    isTold: true,
  });
});

test('[CL5] another Network that has it is told again; one that never heard of it is not', () => {
  const told = deletionTold(bin(synced({ title: 'a' }), 5));
  const there = applyWhole(told, change(3, { title: { v: 'a', fr: 1 } }, { whole: true }), 6, 'own');
  expect(there?.presence).toEqual({ at: 'bin', since: 5, isTold: false });
  expect(applyWhole(there, undefined, 7, 'own')?.presence).toEqual({ at: 'bin', since: 5, isTold: true });
});

test('[EL4] put back after the Network did not know it, the element that was on its way is the same one', () => {
  const frozen = freeze(begun({ title: 'a' }));
  const back = putBack(deletionTold(bin(frozen, 5)), 6);
  expect(freeze(edit(back, new Map([['title', 'b']]), 7)).outgoing).toEqual(frozen.outgoing);
});

test('[CL6] a document in the bin that the Network has after all is to be told again', () => {
  const told = deletionTold(bin(freeze(begun({ title: 'a' })), 5));
  expect(isPending(told)).toBe(false);
  const there = applyChange(told, change(1, { title: { v: 'a', fr: 1 } }, { whole: true }), 6);
  expect(there.presence).toEqual({ at: 'bin', since: 5, isTold: false });
  expect(isPending(there)).toBe(true);
});
