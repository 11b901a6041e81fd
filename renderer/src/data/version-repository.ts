import { Dexie } from 'dexie';
import { referredFiles, type Sha256 } from '#shared/domain/attachment.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import { type DocId, makeVersionId, type RandomBytes } from '#shared/domain/ids.ts';
import type { Failure } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import {
  longestVersionName,
  type Version,
  type VersionChain,
  type VersionHeader,
} from '#shared/sync/version.ts';
import {
  bodiesWithout,
  bodyAfter,
  chainContents,
  lastContents,
  wholeEvery,
} from '#shared/sync/version-chain.ts';
import { countChanges, fieldsHash, versionFields } from '#shared/sync/version-delta.ts';
import { thinnedOut } from '#shared/sync/version-thinning.ts';
import type { DeskDatabase, VersionRow } from './database.ts';
import type { Sealer } from './sealer.ts';
import type { StoreEvents } from './store-events.ts';
import {
  openVersion,
  openVersionHeader,
  sealVersionBody,
  sealVersionHeader,
  toVersionRow,
} from './version-rows.ts';

/** A version in the list of a document. `header` is null for one whose row is damaged. */
export type ListedVersion = {
  /** Names it within its document. */
  readonly seq: number;
  readonly at: number;
  readonly header: VersionHeader | null;
};

/** A version that is opened: all that its document held. */
export type OpenedVersion = { readonly header: VersionHeader; readonly fields: FieldMap };

/** Told after versions of a document were added, or named anew. */
export type KeptListener = (doc: DocId, seqs: readonly number[]) => void;

/** What a new version is made of. */
export type NewVersion = Pick<VersionHeader, 'at' | 'by' | 'cause' | 'name' | 'template'> & {
  readonly fields: FieldMap;
  /** Which paths are read as text, so that their words count. */
  readonly isText: (path: string) => boolean;
  /** Kept even where the newest version holds the same. */
  readonly always: boolean;
};

export type AddedVersion = {
  readonly seq: number;
  readonly header: VersionHeader;
  /** False: the newest version holds the same already, and is the one that is answered. */
  readonly isNew: boolean;
};

/**
 * The versions of the documents of one space. A version is added in a transaction of its own, after the save that
 * it describes: a store that cannot take it loses the version, not the document. Methods reject with the store's own
 * error; a version that cannot be read is the failure `version-damaged`, and leaves the others readable.
 */
export class VersionRepository {
  readonly #database: DeskDatabase;
  readonly #sealer: Sealer;
  readonly #events: StoreEvents;
  readonly #random: RandomBytes;
  /** When the newest version of a document is from; asked at every save. */
  readonly #newestAt = new Map<DocId, number | null>();
  #work: Promise<unknown> = Promise.resolve();
  readonly #keptListeners = new Set<KeptListener>();

  /** `events`: of the history alone; what happens to a document's versions is no change of the document. */
  constructor(database: DeskDatabase, sealer: Sealer, events: StoreEvents, random: RandomBytes) {
    this.#database = database;
    this.#sealer = sealer;
    this.#events = events;
    this.#random = random;
    events.subscribe((changed) => {
      for (const id of changed) this.#newestAt.delete(id);
    });
  }

  /** Calls back after the versions of this document changed, here or in another window. */
  watch(doc: DocId, listener: () => void): () => void {
    return this.#events.subscribe((changed) => {
      if (changed.includes(doc)) listener();
    });
  }

  /** Calls back after this window kept versions, of whichever document. */
  watchKept(listener: KeptListener): () => void {
    this.#keptListeners.add(listener);
    return () => this.#keptListeners.delete(listener);
  }

  /** All versions of a document, the newest first. */
  async list(doc: DocId): Promise<readonly ListedVersion[]> {
    const rows = await this.#upTo(doc).toArray();
    const listed = await Promise.all(
      rows.map(async (row) => ({
        seq: row.seq,
        at: row.at,
        header: await openVersionHeader(this.#sealer, row),
      })),
    );
    return listed.sort((a, b) => b.at - a.at || b.seq - a.seq);
  }

  /** The documents that have any. */
  async documents(): Promise<readonly DocId[]> {
    const keys = await this.#database.versions.toCollection().primaryKeys();
    return [...new Set(keys.map(([doc]) => doc))];
  }

  async count(doc: DocId): Promise<number> {
    return this.#upTo(doc).count();
  }

  /** When the newest version is from, in milliseconds since 1970; null where there is none. */
  async newestAt(doc: DocId): Promise<number | null> {
    const known = this.#newestAt.get(doc);
    if (known !== undefined) return known;
    const at = (await this.#upTo(doc).last())?.at ?? null;
    this.#newestAt.set(doc, at);
    return at;
  }

  /** Opens one version; reads no more than the few rows that its delta is built on. */
  async read(doc: DocId, seq: number): Promise<Result<OpenedVersion, Failure>> {
    const rows = await this.#tail(doc, seq);
    if (rows.at(-1)?.seq !== seq) return err({ code: 'version-gone' });
    const chain = await this.#opened(rows);
    const fields = lastContents(chain);
    const version = chain.at(-1);
    if (!fields || !version) return err({ code: 'version-damaged' });
    const { body: _, ...header } = version;
    return ok({ header, fields });
  }

  /** Keeps a version; where the newest one holds the same and nothing asks for one `always`, answers that one. */
  add(doc: DocId, version: NewVersion): Promise<AddedVersion> {
    return this.#inTurn(async () => {
      for (;;) {
        const added = await this.#tryAdd(doc, version);
        if (added === undefined) continue;
        if (added.isNew) this.#tell(doc, [added.seq]);
        return added;
      }
    });
  }

  /** Names a version, or takes its name away (null). */
  rename(doc: DocId, seq: number, name: string | null): Promise<Result<void, Failure>> {
    return this.#inTurn(async () => {
      const row = await this.#database.versions.get([doc, seq]);
      if (row === undefined) return err({ code: 'version-gone' });
      const header = await openVersionHeader(this.#sealer, row);
      if (header === null) return err({ code: 'version-damaged' });
      const named = name?.trim().slice(0, longestVersionName).toWellFormed() || null;
      const sealed = await sealVersionHeader(this.#sealer, row, { ...header, name: named });
      const updated = await this.#database.versions.update([doc, seq], { header: sealed });
      if (updated === 0) return err({ code: 'version-gone' });
      this.#tell(doc, [seq]);
      return ok(undefined);
    });
  }

  /**
   * Lets automatic versions go by their age (`thinnedOut`); answers how many. Takes them out and writes what was
   * built on them anew in one transaction.
   */
  thin(doc: DocId, now: number, zoneMs: number): Promise<number> {
    return this.#inTurn(async () => {
      const rows = await this.#upTo(doc).toArray();
      const headers = await Promise.all(rows.map((row) => openVersionHeader(this.#sealer, row)));
      const drop = thinnedOut(
        headers.flatMap((header) => header ?? []),
        now,
        zoneMs,
      );
      if (drop.size === 0) return 0;
      const isDropped = (index: number) => {
        const header = headers[index];
        return header != null && drop.has(header.id);
      };
      const chain = await this.#opened(rows);
      const bodies = await Promise.all(
        [...bodiesWithout(chain, isDropped)].map(async ([index, body]) => {
          const row = rows[index] as VersionRow;
          return { ...row, body: await sealVersionBody(this.#sealer, row, body) };
        }),
      );
      const gone = rows.filter((_, index) => isDropped(index)).map((row) => [row.doc, row.seq] as const);
      const { versions } = this.#database;
      const wasThinned = await this.#database.transaction('rw', versions, async () => {
        // What another window thinned meanwhile is built otherwise than what was read here.
        const keys = await this.#upTo(doc).primaryKeys();
        if (rows.some(({ seq }, index) => keys[index]?.[1] !== seq)) return false;
        await versions.bulkPut(bodies);
        await versions.bulkDelete(gone.map(([id, seq]) => [id, seq]));
        return true;
      });
      if (!wasThinned) return 0;
      this.#tell(doc, []);
      return gone.length;
    });
  }

  /** Every version of a document that can be read, in a form that can be handed over. */
  async all(doc: DocId): Promise<VersionChain> {
    const chain = await this.#opened(await this.#upTo(doc).toArray());
    const contents = chainContents(chain);
    const bodies = bodiesWithout(chain, (index) => contents[index] === null);
    return chain.flatMap((version, index) =>
      version === null || contents[index] === null
        ? []
        : [{ ...version, body: bodies.get(index) ?? version.body }],
    );
  }

  /**
   * Takes in versions from elsewhere: those that are not here yet, after those that are. All of them in one
   * transaction. `damaged`: how many of the chain do not fit their own check sum; they are left out.
   */
  import(doc: DocId, chain: VersionChain): Promise<{ readonly added: number; readonly damaged: number }> {
    return this.#inTurn(async () => {
      const contents = chainContents(chain);
      const damaged = contents.filter((fields) => fields === null).length;
      for (;;) {
        const known = new Set((await this.list(doc)).flatMap(({ header }) => header?.id ?? []));
        const tail = await this.#tail(doc, Number.MAX_SAFE_INTEGER);
        const links: (Version | null)[] = [...(await this.#opened(tail))];
        let previous = lastContents(links);
        let seq = tail.at(-1)?.seq ?? 0;
        const rows: VersionRow[] = [];
        for (const [index, version] of chain.entries()) {
          const fields = contents[index];
          if (!fields || known.has(version.id)) continue;
          known.add(version.id);
          seq += 1;
          const link = { ...version, body: bodyAfter(links, previous, fields) };
          links.push(link);
          previous = fields;
          rows.push(await toVersionRow(this.#sealer, { doc, seq }, link));
        }
        if (rows.length === 0) return { added: 0, damaged };
        if (!(await this.#insert(doc, tail.at(-1)?.seq ?? 0, rows))) continue;
        this.#tell(
          doc,
          rows.map((row) => row.seq),
        );
        return { added: rows.length, damaged };
      }
    });
  }

  /** The files that versions of this document refer to. */
  async files(doc: DocId): Promise<readonly Sha256[]> {
    return (await this.list(doc)).flatMap(({ header }) => header?.files ?? []);
  }

  #upTo(doc: DocId, seq: number | typeof Dexie.maxKey = Dexie.maxKey) {
    return this.#database.versions.where('[doc+seq]').between([doc, Dexie.minKey], [doc, seq], true, true);
  }

  /** The rows that the version `seq` (or the newest before it) is built on, itself included. */
  async #tail(doc: DocId, seq: number): Promise<readonly VersionRow[]> {
    return (await this.#upTo(doc, seq).reverse().limit(wholeEvery).toArray()).reverse();
  }

  #opened(rows: readonly VersionRow[]): Promise<readonly (Version | null)[]> {
    return Promise.all(rows.map((row) => openVersion(this.#sealer, row)));
  }

  /** undefined: another window added one meanwhile. */
  async #tryAdd(
    doc: DocId,
    { fields, isText, always, ...said }: NewVersion,
  ): Promise<AddedVersion | undefined> {
    const now = versionFields(fields);
    const hash = fieldsHash(now);
    const tail = await this.#tail(doc, Number.MAX_SAFE_INTEGER);
    const chain = await this.#opened(tail);
    const last = chain.at(-1);
    const lastSeq = tail.at(-1)?.seq ?? 0;
    const previous = lastContents(chain);
    if (!always && last && previous !== null && last.hash === hash) {
      const { body: _, ...header } = last;
      return { seq: lastSeq, header, isNew: false };
    }
    const header: VersionHeader = {
      ...said,
      id: makeVersionId(said.at, this.#random),
      hash,
      changes: countChanges(previous ?? {}, now, isText),
      files: referredFiles(now),
    };
    const seq = lastSeq + 1;
    const body = bodyAfter(chain, previous, now);
    const row = await toVersionRow(this.#sealer, { doc, seq }, { ...header, body });
    return (await this.#insert(doc, lastSeq, [row])) ? { seq, header, isNew: true } : undefined;
  }

  /** Writes new rows; false where another window has added some since `lastSeq` was read. */
  #insert(doc: DocId, lastSeq: number, rows: readonly VersionRow[]): Promise<boolean> {
    const { versions } = this.#database;
    return this.#database.transaction('rw', versions, async () => {
      const last = await this.#upTo(doc).last();
      if ((last?.seq ?? 0) !== lastSeq) return false;
      await versions.bulkAdd(rows);
      return true;
    });
  }

  #tell(doc: DocId, kept: readonly number[]): void {
    this.#newestAt.delete(doc);
    this.#events.committed([doc]);
    if (kept.length > 0) for (const listener of [...this.#keptListeners]) listener(doc, kept);
  }

  /** One change at a time: each is computed from what the one before it left. */
  #inTurn<T>(run: () => Promise<T>): Promise<T> {
    const done = this.#work.then(run);
    this.#work = done.catch(() => undefined);
    return done;
  }
}
