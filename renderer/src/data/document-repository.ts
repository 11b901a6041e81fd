import type { DocumentStep } from '#renderer/sync/ports.ts';
import type { DocId } from '#shared/domain/ids.ts';
import type { DocumentSummary } from '#shared/domain/summary.ts';
import { isFormFailure } from '#shared/errors.ts';
import type { DocumentState } from '#shared/sync/document-state.ts';
import type { ContentsRow, DeskDatabase, DocumentRow } from './database.ts';
import { type DocumentRows, fromRows, openSummary, toRows, unreadableSummary } from './document-rows.ts';
import { newestRows } from './newest-rows.ts';
import type { Sealer } from './sealer.ts';
import type { StoreEvents } from './store-events.ts';
import { isUnreadable, UnreadableRowError } from './store-failure.ts';

/** Computes what lists show; given from outside, since it needs the templates. */
export type Summarize = (state: DocumentState) => DocumentSummary;

/** The last known state of a document whose rows cannot be read; undefined where there is none elsewhere either. */
export type Recover = (id: DocId) => Promise<DocumentState | undefined>;

/** A document as it is about to be written, and what stood before; undefined where nothing did. */
type Draft = {
  readonly state: DocumentState;
  readonly rows: DocumentRows;
  readonly before: DocumentState | undefined;
};

/** A document, and how often it was written. */
export type Versioned = { readonly state: DocumentState; readonly ver: number };

/** Documents open at the same time, whose state need not be unsealed again for the next save. */
const cachedDocuments = 8;

/** The documents of one space. Every method rejects with the store's own error; see storeFailure. */
export class DocumentRepository {
  readonly #database: DeskDatabase;
  readonly #sealer: Sealer;
  readonly #events: StoreEvents;
  readonly #summarize: Summarize;
  readonly #recover: Recover;
  readonly #cache = new Map<DocId, Versioned>();
  /** Counts the commits told of, here and in other windows. */
  #generation = 0;

  constructor(
    database: DeskDatabase,
    sealer: Sealer,
    events: StoreEvents,
    summarize: Summarize,
    recover: Recover = async () => undefined,
  ) {
    this.#recover = recover;
    this.#database = database;
    this.#sealer = sealer;
    this.#events = events;
    this.#summarize = summarize;
    events.subscribe((changed, origin) => {
      this.#generation += 1;
      if (origin === 'elsewhere') for (const id of changed) this.#cache.delete(id);
    });
  }

  async read(id: DocId): Promise<DocumentState | undefined> {
    return (await this.readVersioned(id))?.state;
  }

  /**
   * Reads, computes and writes one document as one. `change` is pure and may run again when another
   * window wrote in between; answering the same state (or undefined) writes nothing. Resolves with the
   * state that is durable: the transaction is strict and has completed.
   */
  async update(id: DocId, change: DocumentStep): Promise<DocumentState | undefined> {
    await this.#updateAll(new Map([[id, change]]), (error) => {
      throw error;
    });
    return this.read(id);
  }

  /** The same for many documents, in one transaction; leaves those alone whose rows cannot be read. */
  async updateAll(steps: ReadonlyMap<DocId, DocumentStep>): Promise<void> {
    await this.#updateAll(steps, (error) => {
      if (!isUnreadable(error)) throw error;
    });
  }

  /**
   * Adds new documents: all of them in one transaction, or none. `isWanted` is asked before each is sealed, with how
   * many are ready; once it says no, nothing is written. Answers whether they were added.
   */
  async create(
    states: readonly DocumentState[],
    isWanted: (ready: number) => boolean = () => true,
  ): Promise<boolean> {
    const drafts: Draft[] = [];
    for (const state of states) {
      if (!isWanted(drafts.length)) return false;
      const rows = await toRows(this.#sealer, state, this.#summarize(state), 1);
      drafts.push({ state, rows, before: undefined });
    }
    if (!isWanted(drafts.length)) return false;
    await this.#write(drafts);
    this.#events.committed(states.map(({ id }) => id));
    return true;
  }

  /** Documents that another window wrote meanwhile run again. */
  async #updateAll(
    steps: ReadonlyMap<DocId, DocumentStep>,
    onError: (error: unknown) => undefined,
  ): Promise<void> {
    let open = [...steps];
    while (open.length > 0) {
      const drafts = await Promise.all(open.map(([id, step]) => this.#compute(id, step).catch(onError)));
      const writes = drafts.flatMap((draft) => draft ?? []);
      const written = writes.length === 0 ? new Set<DocId>() : await this.#write(writes);
      for (const { rows, state } of writes) {
        const { id, ver } = rows.document;
        if (written.has(id)) this.#remember(id, { state, ver });
        else this.#cache.delete(id);
      }
      if (written.size > 0) this.#events.committed([...written]);
      const unwritten = new Set(writes.map(({ rows }) => rows.document.id).filter((id) => !written.has(id)));
      open = open.filter(([id]) => unwritten.has(id));
    }
  }

  /** Ids of the documents of which something waits to be sent, oldest edit first. */
  async pending(): Promise<readonly DocId[]> {
    const rows = await this.#database.documents.where('pending').equals(1).toArray();
    return rows.sort((a, b) => a.savedAt - b.savedAt).map((row) => row.id);
  }

  /** Documents that the journal does not have as they are: noted with each save, so that no clock takes part. */
  async unjournalled(): Promise<readonly DocId[]> {
    const rows = await this.#database.documents.toArray();
    return rows.filter((row) => row.isUnjournalled).map((row) => row.id);
  }

  /** The journal has these documents as those writes left them; one that was written since is still not in it. */
  async noteJournalled(writes: ReadonlyMap<DocId, number>): Promise<void> {
    const { documents } = this.#database;
    await this.#database.transaction('rw', documents, async () => {
      const rows = await documents.bulkGet([...writes.keys()]);
      const kept = rows.flatMap((row) => {
        if (!row?.isUnjournalled || row.ver !== writes.get(row.id)) return [];
        const { isUnjournalled: _, ...noted } = row;
        return [noted];
      });
      await documents.bulkPut(kept);
    });
  }

  async isEmpty(): Promise<boolean> {
    return (await this.#database.documents.limit(1).count()) === 0;
  }

  async ids(): Promise<readonly DocId[]> {
    return this.#database.documents.toCollection().primaryKeys();
  }

  /**
   * Headers of the documents asked for. One that cannot be read is in the list all the same, with what is known of it and the attention `store-unreadable`.
   */
  async summaries(ids: readonly DocId[]): Promise<readonly DocumentSummary[]> {
    const rows = await this.#database.documents.bulkGet([...ids]);
    return Promise.all(rows.flatMap((row) => (row ? [this.#open(row)] : [])));
  }

  /** Headers of the documents saved last, newest first. */
  async newest(limit: number): Promise<readonly DocumentSummary[]> {
    const rows = await newestRows(this.#database, limit);
    return Promise.all(rows.map((row) => this.#open(row)));
  }

  /** Headers in the order of the ids, from the one after `after`; fewer than `limit` at the end. */
  async page(after: DocId | null, limit: number): Promise<readonly DocumentSummary[]> {
    const { documents } = this.#database;
    const rest = after === null ? documents.toCollection() : documents.where(':id').above(after);
    const rows = await rest.limit(limit).toArray();
    return Promise.all(rows.map((row) => this.#open(row)));
  }

  async #open(row: DocumentRow): Promise<DocumentSummary> {
    try {
      const summary = await openSummary(this.#sealer, row);
      const waits = summary.attention !== null && isFormFailure(summary.attention.code);
      const state = waits ? await this.read(row.id) : undefined;
      // Listed while its form was not here: it may have come since, with the Network or with a newer app.
      return state === undefined ? summary : this.#summarize(state);
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      const state = await this.read(row.id).catch(() => undefined);
      return state === undefined ? unreadableSummary(row) : this.#summarize(state);
    }
  }

  /** What the rows say; where they cannot be read, what the journal has. */
  async #stateOf({
    contents,
    ...rows
  }: Omit<DocumentRows, 'contents'> & {
    readonly contents: ContentsRow | undefined;
  }): Promise<DocumentState> {
    const { id } = rows.document;
    try {
      if (contents === undefined) throw new UnreadableRowError(`contents/${id} is missing`);
      return await fromRows(this.#sealer, { ...rows, contents });
    } catch (error) {
      const known = isUnreadable(error) ? await this.#recover(id) : undefined;
      if (known === undefined) throw error;
      return known;
    }
  }

  /** With the number of its write. */
  async readVersioned(id: DocId): Promise<Versioned | undefined> {
    const { documents, contents, outbox, submissions } = this.#database;
    const cached = this.#cache.get(id);
    if (cached !== undefined) return cached;
    const generation = this.#generation;
    const rows = await this.#database.transaction('r', [documents, contents, outbox, submissions], () =>
      Promise.all([documents.get(id), contents.get(id), outbox.get(id), submissions.get(id)]),
    );
    const [document, content, outgoing, submission] = rows;
    if (document === undefined) return undefined;
    const state = await this.#stateOf({
      document,
      contents: content,
      outbox: outgoing ?? null,
      submission: submission ?? null,
    });
    const versioned = { state, ver: document.ver };
    // Something was written while this was read: right for now, but not to be remembered.
    if (generation === this.#generation) this.#remember(id, versioned);
    return versioned;
  }

  /** What a step makes of a document, sealed; undefined where it changes nothing. */
  async #compute(id: DocId, step: DocumentStep): Promise<Draft | undefined> {
    const current = await this.readVersioned(id);
    const state = step(current?.state);
    if (state === undefined || state === current?.state) return undefined;
    const ver = (current?.ver ?? 0) + 1;
    const rows = await toRows(this.#sealer, state, this.#summarize(state), ver);
    return { state, rows, before: current?.state };
  }

  /** Write-only, but for the check that nobody wrote since. Answers the documents that were written. */
  #write(drafts: readonly Draft[]): Promise<ReadonlySet<DocId>> {
    const { documents, contents, outbox, submissions } = this.#database;
    return this.#database.transaction('rw', [documents, contents, outbox, submissions], async () => {
      const known = await documents.bulkGet(drafts.map(({ rows }) => rows.document.id));
      const current = drafts.filter(({ rows }, index) => (known[index]?.ver ?? 0) === rows.document.ver - 1);
      const rows = current.map((draft) => draft.rows);
      const outgoing = rows.flatMap((row) => row.outbox ?? []);
      const asked = rows.flatMap((row) => row.submission ?? []);
      const ended = (part: 'outgoing' | 'submission') =>
        current.flatMap(({ before, state }) => (before?.[part] && !state[part] ? [state.id] : []));
      // An ordinary save touches two tables only: each further request would make it slower.
      await Promise.all([
        documents.bulkPut(rows.map((row) => row.document)),
        contents.bulkPut(rows.map((row) => row.contents)),
        outgoing.length > 0 && outbox.bulkPut(outgoing),
        ended('outgoing').length > 0 && outbox.bulkDelete(ended('outgoing')),
        asked.length > 0 && submissions.bulkPut(asked),
        ended('submission').length > 0 && submissions.bulkDelete(ended('submission')),
      ]);
      return new Set(rows.map((row) => row.document.id));
    });
  }

  #remember(id: DocId, versioned: Versioned): void {
    this.#cache.delete(id);
    this.#cache.set(id, versioned);
    const oldest = this.#cache.keys().next().value;
    if (this.#cache.size > cachedDocuments && oldest !== undefined) this.#cache.delete(oldest);
  }
}
