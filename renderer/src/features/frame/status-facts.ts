import type { DocumentSummary } from '#shared/domain/summary.ts';

/** What the foot of a room says about all documents together. Times are milliseconds since 1970. */
export type StatusFacts = {
  readonly documents: number;
  /** The newest durable save; null on an empty desk. */
  readonly savedAt: number | null;
  /** Documents with a receipt. */
  readonly received: number;
  readonly newestReceiptAt: number | null;
  /** Documents without a receipt whose submission waits or travels. */
  readonly onTheWay: number;
  /** Changes that the Network does not have, of documents of which it has a receipt. */
  readonly unsent: number;
};

const newest = (a: number | null, b: number): number => (a === null ? b : Math.max(a, b));

/** Sums up the summaries; "received" counts receipts and nothing else. */
export const statusFactsOf = (documents: readonly DocumentSummary[]): StatusFacts =>
  documents.reduce<StatusFacts>(
    (facts, { savedAt, receipt, unsentFields, stage }) => ({
      documents: facts.documents + 1,
      savedAt: newest(facts.savedAt, savedAt),
      received: facts.received + (receipt === null ? 0 : 1),
      newestReceiptAt:
        receipt === null
          ? facts.newestReceiptAt
          : newest(facts.newestReceiptAt, Date.parse(receipt.receivedAt)),
      onTheWay: facts.onTheWay + (receipt === null && (stage === 'ready' || stage === 'sending') ? 1 : 0),
      unsent: facts.unsent + (receipt === null ? 0 : unsentFields),
    }),
    { documents: 0, savedAt: null, received: 0, newestReceiptAt: null, onTheWay: 0, unsent: 0 },
  );
