import { describe, expect, test } from 'vitest';
import { attachmentValues } from '#shared/domain/attachment.ts';
import { applyChange } from './apply-change.ts';
import { isPending, lacksSubmitted, stageOf } from './document-state.ts';
import { edit } from './edit.ts';
import { acknowledge, freeze } from './outbox.ts';
import {
  cancelled,
  canSubmit,
  endSubmission,
  handedOver,
  prepareSubmission,
  receive,
  requestSubmission,
  takeBack,
  withSubmitted,
} from './submission.ts';
import { appliedOutcome, begun, change, receiptFor, submissionId, synced } from './test-documents.ts';

const asked = (fields: Readonly<Record<string, string>>) =>
  requestSubmission(synced(fields), submissionId, 3000);
const sending = prepareSubmission(asked({ title: 'a' }));

describe('taking a submission back', () => {
  test('[SU9] is done at once where it was never on the wire', () => {
    expect(takeBack(asked({ title: 'a' })).submission).toBeNull();
    const nothing = synced({});
    expect(takeBack(nothing)).toBe(nothing);
  });

  test('[SU9] else the document stays frozen until the Network answers', () => {
    const waiting = takeBack(sending);
    expect(waiting.submission).toEqual({ ...sending.submission, isCancelling: true });
    expect(stageOf(waiting)).toBe('sending');
    expect(canSubmit(waiting)).toBe(false);
    expect(prepareSubmission(waiting)).toBe(waiting);
    expect(cancelled(waiting)).toMatchObject({ submission: null, stage: 'draft', attention: null });
  });

  test('[OB9] one that a bundle may hold is asked of the Network although this laptop never sent it', () => {
    const waiting = takeBack(handedOver(asked({ title: 'a' })));
    expect(waiting.submission).toMatchObject({ body: null, isCancelling: true });
    expect(stageOf(waiting)).toBe('sending');
    // It is not ended here either: what a colleague holds would still be received.
    const changed = applyChange(waiting, change(2, { title: { v: 'b', fr: 2 } }), 4000);
    expect(prepareSubmission(changed)).toBe(changed);
    const nothing = synced({});
    expect(handedOver(nothing)).toBe(nothing);
  });

  test('[SU6] a receipt that was faster counts', () => {
    const received = receive(takeBack(sending), receiptFor(sending));
    expect(received).toMatchObject({ submission: null, stage: 'submitted', attention: null });
  });
});

describe('what is handed over', () => {
  test('[SU7] a body is frozen once and stays, whatever comes in afterwards', () => {
    const later = applyChange(sending, change(2, { title: { v: 'b', fr: 2 } }), 4000);
    expect(prepareSubmission(later).submission).toEqual(sending.submission);
  });

  test('[SU4] it names the revision that holds what the person saw', () => {
    const state = requestSubmission(begun({ title: 'a' }), submissionId, 3000);
    expect(prepareSubmission(state)).toBe(state);
    const known = acknowledge(freeze(state), appliedOutcome(1, 1));
    expect(prepareSubmission(known).submission?.body).toMatchObject({ rev: 1, round: 1 });
  });

  test('[SU5] it names each file once', () => {
    const file = { sha256: 'ab'.repeat(32), name: 'a.pdf', type: 'application/pdf', sizeBytes: 9 };
    const values = Object.fromEntries([
      ...attachmentValues('letters', file),
      ...attachmentValues('plans', file),
    ]);
    const state = prepareSubmission(requestSubmission(synced(values), submissionId, 1));
    expect(state.submission?.body?.attachments).toEqual([file.sha256]);
  });

  test('[SU7] a change elsewhere that comes to the same content is still what the person saw', () => {
    const there = applyChange(
      edit(synced({ title: 'a' }), new Map([['title', 'b']]), 2000),
      change(2, { title: { v: 'b', fr: 2 } }),
      2500,
    );
    const state = prepareSubmission(requestSubmission(there, submissionId, 3000));
    expect(state.submission?.body?.rev).toBe(2);
  });

  test('[MG10] a document in conflict is not handed over, and one that comes into conflict ends its submission', () => {
    const mine = requestSubmission(
      edit(synced({ title: 'a' }), new Map([['title', 'mine']]), 2000),
      submissionId,
      3000,
    );
    const conflict = applyChange(mine, change(2, { title: { v: 'theirs', fr: 2 } }), 4000);
    expect(conflict.conflicts).toEqual(['title']);
    expect(prepareSubmission(conflict)).toMatchObject({
      submission: null,
      attention: { code: 'stale-revision' },
    });
    expect(canSubmit({ ...conflict, submission: null })).toBe(false);
  });
});

describe('what was received', () => {
  test('[RE7] is known at once where this laptop has it, and asked for where it does not', () => {
    const here = receive(sending, receiptFor(sending));
    expect(here.submitted).toMatchObject({ round: 1, fields: { title: 'a' } });
    expect(lacksSubmitted(here)).toBe(false);
    const told = applyChange(synced({ title: 'later' }), change(3, {}, { receipt: receiptFor(sending) }), 1);
    expect(lacksSubmitted(told)).toBe(true);
    expect(isPending(told)).toBe(true);
  });

  test('[SU8] is believed only with the hash of the receipt', () => {
    const told = applyChange(synced({ title: 'later' }), change(3, {}, { receipt: receiptFor(sending) }), 1);
    expect(withSubmitted(told, { round: 1, template: 'pledge@1', fields: { title: 'forged' } })).toBe(told);
    // What was received keeps the form that it was of, whatever the document has gone over to since (TV3).
    const upgraded = { ...told, template: 'pledge@2' };
    const received = { round: 1, template: 'pledge@1', fields: { title: 'a' } };
    expect(withSubmitted(upgraded, received).submitted?.fields).toEqual({ title: 'a' });
    expect(withSubmitted(told, { round: 2, template: 'pledge@1', fields: { title: 'a' } })).toBe(told);
    expect(withSubmitted(told, { round: 1, template: 'pledge@1', fields: { title: 'a' } }).submitted).toEqual(
      {
        round: 1,
        contentHash: sending.submission?.contentHash,
        fields: { title: 'a' },
      },
    );
  });

  test('[RE4] after a return the next submission is of the next round, and its receipt of that', () => {
    const received = receive(sending, receiptFor(sending));
    const returned = applyChange(received, change(1, {}, { stage: 'returned', round: 2 }), 4000);
    expect(canSubmit(returned)).toBe(true);
    const answered = edit(returned, new Map([['title', 'b']]), 5000);
    const known = acknowledge(freeze(requestSubmission(answered, submissionId, 6000)), appliedOutcome(2, 2));
    const again = prepareSubmission(known);
    expect(again.submission?.body).toMatchObject({ rev: 2, round: 2 });
    const receipt = { ...receiptFor(again), receiptNo: 'TRAIN-2026-00002' };
    expect(receive(again, receipt)).toMatchObject({
      stage: 'submitted',
      receipt,
      submitted: { round: 2, fields: { title: 'b' } },
    });
    expect(returned.submitted?.fields).toEqual({ title: 'a' });
  });

  test('[SU3] a receipt of an earlier round neither replaces a later one nor moves the stage', () => {
    const received = receive(sending, receiptFor(sending));
    const second = { ...receiptFor(sending), round: 2, receiptNo: 'TRAIN-2026-00002' };
    const later = { ...received, round: 2, receipt: second, stage: 'in-review' as const };
    expect(receive(later, receiptFor(sending))).toMatchObject({ stage: 'in-review', receipt: second });
  });
});

test('[SU4] a refusal gives the document back in the same round; the next try has a body of its own', () => {
  const refused = endSubmission(sending, { code: 'validation', params: { count: 1 } });
  expect(refused).toMatchObject({ submission: null, round: 1, stage: 'draft' });
  const mended = edit(refused, new Map([['title', 'b']]), 5000);
  const again = requestSubmission(mended, submissionId, 6000);
  expect(again.attention).toBeNull();
  expect(again.submission).toMatchObject({ round: 1, body: null });
});
