import type { FieldMap } from '#shared/domain/field-value.ts';
import { makeDocId, makeSubmissionId } from '#shared/domain/ids.ts';
import type { Receipt } from '#shared/domain/receipt.ts';
import { type DocumentState, newDocument } from './document-state.ts';
import type { DocChange, Outcome } from './protocol.ts';

/** Builders for tests of sync. */

const zeros = (length: number) => new Uint8Array(length);

export const docId = makeDocId(1_760_000_000_000, zeros);
export const submissionId = makeSubmissionId(1_760_000_000_000, zeros);

/** A pledge begun on this laptop that the Network has never seen. */
export const begun = (local: FieldMap): DocumentState =>
  newDocument(docId, 'pledge', 'pledge@1', local, 1000);

/** A pledge that this laptop and the Network agree on, at revision 1. */
export const synced = (fields: FieldMap): DocumentState => ({
  ...begun(fields),
  rev: 1,
  lastN: 1,
  base: Object.fromEntries(
    Object.entries(fields).map(([path, v]) => [path, { v, fr: 1 }]),
  ) as DocumentState['base'],
});

export const change = (
  rev: number,
  fields: DocChange['fields'],
  rest: Partial<DocChange> = {},
): DocChange => ({
  id: docId,
  kind: 'pledge',
  template: 'pledge@1',
  rev,
  stage: 'draft',
  round: 1,
  fields,
  ...rest,
});

export const appliedOutcome = (n: number, rev: number): Outcome => ({
  doc: docId,
  n,
  outcome: 'applied',
  rev,
});

export const receiptFor = (state: DocumentState): Receipt => ({
  receiptNo: 'TRAIN-2026-00001',
  doc: state.id,
  rev: state.rev,
  round: state.round,
  contentHash: state.submission?.contentHash ?? '0'.repeat(64),
  receivedAt: '2026-03-05T16:20:00Z',
});
