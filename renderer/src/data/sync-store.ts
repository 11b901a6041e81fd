import * as z from 'zod/mini';
import type { DocumentStep, SyncRecord, SyncStore } from '#renderer/sync/ports.ts';
import { type ClientId, type DocId, docIdSchema } from '#shared/domain/ids.ts';
import type { DocumentState } from '#shared/sync/document-state.ts';
import { differingPaths } from '#shared/sync/version-delta.ts';
import type { DocumentRepository } from './document-repository.ts';
import type { MetaRepository } from './meta-repository.ts';
import { isUnreadable } from './store-failure.ts';

const syncRecordSchema = z.object({
  clientId: z.string(),
  epoch: z.nullable(z.string()),
  cursor: z.nullable(z.string()),
  token: z.nullable(z.string()),
  account: z._default(z.nullable(z.string()), null),
  unread: z._default(z.array(docIdSchema), []),
  meetings: z._default(z.array(z.string()), []),
});

const readable = async (documents: DocumentRepository, id: DocId): Promise<DocumentState | undefined> => {
  try {
    return await documents.read(id);
  } catch (error) {
    if (isUnreadable(error)) return undefined;
    throw error;
  }
};

/** A step that remembers what stood before where it changes what is on the screen. */
const watched = (step: DocumentStep) => {
  let before: DocumentState | null = null;
  return {
    step(state: DocumentState | undefined) {
      const next = step(state);
      // The step may run again, over what another window wrote: the last run is the one that is written.
      const changes =
        state !== undefined && next !== undefined && differingPaths(state.local, next.local).length > 0;
      before = changes ? state : null;
      return next;
    },
    before: () => before,
  };
};

/**
 * The store of a space as the sync engine's port. `onMerged` is told, after the write, what a document was before
 * the Network's changes came into it.
 */
export const syncStore = (
  documents: DocumentRepository,
  meta: MetaRepository,
  makeClientId: () => ClientId,
  onMerged: (before: DocumentState) => void = () => undefined,
): SyncStore => ({
  async record(): Promise<SyncRecord> {
    const kept = await meta.read('sync', syncRecordSchema);
    if (kept !== undefined) return kept;
    const record: SyncRecord = {
      clientId: makeClientId(),
      epoch: null,
      cursor: null,
      token: null,
      account: null,
      unread: [],
      meetings: [],
    };
    await meta.write('sync', record);
    return record;
  },
  saveRecord: (record) => meta.write('sync', record),
  pending: () => documents.pending(),
  ids: () => documents.ids(),
  read: (id) => readable(documents, id),
  async update(id, change) {
    const { step, before } = watched(change);
    const state = await documents.update(id, step);
    const merged = before();
    if (merged !== null) onMerged(merged);
    return state;
  },
  async updateAll(steps) {
    const watchedSteps = [...steps].map(([id, change]) => [id, watched(change)] as const);
    await documents.updateAll(new Map(watchedSteps.map(([id, { step }]) => [id, step])));
    for (const [, { before }] of watchedSteps) {
      const merged = before();
      if (merged !== null) onMerged(merged);
    }
  },
});
