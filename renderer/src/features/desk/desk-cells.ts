import { dayIn, daysBetween } from '#shared/domain/civil-day.ts';
import { type DeadlineState, deadlineState } from '#shared/domain/deadline-plan.ts';
import type { DocumentSummary } from '#shared/domain/summary.ts';

/** What the checks of a document come to in one cell of the list. */
export type ChecksCell =
  | { readonly says: 'versions' | 'errors' | 'warnings'; readonly count: number }
  | { readonly says: 'no-errors' }
  /** It is on its way or with the Network: nothing is asked of the person. */
  | { readonly says: 'nothing' };

export const checksCell = (summary: DocumentSummary): ChecksCell => {
  if (summary.conflicts > 0) return { says: 'versions', count: summary.conflicts };
  switch (summary.stage) {
    case 'ready':
    case 'sending':
    case 'submitted':
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

/** How many days are left until the last day to submit; null where there is none, or where it went already. */
export const deadlineCell = (
  summary: DocumentSummary,
  now: number,
): { readonly daysLeft: number; readonly state: DeadlineState } | null => {
  const { deadline, stage } = summary;
  if (deadline === null || (stage !== 'draft' && stage !== 'returned' && stage !== 'ready')) return null;
  const daysLeft = daysBetween(dayIn(now, deadline.zone), deadline.lastDay);
  return { daysLeft, state: deadlineState(daysLeft) };
};

/** What is known of the Network's side; `receipt` only ever from a receipt. */
export type ReceivedCell =
  | { readonly says: 'attention' | 'compare' | 'sending' | 'waiting' | 'only-here' }
  /** A draft: whether the Network keeps a copy of all of it; `unknown` for one in which nothing was written. */
  | { readonly says: 'not-submitted'; readonly copy: 'there' | 'here' | 'unknown' }
  | {
      readonly says: 'receipt';
      readonly receiptNo: string;
      readonly receivedAt: number;
      /** True when the document no longer says what was received. */
      readonly isChanged: boolean;
      /** Fields written since then that the Network does not have. */
      readonly unsentFields: number;
    };

const draftCopy = ({ createdAt, savedAt, unsentFields }: DocumentSummary): 'there' | 'here' | 'unknown' => {
  if (unsentFields > 0) return 'here';
  return savedAt === createdAt ? 'unknown' : 'there';
};

export const receivedCell = (summary: DocumentSummary, hasNetwork: boolean): ReceivedCell => {
  if (!hasNetwork) return { says: 'only-here' };
  if (summary.attention !== null) return { says: 'attention' };
  if (summary.conflicts > 0) return { says: 'compare' };
  if (summary.stage === 'sending') return { says: 'sending' };
  if (summary.stage === 'ready') return { says: 'waiting' };
  if (summary.receipt === null) return { says: 'not-submitted', copy: draftCopy(summary) };
  return {
    says: 'receipt',
    receiptNo: summary.receipt.receiptNo,
    receivedAt: Date.parse(summary.receipt.receivedAt),
    isChanged: summary.changedSinceReceipt,
    unsentFields: summary.unsentFields,
  };
};
