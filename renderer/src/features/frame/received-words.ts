import type { SyncState } from '#renderer/sync/sync-state.ts';
import type { DocumentSummary } from '#shared/domain/summary.ts';

/** What the second statement says of one document. */
export type ReceivedWords =
  /** "Just write": there is no Network. */
  | { readonly says: 'only-here' }
  /** A draft: copied as one writes while the link works; otherwise what is known of its copy. */
  | { readonly says: 'not-submitted'; readonly draft: 'as-you-write' | 'copied' | 'waits' | 'paused' }
  /** Handed over, no receipt yet. */
  | { readonly says: 'not-received' }
  | { readonly says: 'received'; readonly since: 'receipt' | 'changed' | 'unsent' };

const draftWords = (
  unsentFields: number,
  sync: SyncState,
): 'as-you-write' | 'copied' | 'waits' | 'paused' => {
  // The link decides while it works: the count goes up and down with every pause in typing.
  if (sync.state === 'up-to-date' || sync.state === 'sending' || sync.state === 'needs-attention') {
    return 'as-you-write';
  }
  if (unsentFields === 0) return 'copied';
  return sync.state === 'paused' ? 'paused' : 'waits';
};

/** Chooses the words; "received" only ever from a receipt. */
export const receivedWords = (summary: DocumentSummary, sync: SyncState): ReceivedWords => {
  if (sync.state === 'local-only') return { says: 'only-here' };
  const { receipt, stage, unsentFields } = summary;
  if (receipt !== null) {
    const since = unsentFields > 0 ? 'unsent' : summary.changedSinceReceipt ? 'changed' : 'receipt';
    return { says: 'received', since };
  }
  if (stage !== 'draft' && stage !== 'returned') return { says: 'not-received' };
  return { says: 'not-submitted', draft: draftWords(unsentFields, sync) };
};
