import type { DocId } from '#shared/domain/ids.ts';
import type { DocumentSummary } from '#shared/domain/summary.ts';
import type { DocumentRepository } from './document-repository.ts';
import type { StoreEvents } from './store-events.ts';

/** The list of all documents, built in memory once after unlock and kept in step with the store. */
export class DeskIndex {
  readonly #repository: DocumentRepository;
  readonly #listeners = new Set<() => void>();
  readonly #byId = new Map<DocId, DocumentSummary>();
  #snapshot: readonly DocumentSummary[] | null = null;
  #failure: unknown = null;
  readonly #unsubscribe: () => void;
  /** Reads go one after another, so that an older answer never lands on a newer one. */
  #reading: Promise<void> = Promise.resolve();

  constructor(repository: DocumentRepository, events: StoreEvents) {
    this.#repository = repository;
    this.#unsubscribe = events.subscribe((changed) => {
      this.#reading = this.#reading.then(() => this.#load(changed));
    });
  }

  /** Reads all headers; later calls read nothing. Rejections are kept for `failure`. */
  async open(): Promise<void> {
    if (this.#snapshot === null) this.#reading = this.#reading.then(() => this.#load());
    await this.#reading;
  }

  /** null until the first read is done; then a new array at every change. */
  getSnapshot = (): readonly DocumentSummary[] | null => this.#snapshot;

  /** The error of the last read that failed, or null. */
  getFailure = (): unknown => this.#failure;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  close(): void {
    this.#unsubscribe();
    this.#listeners.clear();
  }

  async #load(ids?: readonly DocId[]): Promise<void> {
    if (ids !== undefined && this.#snapshot === null) return;
    try {
      for (const summary of await this.#repository.summaries(ids)) this.#byId.set(summary.id, summary);
      this.#snapshot = [...this.#byId.values()];
      this.#failure = null;
    } catch (error) {
      this.#failure = error;
    }
    for (const listener of [...this.#listeners]) listener();
  }
}
