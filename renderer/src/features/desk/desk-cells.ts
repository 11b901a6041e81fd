import type { DocumentSummary } from '#shared/domain/summary.ts';

/** What the checks of a document come to in one cell of the list. */
export type ChecksCell =
  | { readonly says: 'versions' | 'errors' | 'warnings'; readonly count: number }
  | { readonly says: 'no-errors' }
  /** It lies with the Network: nothing to check here. */
  | { readonly says: 'nothing' };

export const checksCell = (summary: DocumentSummary): ChecksCell => {
  if (summary.conflicts > 0) return { says: 'versions', count: summary.conflicts };
  switch (summary.stage) {
    case 'in-review':
    case 'accepted':
    case 'declined':
    case 'published':
      return { says: 'nothing' };
    default:
      if (summary.errors > 0) return { says: 'errors', count: summary.errors };
      return summary.warnings > 0 ? { says: 'warnings', count: summary.warnings } : { says: 'no-errors' };
  }
};

/** What is known of the Network's side; `receipt` only ever from a receipt. */
export type ReceivedCell =
  | { readonly says: 'attention' | 'compare' | 'sending' | 'waiting' | 'not-sent' }
  | {
      readonly says: 'receipt';
      readonly receiptNo: string;
      readonly receivedAt: number;
      /** Fields written since then that the Network does not have. */
      readonly unsentFields: number;
    };

export const receivedCell = (summary: DocumentSummary): ReceivedCell => {
  if (summary.attention !== null) return { says: 'attention' };
  if (summary.conflicts > 0) return { says: 'compare' };
  if (summary.stage === 'sending') return { says: 'sending' };
  if (summary.stage === 'ready') return { says: 'waiting' };
  if (summary.receipt === null) return { says: 'not-sent' };
  return {
    says: 'receipt',
    receiptNo: summary.receipt.receiptNo,
    receivedAt: Date.parse(summary.receipt.receivedAt),
    unsentFields: summary.unsentFields,
  };
};
