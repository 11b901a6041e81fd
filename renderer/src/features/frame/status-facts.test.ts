import { describe, expect, it } from 'vitest';
import { receiptOf, summaryOf } from '#shared/domain/test-summary.ts';
import { statusFactsOf } from './status-facts.ts';

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
      summaryOf({ stage: 'ready', savedAt: 30, unsentFields: 9 }),
      summaryOf({ savedAt: 50, unsentFields: 2, receipt: receiptOf({ receivedAt: '2027-03-01T10:00:00Z' }) }),
      summaryOf({ savedAt: 40, receipt: receiptOf({ receivedAt: '2027-03-02T10:00:00Z' }) }),
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
    expect(statusFactsOf([summaryOf({ stage: 'submitted' })]).received).toBe(0);
  });
});
