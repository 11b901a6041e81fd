import { describe, expect, it } from 'vitest';
import { docIdSchema } from '#shared/domain/ids.ts';
import type { DocumentSummary } from '#shared/domain/summary.ts';
import { checksCell, receivedCell } from './desk-cells.ts';

const id = docIdSchema.parse('0192f0c1-2a3b-7c4d-8e5f-0123456789ab');

const summaryOf = (change: Partial<DocumentSummary>): DocumentSummary => ({
  id,
  kind: 'pledge',
  template: 'pledge@1',
  stage: 'draft',
  round: 1,
  title: '',
  countries: [],
  objectives: [],
  organizations: [],
  errors: 0,
  warnings: 0,
  conflicts: 0,
  createdAt: 0,
  savedAt: 0,
  receipt: null,
  changedSinceReceipt: false,
  unsentFields: 0,
  attention: null,
  ...change,
});

const receipt = {
  receiptNo: 'N-2027-00417',
  doc: id,
  rev: 3,
  round: 1,
  contentHash: '0'.repeat(64),
  receivedAt: '2027-03-01T16:20:00Z',
};

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

  it('has nothing to say of what the Network reads or has closed', () => {
    expect(checksCell(summaryOf({ stage: 'in-review', errors: 1 }))).toEqual({ says: 'nothing' });
    expect(checksCell(summaryOf({ stage: 'published' }))).toEqual({ says: 'nothing' });
  });
});

describe('receivedCell', () => {
  it('says received only from a receipt, whatever the stage', () => {
    expect(receivedCell(summaryOf({ stage: 'submitted' }))).toEqual({ says: 'not-sent' });
    expect(receivedCell(summaryOf({ stage: 'submitted', receipt, unsentFields: 2 }))).toEqual({
      says: 'receipt',
      receiptNo: 'N-2027-00417',
      receivedAt: Date.parse('2027-03-01T16:20:00Z'),
      unsentFields: 2,
    });
  });

  it('puts what needs the person before an older receipt', () => {
    expect(receivedCell(summaryOf({ receipt, attention: { code: 'validation' } }))).toEqual({
      says: 'attention',
    });
    expect(receivedCell(summaryOf({ receipt, conflicts: 1 }))).toEqual({ says: 'compare' });
  });

  it('tells waiting from travelling', () => {
    expect(receivedCell(summaryOf({ stage: 'ready' }))).toEqual({ says: 'waiting' });
    expect(receivedCell(summaryOf({ stage: 'sending' }))).toEqual({ says: 'sending' });
  });
});
