import { CarriedRepository } from '#renderer/data/carried-repository.ts';
import type { CarriedEntry } from '#renderer/sync/carried-queue.ts';
import type { SyncState } from '#renderer/sync/sync-state.ts';
import { isClosed } from '#shared/domain/document.ts';
import { utf8Bytes } from '#shared/domain/field-value.ts';
import type { DocId } from '#shared/domain/ids.ts';
import type { DocumentSummary } from '#shared/domain/summary.ts';
import type { Failure } from '#shared/errors.ts';
import { diffFields } from '#shared/sync/diff.ts';
import { type DocumentState, hasUnsentEdits } from '#shared/sync/document-state.ts';
import { contentBytes } from './content-bytes.ts';
import { tryStore } from './explain-failure.ts';
import type { OutboxItem } from './outbox-item.ts';
import type { Space } from './space.ts';

/** How long a receipt stays in the Outbox, under "Received". */
const shownForMs = 24 * 60 * 60 * 1000;

const bytesToSend = (state: DocumentState): number => {
  if (state.outgoing) return utf8Bytes(state.outgoing.body);
  const ops = diffFields(state.base, state.local, state.conflicts);
  return ops.length === 0 ? 0 : utf8Bytes(JSON.stringify(ops));
};

const obstacle = (state: DocumentState): Failure | null => {
  if (state.attention !== null) return state.attention;
  if (state.conflicts.length > 0) return { code: 'two-versions' };
  return isClosed(state.stage) && hasUnsentEdits(state) ? { code: 'document-closed' } : null;
};

/** What waits of one document; null when nothing does. */
export const waitingItem = (
  state: DocumentState,
  summary: DocumentSummary,
  sync: SyncState,
): OutboxItem | null => {
  const failure = obstacle(state);
  if (state.submission === null && failure === null && !hasUnsentEdits(state)) return null;
  const linkFailure = sync.state === 'offline' ? sync.failure : null;
  return {
    doc: state.id,
    kind: state.kind,
    title: summary.title,
    carried: null,
    what: state.submission ? 'submission' : 'changes',
    round: state.submission?.round ?? state.round,
    sizeBytes: state.submission ? contentBytes(state.local) : bytesToSend(state),
    state: failure ? 'needs-attention' : sync.state === 'sending' ? 'going' : 'waiting',
    failure: failure ?? linkFailure,
    receipt: null,
    canTakeBack: state.submission !== null && !state.submission.isCancelling,
    isCancelling: state.submission?.isCancelling ?? false,
    isHandedOver: state.submission?.isHandedOver ?? false,
  };
};

const receivedItem = (summary: DocumentSummary, now: number): OutboxItem | null => {
  const { receipt } = summary;
  if (receipt === null || now - Date.parse(receipt.receivedAt) > shownForMs) return null;
  return {
    doc: summary.id,
    kind: summary.kind,
    title: summary.title,
    carried: null,
    what: 'submission',
    round: receipt.round,
    sizeBytes: 0,
    state: 'received',
    failure: null,
    receipt,
    canTakeBack: false,
    isCancelling: false,
    isHandedOver: false,
  };
};

const carriedStates = { waiting: 'waiting', sent: 'received', refused: 'needs-attention' } as const;

/** What a colleague handed over to be sent from here. `state`: of its document on this laptop. */
export const carriedItem = (
  { doc, kind, title, name, client, element, submission, standing }: CarriedEntry,
  state: DocumentState | undefined,
  sync: SyncState,
): OutboxItem => {
  const isGoing = standing.state === 'waiting' && sync.state === 'sending';
  const linkFailure = standing.state === 'waiting' && sync.state === 'offline' ? sync.failure : null;
  return {
    doc,
    kind,
    title,
    carried: { name, client },
    what: submission === null ? 'changes' : 'submission',
    round: submission?.round ?? state?.round ?? 1,
    sizeBytes: submission && state ? contentBytes(state.local) : utf8Bytes(element ?? ''),
    state: isGoing ? 'going' : carriedStates[standing.state],
    failure: standing.state === 'refused' ? { code: standing.code } : linkFailure,
    receipt: standing.state === 'sent' ? standing.receipt : null,
    canTakeBack: false,
    isCancelling: false,
    isHandedOver: false,
  };
};

const carriedItems = async (space: Space, sync: SyncState): Promise<readonly OutboxItem[]> =>
  Promise.all(
    (await new CarriedRepository(space.meta).read()).map(async (entry) => {
      const read = await tryStore(() => space.documents.read(entry.doc));
      return carriedItem(entry, read.ok ? read.value : undefined, sync);
    }),
  );

/** Everything on its way, newest receipts last. Empty where the space has no Network. */
export const outboxItems = async (space: Space, now: number): Promise<readonly OutboxItem[]> => {
  if (space.sync === null) return [];
  const sync = space.sync.getSnapshot();
  const summaries = new Map<DocId, DocumentSummary>();
  for (const summary of space.index.getSnapshot()?.documents ?? []) summaries.set(summary.id, summary);
  const flagged = [...summaries.values()].filter(
    (summary) => summary.attention !== null || summary.conflicts > 0,
  );
  const ids = new Set([...(await space.documents.pending()), ...flagged.map((summary) => summary.id)]);
  const read = await Promise.all([...ids].map((id) => tryStore(() => space.documents.read(id))));
  const waiting = read.flatMap((result) => {
    const state = result.ok ? result.value : undefined;
    const summary = state && summaries.get(state.id);
    const item = state && summary ? waitingItem(state, summary, sync) : null;
    return item ? [item] : [];
  });
  const received = [...summaries.values()].flatMap((summary) => receivedItem(summary, now) ?? []);
  const carried = await carriedItems(space, sync);
  // What was received for a colleague stands under their name, and not once more as one's own.
  const told = new Set(carried.flatMap(({ receipt }) => receipt?.receiptNo ?? []));
  const own = received.filter(({ receipt }) => receipt === null || !told.has(receipt.receiptNo));
  return [...waiting, ...own, ...carried];
};
