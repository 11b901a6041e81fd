import type { DocId } from '#shared/domain/ids.ts';
import type { DocumentSummary } from '#shared/domain/summary.ts';
import type { DocumentState } from '#shared/sync/document-state.ts';
import type { DeskDatabase } from './database.ts';
import { type DocumentRows, fromRows, openSummary, toRows } from './document-rows.ts';
import type { Sealer } from './sealer.ts';
import type { StoreEvents } from './store-events.ts';
import { UnreadableRowError } from './store-failure.ts';

/** Computes what lists show; given from outside, since it needs the templates. */
export type Summarize = (state: DocumentState) => DocumentSummary;

type Versioned = { readonly state: DocumentState; readonly ver: number };

/** Documents open at the same time, whose state need not be unsealed again for the next save. */
const cachedDocuments = 8;

/** The documents of one space. Every method rejects with the store's own error; see storeFailure. */
export class DocumentRepository {
  readonly #database: DeskDatabase;
  readonly #sealer: Sealer;
  readonly #events: StoreEvents;
  readonly #summarize: Summarize;
  readonly #cache = new Map<DocId, Versioned>();

  constructor(database: DeskDatabase, sealer: Sealer, events: StoreEvents, summarize: Summarize) {
    this.#database = database;
    this.#sealer = sealer;
    this.#events = events;
    this.#summarize = summarize;
    events.subscribe((changed, origin) => {
      if (origin === 'elsewhere') for (const id of changed) this.#cache.delete(id);
    });
  }

  async read(id: DocId): Promise<DocumentState | undefined> {
    return (await this.#readVersioned(id))?.state;
  }

  /**
   * Reads, computes and writes one document as one. `change` is pure and may run again when another
   * window wrote in between; answering the same state (or undefined) writes nothing. Resolves with the
   * state that is durable: the transaction is strict and has completed.
   */
  async update(
    id: DocId,
    change: (state: DocumentState | undefined) => DocumentState | undefined,
  ): Promise<DocumentState | undefined> {
    for (;;) {
      const current = await this.#readVersioned(id);
      const next = change(current?.state);
      if (next === undefined || next === current?.state) return current?.state;
      const ver = (current?.ver ?? 0) + 1;
      const rows = await toRows(this.#sealer, next, this.#summarize(next), ver);
      if (await this.#write(rows, current?.ver ?? 0)) {
        this.#remember(id, { state: next, ver });
        this.#events.committed([id]);
        return next;
      }
      this.#cache.delete(id);
    }
  }

  /** Ids of the documents of which something waits to be sent, oldest edit first. */
  async pending(): Promise<readonly DocId[]> {
    const rows = await this.#database.documents.where('pending').equals(1).toArray();
    return rows.sort((a, b) => a.savedAt - b.savedAt).map((row) => row.id);
  }

  async ids(): Promise<readonly DocId[]> {
    return this.#database.documents.toCollection().primaryKeys();
  }

  /** Headers of the documents asked for; all of them without ids. Deleted ones are left out. */
  async summaries(ids?: readonly DocId[]): Promise<readonly DocumentSummary[]> {
    const { documents } = this.#database;
    const rows = ids === undefined ? await documents.toArray() : await documents.bulkGet([...ids]);
    return Promise.all(rows.flatMap((row) => (row ? [openSummary(this.#sealer, row)] : [])));
  }

  async #readVersioned(id: DocId): Promise<Versioned | undefined> {
    const { documents, contents, outbox, submissions } = this.#database;
    const cached = this.#cache.get(id);
    if (cached !== undefined) return cached;
    const rows = await this.#database.transaction('r', [documents, contents, outbox, submissions], () =>
      Promise.all([documents.get(id), contents.get(id), outbox.get(id), submissions.get(id)]),
    );
    const [document, content, outgoing, submission] = rows;
    if (document === undefined) return undefined;
    if (content === undefined) throw new UnreadableRowError(`contents/${id} is missing`);
    const state = await fromRows(this.#sealer, {
      document,
      contents: content,
      outbox: outgoing ?? null,
      submission: submission ?? null,
    });
    const versioned = { state, ver: document.ver };
    this.#remember(id, versioned);
    return versioned;
  }

  /** Write-only, but for the check that nobody wrote since; false when somebody did. */
  #write(rows: DocumentRows, expectedVer: number): Promise<boolean> {
    const { documents, contents, outbox, submissions } = this.#database;
    const { id } = rows.document;
    return this.#database.transaction('rw', [documents, contents, outbox, submissions], async () => {
      const known = await documents.get(id);
      if ((known?.ver ?? 0) !== expectedVer) return false;
      await Promise.all([
        documents.put(rows.document),
        contents.put(rows.contents),
        rows.outbox ? outbox.put(rows.outbox) : outbox.delete(id),
        rows.submission ? submissions.put(rows.submission) : submissions.delete(id),
      ]);
      return true;
    });
  }

  #remember(id: DocId, versioned: Versioned): void {
    this.#cache.delete(id);
    this.#cache.set(id, versioned);
    const oldest = this.#cache.keys().next().value;
    if (this.#cache.size > cachedDocuments && oldest !== undefined) this.#cache.delete(oldest);
  }
}
