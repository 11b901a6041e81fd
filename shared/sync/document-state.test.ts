import { expect, test } from 'vitest';
import { applyChange, applyWhole } from './apply-change.ts';
import { type DocumentState, stageOf } from './document-state.ts';
import { edit, settleConflict } from './edit.ts';
import { acknowledge, freeze, isOlderNetwork } from './outbox.ts';
import { elementSchema } from './protocol.ts';
import {
  cancelled,
  endSubmission,
  prepareSubmission,
  receive,
  requestSubmission,
  takeBack,
} from './submission.ts';
import { appliedOutcome, begun, change, docId, receiptFor, submissionId, synced } from './test-documents.ts';

const typed = (path: string, value: string | undefined) => new Map([[path, value]]);
const elementOf = (body: string | undefined) => elementSchema.parse(JSON.parse(body ?? 'null'));

test('the first element creates the document and carries every field', () => {
  const frozen = freeze(begun({ title: 'Night shelters', countries: ['TN'] }));
  expect(elementOf(frozen.outgoing?.body)).toEqual({
    doc: docId,
    n: 1,
    create: { kind: 'pledge', template: 'pledge@1' },
    ops: [
      { f: 'countries', fr: 0, op: 'set', v: ['TN'] },
      { f: 'title', fr: 0, op: 'set', v: 'Night shelters' },
    ],
  });
});

test('an empty document is created all the same', () => {
  expect(elementOf(freeze(begun({})).outgoing?.body).ops).toEqual([]);
});

test('a frozen element keeps its bytes whatever is typed meanwhile', () => {
  const frozen = freeze(begun({ title: 'a' }));
  const later = freeze(edit(frozen, typed('title', 'b'), 2000));
  expect(later.outgoing).toEqual(frozen.outgoing);
});

test('what was typed meanwhile goes out as the next element, against the new revision', () => {
  const later = edit(freeze(begun({ title: 'a' })), typed('title', 'b'), 2000);
  const next = freeze(acknowledge(later, appliedOutcome(1, 1)));
  expect(elementOf(next.outgoing?.body)).toEqual({
    doc: docId,
    n: 2,
    ops: [{ f: 'title', fr: 1, op: 'set', v: 'b' }],
  });
});

test('a changed word in a long text travels as a splice', () => {
  const long = 'Two mobile desks will visit thirty-eight localities every quarter. '.repeat(20);
  const state = edit(
    synced({ description: long }),
    typed('description', long.replace('desks', 'teams')),
    2000,
  );
  const [op] = elementOf(freeze(state).outgoing?.body).ops;
  expect(op).toMatchObject({ f: 'description', fr: 1, op: 'splice' });
  expect(JSON.stringify(op).length).toBeLessThan(120);
});

test('a cleared field and a removed item are removals', () => {
  const state = synced({ title: 'a', 'participants/4G7Z2Q9R1T': true });
  const cleared = edit(
    state,
    new Map([
      ['title', undefined],
      ['participants/4G7Z2Q9R1T', undefined],
    ]),
    2000,
  );
  expect(elementOf(freeze(cleared).outgoing?.body).ops).toEqual([
    { f: 'participants/4G7Z2Q9R1T', fr: 1, op: 'del' },
    { f: 'title', fr: 1, op: 'del' },
  ]);
});

test('an answer for another n changes nothing', () => {
  const frozen = freeze(begun({ title: 'a' }));
  expect(acknowledge(frozen, appliedOutcome(2, 9))).toBe(frozen);
});

test('different fields of two laptops merge by themselves', () => {
  const mine = edit(synced({ title: 'a', description: 'x' }), typed('title', 'mine'), 2000);
  const merged = applyChange(mine, change(2, { description: { v: 'theirs', fr: 2 } }), 3000);
  expect(merged.local).toEqual({ title: 'mine', description: 'theirs' });
  expect(merged.conflicts).toEqual([]);
  expect(elementOf(freeze(merged).outgoing?.body).ops).toHaveLength(1);
});

test('the same field of two laptops keeps both texts and sends neither', () => {
  const mine = edit(synced({ title: 'a' }), typed('title', 'mine'), 2000);
  const merged = applyChange(mine, change(2, { title: { v: 'theirs', fr: 2 } }), 3000);
  expect(merged.conflicts).toEqual(['title']);
  expect(merged.local.title).toBe('mine');
  expect(merged.base.title).toEqual({ v: 'theirs', fr: 2 });
  expect(freeze(merged).outgoing).toBeNull();
});

test('mine, once chosen, goes out against the revision of theirs', () => {
  const both = applyChange(
    edit(synced({ title: 'a' }), typed('title', 'mine'), 2000),
    change(2, { title: { v: 'theirs', fr: 2 } }),
    3000,
  );
  const settled = freeze(settleConflict(both, 'title', 'mine', 4000));
  expect(elementOf(settled.outgoing?.body).ops).toEqual([{ f: 'title', fr: 2, op: 'set', v: 'mine' }]);
});

test('theirs, once chosen, leaves nothing to send', () => {
  const both = applyChange(
    edit(synced({ title: 'a' }), typed('title', 'mine'), 2000),
    change(2, { title: { v: 'theirs', fr: 2 } }),
    3000,
  );
  const settled = freeze(settleConflict(both, 'title', 'theirs', 4000));
  expect(settled.local.title).toBe('theirs');
  expect(settled.outgoing).toBeNull();
});

test('a conflict answered by the Network consumes n and keeps both', () => {
  const frozen = freeze(
    edit(
      synced({ title: 'a', note: 'n' }),
      new Map([
        ['title', 'mine'],
        ['note', 'm'],
      ]),
      2000,
    ),
  );
  const answered = acknowledge(frozen, {
    doc: docId,
    n: 2,
    outcome: 'conflict',
    rev: 5,
    fields: { title: { v: 'theirs', fr: 5 } },
  });
  expect(answered.conflicts).toEqual(['title']);
  expect(elementOf(freeze(answered).outgoing?.body)).toEqual({
    doc: docId,
    n: 3,
    ops: [{ f: 'note', fr: 1, op: 'set', v: 'm' }],
  });
});

test('the echo of an element whose answer was lost is no conflict', () => {
  const frozen = freeze(edit(synced({ title: 'a' }), typed('title', 'sent'), 2000));
  const typing = edit(frozen, typed('title', 'sent and more'), 2500);
  const echoed = applyChange(typing, change(2, { title: { v: 'sent', fr: 2 } }), 3000);
  expect(echoed.conflicts).toEqual([]);
  expect(echoed.local.title).toBe('sent and more');
});

test('an item that one removed and the other wrote in comes back with the words', () => {
  const item = 'participants/4G7Z2Q9R1T';
  const state = synced({ [item]: true, [`${item}/actor`]: 'IOM' });
  const mine = edit(state, typed(`${item}/actor`, 'IOM and ILO'), 2000);
  const removedThere = applyChange(
    mine,
    change(2, { [item]: { fr: 2, deleted: true }, [`${item}/actor`]: { fr: 2, deleted: true } }),
    3000,
  );
  expect(removedThere.local).toEqual({ [item]: true, [`${item}/actor`]: 'IOM and ILO' });

  const removedHere = edit(
    state,
    new Map([
      [item, undefined],
      [`${item}/actor`, undefined],
    ]),
    2000,
  );
  const writtenThere = applyChange(removedHere, change(2, { [`${item}/actor`]: { v: 'ILO', fr: 2 } }), 3000);
  expect(writtenThere.local).toEqual({ [item]: true, [`${item}/actor`]: 'ILO' });
});

test('the same page twice changes nothing more', () => {
  const page = change(3, { title: { v: 'theirs', fr: 3 } });
  const once = applyChange(synced({ title: 'a' }), page, 3000);
  expect(applyChange(once, page, 3000)).toEqual(once);
});

test('a rejected document waits for the person and holds nothing else up; an edit wakes it', () => {
  const rejected = acknowledge(freeze(begun({ title: 'a' })), {
    doc: docId,
    n: 1,
    outcome: 'rejected',
    problem: { type: 'about:blank', title: 'unknown path', status: 422, code: 'unknown-path' },
  });
  expect(rejected.attention).toEqual({ code: 'unknown-path' });
  expect(freeze(rejected).outgoing).toBeNull();
  expect(freeze(edit(rejected, typed('title', 'b'), 2000)).outgoing?.n).toBe(2);
});

test('a submission waits until the Network has every edit, and then its body is frozen', () => {
  const asked = requestSubmission(
    edit(synced({ title: 'a' }), typed('title', 'b'), 2000),
    submissionId,
    3000,
  );
  expect(stageOf(asked)).toBe('ready');
  const notYet = prepareSubmission(asked);
  expect(notYet.submission?.body).toBeNull();
  const acked = acknowledge(freeze(asked), appliedOutcome(2, 2));
  const sending = prepareSubmission(acked);
  expect(stageOf(sending)).toBe('sending');
  expect(sending.submission?.body).toMatchObject({ doc: docId, rev: 2, round: 1, template: 'pledge@1' });
  expect(prepareSubmission(sending)).toBe(sending);
});

test('a document that another laptop changed after Submit is not handed over unseen', () => {
  const asked = requestSubmission(synced({ title: 'a' }), submissionId, 3000);
  const changed = applyChange(asked, change(2, { title: { v: 'b', fr: 2 } }), 4000);
  const ended = prepareSubmission(changed);
  expect(ended.submission).toBeNull();
  expect(ended.attention).toEqual({ code: 'stale-revision' });
});

test('[SU9] what was on the wire stays frozen until the Network says that it will never be received', () => {
  const asked = requestSubmission(synced({ title: 'a' }), submissionId, 3000);
  expect(takeBack(asked).submission).toBeNull();
  const sending = prepareSubmission(asked);
  const taken = takeBack(sending);
  expect(taken.submission).toEqual({ ...sending.submission, isCancelling: true });
  expect(stageOf(taken)).toBe('sending');
  expect(cancelled(taken).submission).toBeNull();
});

test('only a receipt makes a document submitted', () => {
  const sending = prepareSubmission(requestSubmission(synced({ title: 'a' }), submissionId, 3000));
  const received = receive(sending, receiptFor(sending));
  expect(stageOf(received)).toBe('submitted');
  expect(received.receipt?.receiptNo).toBe('TRAIN-2026-00001');
  const refused = endSubmission(sending, { code: 'validation', params: { count: 2 } });
  expect(stageOf(refused)).toBe('draft');
  expect(refused.attention?.code).toBe('validation');
});

test('a Network begun anew gets everything again, and the lost receipt is said', () => {
  const sending = prepareSubmission(requestSubmission(synced({ title: 'a' }), submissionId, 3000));
  const received = receive(sending, receiptFor(sending));
  const forgotten = applyWhole(received, undefined, 5000, 'own');
  expect(forgotten).toMatchObject({ rev: 0, lastN: 0, stage: 'draft', receipt: null, local: { title: 'a' } });
  expect(forgotten?.attention?.code).toBe('epoch-changed');
});

test('a Network restored from a backup takes nothing away: what differs waits, what it lacks is sent again', () => {
  const state = edit(synced({ title: 'a', note: 'n', place: 'p' }), typed('title', 'mine'), 2000);
  const restored = change(7, { title: { v: 'a', fr: 3 }, note: { v: 'older', fr: 4 } });
  const merged = applyWhole(state, restored, 5000, 'own');
  expect(merged).toMatchObject({
    rev: 7,
    local: { title: 'mine', note: 'n', place: 'p' },
    conflicts: ['note', 'title'],
  });
  expect(merged && elementOf(freeze(merged).outgoing?.body).ops).toEqual([
    { f: 'place', fr: 0, op: 'set', v: 'p' },
  ]);
});

test('a receipt for other content than was handed over here is kept, and asks for attention', () => {
  const sending = prepareSubmission(requestSubmission(synced({ title: 'a' }), submissionId, 3000));
  const other = { ...receiptFor(sending), contentHash: 'f'.repeat(64) };
  expect(receive(sending, other)).toMatchObject({
    submission: null,
    stage: 'submitted',
    receipt: other,
    attention: { code: 'already-submitted' },
  });
});

test('a receipt that comes after the document was returned does not put its stage back', () => {
  const sending = prepareSubmission(requestSubmission(synced({ title: 'a' }), submissionId, 3000));
  const returned = applyChange(sending, change(1, {}, { stage: 'returned', round: 2 }), 4000);
  expect(receive(returned, receiptFor(sending))).toMatchObject({ stage: 'returned', round: 2 });
});

test('[EL4] a template that the Network does not know yet uses no n, and the same bytes are offered again', () => {
  const problem = { type: 'about:blank', title: '', status: 409, code: 'schema-unsupported' } as const;
  const frozen = freeze(begun({ title: 'a' }));
  const refused = acknowledge(frozen, {
    doc: docId,
    n: 1,
    outcome: 'rejected',
    problem,
  });
  expect(refused).toMatchObject({ lastN: 0, attention: { code: 'schema-unsupported' } });
  const again = freeze(refused);
  expect(again.outgoing).toEqual(frozen.outgoing);
  expect(acknowledge(again, appliedOutcome(1, 1)).attention).toBeNull();
});

test('answers from an older state than the one already seen are told apart', () => {
  const state = synced({ title: 'a' });
  const older = {
    doc: docId,
    n: 2,
    outcome: 'conflict',
    rev: 1,
    fields: { title: { v: 'b', fr: 1 } },
  } as const;
  const base = { title: { v: 'a', fr: 5 } };
  const sent = (known: DocumentState) => freeze(edit(known, typed('title', 'mine'), 2000));
  expect(isOlderNetwork(sent({ ...state, base }), older)).toBe(true);
  expect(isOlderNetwork(sent(state), { ...older, fields: { title: { v: 'b', fr: 2 } } })).toBe(false);
  expect(isOlderNetwork(state, { doc: docId, n: 2, outcome: 'gap', expected: 1 })).toBe(true);
});

test('words typed into a part of an item that somebody removed bring the item back', () => {
  const item = 'participants/4G7Z2Q9R1T';
  const mine = edit(synced({ [item]: true }), typed(`${item}/actor`, 'typed here'), 2000);
  const merged = applyChange(mine, change(2, { [item]: { fr: 2, deleted: true } }), 3000);
  expect(merged.local).toEqual({ [item]: true, [`${item}/actor`]: 'typed here' });
});
