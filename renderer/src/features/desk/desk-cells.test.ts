import { describe, expect, it } from 'vitest';
import type { DocumentSummary } from '#shared/domain/summary.ts';
import { receiptOf, summaryOf } from '#shared/domain/test-summary.ts';
import { checksCell, deadlineCell, receivedCell } from './desk-cells.ts';

const receipt = receiptOf();

describe('checksCell', () => {
  it('names the most urgent work: two versions, then errors, then warnings', () => {
    expect(checksCell(summaryOf({ conflicts: 1, errors: 2, warnings: 3 }))).toEqual({
      says: 'versions',
      count: 1,
    });
    expect(checksCell(summaryOf({ errors: 2, warnings: 3 }))).toEqual({ says: 'errors', count: 2 });
    expect(checksCell(summaryOf({ warnings: 3 }))).toEqual({ says: 'warnings', count: 3 });
    expect(checksCell(summaryOf({}))).toEqual({ says: 'no-errors' });
  });

  it('asks nothing about what is on its way, what the Network has, and what it has closed', () => {
    expect(checksCell(summaryOf({ stage: 'sending', warnings: 1 }))).toEqual({ says: 'nothing' });
    expect(checksCell(summaryOf({ stage: 'submitted', warnings: 19 }))).toEqual({ says: 'nothing' });
    expect(checksCell(summaryOf({ stage: 'in-review', errors: 1 }))).toEqual({ says: 'nothing' });
    expect(checksCell(summaryOf({ stage: 'published' }))).toEqual({ says: 'nothing' });
  });
});

describe('receivedCell', () => {
  it('says received only from a receipt, whatever the stage', () => {
    expect(receivedCell(summaryOf({ stage: 'submitted' }), true).says).toBe('not-submitted');
    expect(receivedCell(summaryOf({ stage: 'submitted', receipt, unsentFields: 2 }), true)).toEqual({
      says: 'receipt',
      receiptNo: 'N-2027-00417',
      receivedAt: Date.parse('2027-03-01T16:20:00Z'),
      isChanged: false,
      unsentFields: 2,
    });
  });

  it('says of a draft whether the Network has a copy of it, and never that it was received', () => {
    expect(receivedCell(summaryOf({ savedAt: 5, unsentFields: 1 }), true)).toEqual({
      says: 'not-submitted',
      copy: 'here',
    });
    expect(receivedCell(summaryOf({ savedAt: 5 }), true)).toEqual({ says: 'not-submitted', copy: 'there' });
    expect(receivedCell(summaryOf({}), true)).toEqual({ says: 'not-submitted', copy: 'unknown' });
  });

  it('says that the document is no longer what the receipt is for', () => {
    expect(receivedCell(summaryOf({ receipt, changedSinceReceipt: true }), true)).toMatchObject({
      says: 'receipt',
      isChanged: true,
    });
  });

  it('does not speak of a Network where there is none', () => {
    expect(receivedCell(summaryOf({ stage: 'draft', conflicts: 1 }), false)).toEqual({ says: 'only-here' });
  });

  it('puts what needs the person before an older receipt', () => {
    expect(receivedCell(summaryOf({ receipt, attention: { code: 'validation' } }), true)).toEqual({
      says: 'attention',
    });
    expect(receivedCell(summaryOf({ receipt, conflicts: 1 }), true)).toEqual({ says: 'compare' });
  });

  it('tells waiting from travelling', () => {
    expect(receivedCell(summaryOf({ stage: 'ready' }), true)).toEqual({ says: 'waiting' });
    expect(receivedCell(summaryOf({ stage: 'sending' }), true)).toEqual({ says: 'sending' });
  });
});

describe('deadlineCell', () => {
  const noon = Date.parse('2027-02-01T12:00:00Z');
  const due = (change: Partial<DocumentSummary>) =>
    deadlineCell(summaryOf({ deadline: { lastDay: '2027-02-02', zone: 'Europe/Zurich' }, ...change }), noon);

  it('counts the days that are left while the document can still go', () => {
    expect(due({})).toEqual({ daysLeft: 1, state: 'urgent' });
    expect(due({ stage: 'ready' })).toEqual({ daysLeft: 1, state: 'urgent' });
    expect(due({ deadline: { lastDay: '2027-01-31', zone: 'Europe/Zurich' } })).toEqual({
      daysLeft: -1,
      state: 'passed',
    });
  });

  it('says nothing once it was received, or without a meeting', () => {
    expect(due({ stage: 'submitted' })).toBeNull();
    expect(due({ deadline: null })).toBeNull();
  });
});
