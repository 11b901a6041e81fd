import type { DocId } from '#shared/domain/ids.ts';
import { type DocumentState, isPending } from '#shared/sync/document-state.ts';
import type { DocumentStep, SyncRecord, SyncStore } from './ports.ts';

/** A store in memory, for tests and simulation; it keeps what the real one keeps. */
export class MemoryStore implements SyncStore {
  readonly documents = new Map<DocId, DocumentState>();
  #record: SyncRecord;

  constructor(clientId: string) {
    this.#record = {
      clientId,
      epoch: null,
      cursor: null,
      token: null,
      account: null,
      unread: [],
      meetings: [],
    };
  }

  async record(): Promise<SyncRecord> {
    return this.#record;
  }

  async saveRecord(record: SyncRecord): Promise<void> {
    this.#record = record;
  }

  async pending(): Promise<readonly DocId[]> {
    return [...this.documents.values()]
      .filter(isPending)
      .sort((a, b) => a.savedAt - b.savedAt)
      .map((state) => state.id);
  }

  async ids(): Promise<readonly DocId[]> {
    return [...this.documents.keys()];
  }

  async read(id: DocId): Promise<DocumentState | undefined> {
    return this.documents.get(id);
  }

  async update(id: DocId, change: DocumentStep): Promise<DocumentState | undefined> {
    const next = change(this.documents.get(id));
    if (next !== undefined) this.documents.set(id, next);
    return next;
  }

  async updateAll(steps: ReadonlyMap<DocId, DocumentStep>): Promise<void> {
    for (const [id, step] of steps) await this.update(id, step);
  }
}
