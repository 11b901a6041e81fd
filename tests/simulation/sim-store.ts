import { MemoryStore } from '#renderer/sync/memory-store.ts';
import type { DocumentStep, FileStore, SyncRecord, Upload } from '#renderer/sync/ports.ts';
import type { Attachment } from '#shared/domain/attachment.ts';
import type { DocId } from '#shared/domain/ids.ts';
import type { DocumentState } from '#shared/sync/document-state.ts';

const never = <T>(): Promise<T> => new Promise(() => undefined);

/** A disk as it was at one moment. */
export type Disk = { readonly documents: ReadonlyMap<DocId, DocumentState>; readonly record: SyncRecord };

/** The laptop's disk: every write is durable by itself, and a crash can come after any of them. */
export class SimStore extends MemoryStore {
  #writesLeft = Number.POSITIVE_INFINITY;

  /** Power goes after so many more writes. */
  crashAfter(writes: number): void {
    this.#writesLeft = writes;
  }

  /** The laptop is on again. */
  switchOn(): void {
    this.#writesLeft = Number.POSITIVE_INFINITY;
  }

  async disk(): Promise<Disk> {
    return { documents: new Map(this.documents), record: await this.record() };
  }

  async putBack({ documents, record }: Disk): Promise<void> {
    this.documents.clear();
    for (const [id, state] of documents) this.documents.set(id, state);
    await super.saveRecord(record);
  }

  override async saveRecord(record: SyncRecord): Promise<void> {
    if (!this.#write()) return never();
    return super.saveRecord(record);
  }

  override async update(id: DocId, step: DocumentStep): Promise<DocumentState | undefined> {
    if (!this.#write()) return never();
    return super.update(id, step);
  }

  #write(): boolean {
    if (this.#writesLeft <= 0) return false;
    this.#writesLeft -= 1;
    return true;
  }
}

/** Files of a laptop in memory. */
export class SimFiles implements FileStore {
  readonly #files = new Map<string, { file: Omit<Attachment, 'name'>; bytes: Uint8Array<ArrayBuffer> }>();
  readonly #sent = new Set<string>();
  readonly #uploads = new Map<string, Upload>();

  async bytes(sha256: string) {
    return this.#files.get(sha256)?.bytes;
  }
  async keep(file: Omit<Attachment, 'name'>, bytes: Uint8Array<ArrayBuffer>) {
    this.#files.set(file.sha256, { file, bytes });
  }
  async unsent() {
    return [...this.#files.values()].map(({ file }) => file).filter(({ sha256 }) => !this.#sent.has(sha256));
  }
  async markSent(sha256: string) {
    this.#sent.add(sha256);
  }
  async markUnsent(sha256: string) {
    this.#sent.delete(sha256);
  }
  async upload(sha256: string) {
    return this.#uploads.get(sha256);
  }
  async saveUpload(upload: Upload) {
    this.#uploads.set(upload.sha256, upload);
  }
  async forgetUpload(sha256: string) {
    this.#uploads.delete(sha256);
  }
}
