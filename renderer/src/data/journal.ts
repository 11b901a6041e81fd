import * as z from 'zod/mini';
import type { Clock } from '#renderer/sync/ports.ts';
import { carriedVersions } from '#shared/bundle/bundle-versions.ts';
import type { DocId } from '#shared/domain/ids.ts';
import type { Segment } from '#shared/ipc/channels.ts';
import type { JournalFiles } from '#shared/ipc/journal-files.ts';
import type { VersionChain } from '#shared/sync/version.ts';
import { chainPieces } from '#shared/sync/version-chain.ts';
import type { DocumentRepository, Versioned } from './document-repository.ts';
import { historySubject, writeLine } from './journal-line.ts';
import { type ValueSubject, valueSubject, valueSubjects } from './journal-reader.ts';
import type { MetaRepository } from './meta-repository.ts';
import type { Sealer } from './sealer.ts';
import type { StoreEvents } from './store-events.ts';
import { isUnreadable } from './store-failure.ts';
import type { VersionRepository } from './version-repository.ts';

/** Nothing that was saved waits longer for its snapshot, nor for more saves than these (JO1). */
const longestWaitMs = 30_000;
const mostSaves = 50;
/** After lines could not be written. */
const retryMs = 60_000;
/** Documents read and sealed before their lines are written. */
const linesAtOnce = 50;
/** Characters of versions in one line, and of lines that are written at once. */
const longestPiece = 4_000_000;

/** Whether the journal keeps up: `low` and `full` are about the room on the disk. */
export type JournalStanding = 'kept' | 'low' | 'full' | 'failed';

type JournalParts = {
  readonly files: JournalFiles;
  readonly space: string;
  readonly sealer: Sealer;
  readonly documents: DocumentRepository;
  readonly meta: MetaRepository;
  readonly versions: VersionRepository;
  readonly events: StoreEvents;
  readonly clock: Clock;
};

/** Versions that are not in the journal: numbers of a document's history, or all of it. */
type Unwritten = ReadonlyMap<DocId, ReadonlySet<number> | 'all'>;

/**
 * The second copy of a space, apart from its store: a snapshot of every document that changed, its versions, who one is,
 * and what others handed over to be sent from here. What it cannot write stays noted and is tried again; nothing that the person does ever waits for it.
 */
export class Journal {
  readonly #parts: JournalParts;
  readonly #listeners = new Set<() => void>();
  /** Documents without a snapshot of their newest state. */
  readonly #changed = new Set<DocId>();
  /** Values of the space that were written since their last line, or may have been before this start. */
  readonly #values = new Set<ValueSubject>(valueSubjects);
  readonly #versions = new Map<DocId, ReadonlySet<number> | 'all'>();
  #standing: JournalStanding = 'kept';
  #isClosed = false;
  #saves = 0;
  /** Since the first save without a snapshot: later ones do not put it off. */
  #isDue = false;
  #totalBytes = 0;
  #checkpointBytes = 0;
  #cancelTimer: () => void = () => {};
  readonly #unsubscribe: readonly (() => void)[];
  #work: Promise<void> = Promise.resolve();

  constructor(parts: JournalParts) {
    this.#parts = parts;
    this.#unsubscribe = [
      parts.events.subscribe((changed, origin) => {
        if (origin === 'here') this.#note(changed);
      }),
      parts.meta.watch((key) => {
        const subject = valueSubject(key);
        if (subject === undefined) return;
        this.#values.add(subject);
        void this.flush();
      }),
      parts.versions.watchKept((doc, seqs) => {
        this.#noteVersions(new Map([[doc, new Set(seqs)]]));
        void this.flush();
      }),
    ];
  }

  getSnapshot = (): JournalStanding => this.#standing;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Notes what changed since the last line, or all where there is no line yet. */
  async begin(): Promise<void> {
    if (this.#isClosed) return;
    try {
      const segments = await this.#measure();
      const { documents } = this.#parts;
      const missed = await (segments.length === 0 ? documents.ids() : documents.unjournalled());
      // A journal that was begun before there were versions in it has none of them.
      const hasVersions = await this.#parts.meta.read('versionsInJournal', z.boolean());
      const unwritten = hasVersions === true ? missed : await this.#parts.versions.documents();
      this.#noteVersions(new Map(unwritten.map((id) => [id, 'all'])));
      if (missed.length > 0) this.#note(missed);
      this.#flushInTime();
      if (hasVersions === true) return;
      await this.flush();
      if (this.#versions.size === 0) await this.#parts.meta.write('versionsInJournal', true);
    } catch {
      if (!this.#isClosed) this.#stand('failed');
    }
  }

  /** Takes the snapshots of these at once: something of them is about to go on the wire. */
  noteFrozen(docs: readonly DocId[]): void {
    for (const id of docs) this.#changed.add(id);
    void this.flush();
  }

  /** Writes the snapshots of all that changed. Resolves when they are on the disk, or could not be written. */
  flush(): Promise<void> {
    this.#cancelTimer();
    this.#saves = 0;
    this.#isDue = false;
    this.#work = this.#work.then(() => this.#writeChanged());
    return this.#work;
  }

  close(): void {
    this.#isClosed = true;
    for (const unsubscribe of this.#unsubscribe) unsubscribe();
    this.#cancelTimer();
    this.#listeners.clear();
  }

  #note(changed: readonly DocId[]): void {
    for (const id of changed) this.#changed.add(id);
    this.#saves += 1;
    if (this.#saves >= mostSaves) void this.flush();
    else this.#flushInTime();
  }

  #flushInTime(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    this.#flushAfter(longestWaitMs);
  }

  #noteVersions(unwritten: Unwritten): void {
    for (const [id, seqs] of unwritten) {
      const known = this.#versions.get(id) ?? new Set();
      this.#versions.set(id, known === 'all' || seqs === 'all' ? 'all' : new Set([...known, ...seqs]));
    }
  }

  #flushAfter(delayMs: number): void {
    this.#cancelTimer();
    if (this.#isClosed) return;
    this.#cancelTimer = this.#parts.clock.after(delayMs, () => void this.flush());
  }

  async #writeChanged(): Promise<void> {
    const ids = [...this.#changed];
    const values = [...this.#values];
    const unwritten = new Map(this.#versions);
    this.#changed.clear();
    this.#values.clear();
    this.#versions.clear();
    try {
      const left = await this.#write(ids);
      const areOthersKept =
        left.length === 0 && (await this.#writeValues(values)) && (await this.#writeVersions(unwritten));
      if (areOthersKept) return await this.#keepShort();
      for (const id of left) this.#changed.add(id);
    } catch {
      // The store is closed or gone: what is not in it any more cannot be copied.
      for (const id of ids) this.#changed.add(id);
      this.#stand('failed');
    }
    for (const subject of values) this.#values.add(subject);
    this.#noteVersions(unwritten);
    this.#flushAfter(retryMs);
  }

  /** Appends snapshots; answers the documents of which none could be written. */
  async #write(ids: readonly DocId[]): Promise<readonly DocId[]> {
    for (let start = 0; start < ids.length; start += linesAtOnce) {
      const read = await Promise.all(ids.slice(start, start + linesAtOnce).map((id) => this.#read(id)));
      const known = read.flatMap((one) => one ?? []);
      const lines = await Promise.all(known.map(({ state }) => this.#line(state.id, state)));
      if (!(await this.#append(lines.join('')))) return ids.slice(start);
      await this.#parts.documents.noteJournalled(new Map(known.map(({ state, ver }) => [state.id, ver])));
    }
    return [];
  }

  /** Appends values of the space; false where they could not be written. */
  async #writeValues(subjects: readonly ValueSubject[]): Promise<boolean> {
    const lines = subjects.map(async (subject) => {
      const value = await this.#parts.meta.read(subject, z.unknown());
      return value === undefined ? '' : this.#line(subject, value);
    });
    return this.#append((await Promise.all(lines)).join(''));
  }

  /** Appends versions; false where not all of them could be written. */
  async #writeVersions(unwritten: Unwritten): Promise<boolean> {
    let lines = '';
    for (const [id, seqs] of unwritten) {
      const chain = await (seqs === 'all' ? this.#history(id) : this.#kept(id, seqs));
      for (const piece of chainPieces(chain, longestPiece)) {
        lines += await this.#line(historySubject(id), piece);
        if (lines.length < longestPiece) continue;
        if (!(await this.#append(lines))) return false;
        lines = '';
      }
    }
    return this.#append(lines);
  }

  /** The versions of a document, as many of the newest as a bundle of all documents would carry. */
  async #history(id: DocId): Promise<VersionChain> {
    const { versions, documents } = this.#parts;
    return carriedVersions(await versions.all(id), (await documents.ids()).length);
  }

  /** These versions of a document; those that cannot be read are left out. */
  async #kept(id: DocId, seqs: ReadonlySet<number>): Promise<VersionChain> {
    const opened = await Promise.all([...seqs].map((seq) => this.#parts.versions.read(id, seq)));
    return opened.flatMap((version) =>
      version.ok ? [{ ...version.value.header, body: { whole: version.value.fields } }] : [],
    );
  }

  /** A document with its number; none of one whose rows cannot be read, so that its last good line stands. */
  async #read(id: DocId): Promise<Versioned | undefined> {
    return this.#parts.documents.readVersioned(id).catch((error) => {
      if (isUnreadable(error)) return undefined;
      throw error;
    });
  }

  #line(subject: string, value: unknown): Promise<string> {
    const { sealer, space, clock } = this.#parts;
    return writeLine(sealer, space, subject, { at: clock.now(), value });
  }

  /** False where the lines could not be written. */
  async #append(lines: string): Promise<boolean> {
    if (lines === '') return true;
    const answer = await this.#parts.files.append(this.#parts.space, lines);
    if (answer.ok) {
      this.#totalBytes += lines.length;
      this.#stand(answer.isDiskLow ? 'low' : 'kept');
      return true;
    }
    this.#stand(answer.code === 'disk-full' ? 'full' : 'failed');
    return false;
  }

  /**
   * When the journal is much longer than one snapshot of everything, everything is written once more and what
   * stands before is dropped. Never with little room: the new lines must be there before the old ones go.
   */
  async #keepShort(): Promise<void> {
    const { files, space, documents, versions } = this.#parts;
    const isShort = this.#totalBytes < 2 * this.#checkpointBytes + files.checkpointBytes;
    if (isShort || this.#standing !== 'kept') return;
    const before = this.#totalBytes;
    const last = (await files.segments(space)).at(-1)?.number ?? 1;
    const left = await this.#write(await documents.ids());
    const histories = new Map((await versions.documents()).map((id) => [id, 'all' as const]));
    const areOthersKept =
      left.length === 0 && (await this.#writeValues(valueSubjects)) && (await this.#writeVersions(histories));
    this.#checkpointBytes = this.#totalBytes - before;
    if (!areOthersKept) return;
    await files.dropBefore(space, last);
    await this.#measure();
  }

  async #measure(): Promise<readonly Segment[]> {
    const segments = await this.#parts.files.segments(this.#parts.space);
    this.#totalBytes = segments.reduce((total, { sizeBytes }) => total + sizeBytes, 0);
    return segments;
  }

  #stand(standing: JournalStanding): void {
    if (standing === this.#standing) return;
    this.#standing = standing;
    for (const listener of [...this.#listeners]) listener();
  }
}
