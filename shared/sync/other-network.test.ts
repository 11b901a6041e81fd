import { describe, expect, test } from 'vitest';
import { applyChange, applyWhole } from './apply-change.ts';
import { edit } from './edit.ts';
import { prepareSubmission, receive, requestSubmission } from './submission.ts';
import { change, receiptFor, submissionId, synced } from './test-documents.ts';

const sending = prepareSubmission(requestSubmission(synced({ title: 'a' }), submissionId, 3000));
const receipt = receiptFor(sending);
const received = receive(sending, receipt);
const returned = applyChange(received, change(1, {}, { stage: 'returned', round: 2 }), 4000);
const fields = { title: { v: 'a', fr: 1 } };

describe('a Network that was restored from a backup', () => {
  test('[CL5] knows the receipt: nothing is to be said', () => {
    const told = applyWhole(returned, change(1, fields, { stage: 'returned', round: 2, receipt }), 7, 'own');
    expect(told).toMatchObject({ receipt, attention: null, stage: 'returned', round: 2 });
  });

  test('[CL5] knows only the receipt of an earlier round: the later one asks for attention', () => {
    const later = { ...receipt, round: 2, receiptNo: 'TRAIN-2026-00002' };
    const told = applyWhole(
      { ...returned, stage: 'submitted', receipt: later },
      change(1, fields, { stage: 'returned', round: 2, receipt }),
      7,
      'own',
    );
    expect(told).toMatchObject({ receipt, attention: { code: 'epoch-changed' } });
  });

  test('[CL5] gave another receipt for the round: this asks for attention too', () => {
    const other = { ...receipt, receiptNo: 'TRAIN-2026-00007', contentHash: 'f'.repeat(64) };
    const told = applyWhole(received, change(1, fields, { stage: 'submitted', receipt: other }), 7, 'own');
    expect(told).toMatchObject({ receipt: other, attention: { code: 'epoch-changed' } });
  });

  test('[SU9] has not received what was on its way: the person is told, whatever it received before', () => {
    const again = requestSubmission(edit(returned, new Map([['title', 'b']]), 5), submissionId, 6);
    const told = applyWhole(again, change(1, fields, { stage: 'returned', round: 2, receipt }), 7, 'own');
    expect(told).toMatchObject({ submission: null, attention: { code: 'epoch-changed' } });
  });

  test('[SU8] has received what was on its way: its receipt says so', () => {
    const told = applyWhole(sending, change(1, fields, { stage: 'submitted', receipt }), 7, 'own');
    expect(told).toMatchObject({ submission: null, receipt, stage: 'submitted', attention: null });
  });

  test('[EL3] shut this account out: if it lets it in again, n begins with 1 under the new name', () => {
    const gone = applyWhole(
      { ...synced({ title: 'a' }), lastN: 7 },
      change(1, {}, { access: 'none' }),
      7,
      'own',
    );
    expect(gone).toMatchObject({ lastN: 0, outgoing: null, presence: { at: 'gone' }, local: { title: 'a' } });
  });
});
