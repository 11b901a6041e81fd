import { describe, expect, it } from 'vitest';
import { docIdSchema } from '#shared/domain/ids.ts';
import type { DocumentSummary } from '#shared/domain/summary.ts';
import { statusFactsOf } from './status-facts.ts';

const id = docIdSchema.parse('0192f0c1-2a3b-7c4d-8e5f-0123456789ab');

const summary: DocumentSummary = {
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
};

const receiptOf = (receivedAt: string) => ({
  receiptNo: 'N-2027-00001',
  doc: id,
  rev: 1,
  round: 1,
  contentHash: '0'.repeat(64),
  receivedAt,
});

describe('statusFactsOf', () => {
  it('says nothing of an empty desk', () => {
    expect(statusFactsOf([])).toEqual({
      documents: 0,
      savedAt: null,
      received: 0,
      newestReceiptAt: null,
      onTheWay: 0,
      unsent: 0,
    });
  });

  it('takes the newest save and the newest receipt, and counts what waits behind a receipt', () => {
    const facts = statusFactsOf([
      { ...summary, stage: 'ready', savedAt: 30, unsentFields: 9 },
      { ...summary, savedAt: 50, unsentFields: 2, receipt: receiptOf('2027-03-01T10:00:00Z') },
      { ...summary, savedAt: 40, receipt: receiptOf('2027-03-02T10:00:00Z') },
    ]);
    expect(facts).toEqual({
      documents: 3,
      savedAt: 50,
      received: 2,
      newestReceiptAt: Date.parse('2027-03-02T10:00:00Z'),
      onTheWay: 1,
      unsent: 2,
    });
  });

  it('does not call a document received because of its stage', () => {
    expect(statusFactsOf([{ ...summary, stage: 'submitted' }]).received).toBe(0);
  });
});
