import { expect, test } from 'vitest';
import { applyChange, needsWhole } from './apply-change.ts';
import { edit } from './edit.ts';
import { acknowledge, freeze, isOlderNetwork } from './outbox.ts';
import { begun, change, docId, synced } from './test-documents.ts';

const conflict = (rev: number, fr: number) =>
  ({ doc: docId, n: 2, outcome: 'conflict', rev, fields: { title: { v: 'x', fr } } }) as const;

test('[EL5] the stored outcome of a repeat may be older than what the feed told since: it is the same Network', () => {
  const frozen = freeze(edit(synced({ title: 'a' }), new Map([['title', 'b']]), 2));
  const told = applyChange(frozen, change(6, { title: { v: 'later', fr: 6 } }), 3);
  expect(isOlderNetwork(told, conflict(5, 5))).toBe(false);
  expect(acknowledge(told, conflict(5, 5))).toMatchObject({
    rev: 6,
    lastN: 2,
    base: { title: { v: 'later', fr: 6 } },
    local: { title: 'b' },
    conflicts: ['title'],
  });
});

test('[CL5] an answer from before what the element itself had seen is of an older Network', () => {
  const state = { ...synced({ title: 'a' }), rev: 7, base: { title: { v: 'a', fr: 7 } } };
  const frozen = freeze(edit(state, new Map([['title', 'b']]), 2));
  expect(isOlderNetwork(frozen, conflict(8, 8))).toBe(false);
  expect(isOlderNetwork(frozen, conflict(3, 3))).toBe(true);
});

test("[EL8] a refusal of somebody else's document uses n up, so that the next element is the next one", () => {
  const problem = { type: 'about:blank', title: '', status: 403, code: 'forbidden' } as const;
  const refused = acknowledge(freeze(begun({ title: 'a' })), {
    doc: docId,
    n: 1,
    outcome: 'rejected',
    problem,
  });
  expect(refused).toMatchObject({ lastN: 1, outgoing: null, presence: { at: 'gone', why: 'no-access' } });
  const joined = applyChange(refused, change(4, { title: { v: 'b', fr: 4 } }, { whole: true }), 5);
  expect(freeze(edit(joined, new Map([['place', 'x']]), 6)).outgoing?.n).toBe(2);
});

test('[EL4] an element that was on its way when access was lost is the same one when it comes back', () => {
  const frozen = freeze(edit(synced({ title: 'a' }), new Map([['title', 'b']]), 2));
  const gone = applyChange(frozen, change(1, {}, { access: 'none' }), 3);
  expect(freeze(gone)).toBe(gone);
  const back = applyChange(gone, change(2, { title: { v: 'b', fr: 2 } }, { whole: true }), 4);
  expect(back.conflicts).toEqual([]);
  expect(freeze(edit(back, new Map([['title', 'c']]), 5)).outgoing).toEqual(frozen.outgoing);
});

test('[CL7] what was not sent before the Network closed the document is said, and can be copied', () => {
  const mine = edit(synced({ title: 'a' }), new Map([['title', 'b']]), 2);
  const closed = applyChange(mine, change(1, {}, { stage: 'accepted' }), 3);
  expect(closed).toMatchObject({ local: { title: 'b' }, attention: { code: 'document-closed' } });
  expect(applyChange(synced({ title: 'a' }), change(1, {}, { stage: 'accepted' }), 3).attention).toBeNull();
});

test('[VE6] of a document that is not here, a part is never taken for all of it', () => {
  const part = change(9, { title: { v: 'x', fr: 9 } });
  expect(needsWhole(undefined, part)).toBe(true);
  expect(needsWhole(undefined, { ...part, whole: true })).toBe(false);
  expect(needsWhole(undefined, change(9, {}, { access: 'none' }))).toBe(false);
});
