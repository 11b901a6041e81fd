import type { DocId } from '#shared/domain/ids.ts';
import type { DocumentSummary } from '#shared/domain/summary.ts';
import type { DocumentRepository } from './document-repository.ts';
import type { StoreEvents } from './store-events.ts';

/** Documents that are read before anything is shown: more than a tall window has room for. */
const firstPage = 60;
/** Headers opened in one go after that; small enough that typing never waits for it. */
const chunkSize = 500;

/** The list of documents as it is known by now. A new object at every change. */
export type DeskList = {
  readonly documents: readonly DocumentSummary[];
  /** False while only the newest have been read; the rest follows by itself. */
  readonly isComplete: boolean;
};

/** The list of all documents, built in memory after unlock, newest first, and kept in step with the store. */
export class DeskIndex {
  readonly #repository: DocumentRepository;
  readonly #listeners = new Set<() => void>();
  readonly #byId = new Map<DocId, DocumentSummary>();
  #snapshot: DeskList | null = null;
  #isOpened = false;
  #isComplete = false;
  #isClosed = false;
  #failure: unknown = null;
  readonly #unsubscribe: () => void;
  /** Reads go one after another, so that an older answer never lands on a newer one. */
  #reading: Promise<void> = Promise.resolve();

  readonly #whenIdle: () => Promise<void>;

  /** `whenIdle` resolves when nothing more urgent is to be done: what is on the screen goes first. */
  constructor(
    repository: DocumentRepository,
    events: StoreEvents,
    whenIdle: () => Promise<void> = async () => {},
  ) {
    this.#repository = repository;
    this.#whenIdle = whenIdle;
    this.#unsubscribe = events.subscribe((changed) => {
      if (this.#isOpened) void this.#enqueue(() => this.#repository.summaries(changed));
    });
  }

  /** Resolves when the newest documents are listed; the others are read in the background. */
  async open(): Promise<void> {
    if (this.#isOpened) return this.#reading;
    this.#isOpened = true;
    await this.#enqueue(() => this.#repository.newest(firstPage));
    void this.#readRest();
  }

  /** null until the first read is done. */
  getSnapshot = (): DeskList | null => this.#snapshot;

  /** The error of the last read that failed, or null. */
  getFailure = (): unknown => this.#failure;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  close(): void {
    this.#isClosed = true;
    this.#unsubscribe();
    this.#listeners.clear();
  }

  /** What was committed meanwhile is read in between; the list is shown again when all is there. */
  async #readRest(): Promise<void> {
    let last: DocId | null = null;
    do {
      const after: DocId | null = last;
      await this.#whenIdle();
      last = null;
      await this.#enqueue(async () => {
        const chunk = await this.#repository.page(after, chunkSize);
        last = chunk.length === chunkSize ? (chunk.at(-1)?.id ?? null) : null;
        return chunk;
      }, false);
    } while (last !== null && !this.#isClosed);
    this.#isComplete = this.#failure === null;
    this.#tell();
  }

  #enqueue(read: () => Promise<readonly DocumentSummary[]>, isShown = true): Promise<void> {
    this.#reading = this.#reading.then(async () => {
      if (this.#isClosed) return;
      try {
        for (const summary of await read()) this.#byId.set(summary.id, summary);
        this.#failure = null;
      } catch (error) {
        this.#failure = error;
      }
      if (isShown || this.#failure !== null) this.#tell();
    });
    return this.#reading;
  }

  #tell(): void {
    if (this.#isClosed) return;
    const isKnown = this.#failure === null || this.#snapshot !== null;
    if (isKnown) this.#snapshot = { documents: [...this.#byId.values()], isComplete: this.#isComplete };
    for (const listener of [...this.#listeners]) listener();
  }
}
