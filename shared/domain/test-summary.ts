import { docIdSchema } from './ids.ts';
import type { Receipt } from './receipt.ts';
import type { DocumentSummary } from './summary.ts';

/** Builders for tests of what lists and status lines show. */

export const testDocId = docIdSchema.parse('0192f0c1-2a3b-7c4d-8e5f-0123456789ab');

/** A pledge just begun, but for what the test says. */
export const summaryOf = (change: Partial<DocumentSummary> = {}): DocumentSummary => ({
  id: testDocId,
  kind: 'pledge',
  template: 'pledge@1',
  stage: 'draft',
  round: 1,
  title: '',
  countries: [],
  objectives: [],
  about: null,
  deadline: null,
  organizations: [],
  errors: 0,
  warnings: 0,
  conflicts: 0,
  createdAt: 0,
  savedAt: 0,
  receipt: null,
  changedSinceReceipt: false,
  unsentFields: 0,
  presence: 'here',
  openThreads: 0,
  attention: null,
  ...change,
});

export const receiptOf = (change: Partial<Receipt> = {}): Receipt => ({
  receiptNo: 'N-2027-00417',
  doc: testDocId,
  rev: 3,
  round: 1,
  contentHash: '0'.repeat(64),
  receivedAt: '2027-03-01T16:20:00Z',
  ...change,
});
