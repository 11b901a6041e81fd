import * as z from 'zod/mini';
import type { SyncRecord, SyncStore } from '#renderer/sync/ports.ts';
import { type ClientId, type DocId, docIdSchema } from '#shared/domain/ids.ts';
import type { DocumentState } from '#shared/sync/document-state.ts';
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
});

const readable = async (documents: DocumentRepository, id: DocId): Promise<DocumentState | undefined> => {
  try {
    return await documents.read(id);
  } catch (error) {
    if (isUnreadable(error)) return undefined;
    throw error;
  }
};

/** The store of a space as the sync engine's port. */
export const syncStore = (
  documents: DocumentRepository,
  meta: MetaRepository,
  makeClientId: () => ClientId,
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
    };
    await meta.write('sync', record);
    return record;
  },
  saveRecord: (record) => meta.write('sync', record),
  pending: () => documents.pending(),
  ids: () => documents.ids(),
  read: (id) => readable(documents, id),
  update: (id, change) => documents.update(id, change),
  updateAll: (steps) => documents.updateAll(steps),
});
