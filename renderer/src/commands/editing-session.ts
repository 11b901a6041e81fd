import { generateKeyBetween } from 'fractional-indexing';
import { completenessOf } from '#shared/domain/completeness.ts';
import { isClosed } from '#shared/domain/document.ts';
import { type FieldPath, itemPath, positionPath } from '#shared/domain/field-path.ts';
import { type FieldMap, type FieldValue, fieldValueSchema, sameValue } from '#shared/domain/field-value.ts';
import { type DocId, type ItemId, makeItemId, type RandomBytes } from '#shared/domain/ids.ts';
import { listItems, pathsWithin } from '#shared/domain/list-items.ts';
import type { Template } from '#shared/domain/template.ts';
import { validate } from '#shared/domain/validate.ts';
import type { Vocabulary } from '#shared/domain/vocabulary.ts';
import { liveValue } from '#shared/sync/diff.ts';
import type { DocumentState } from '#shared/sync/document-state.ts';
import { edit, settleConflict } from '#shared/sync/edit.ts';
import { summarize } from '#shared/sync/summarize.ts';
import type { DocumentSession, SaveState, SessionSnapshot } from './document-session.ts';
import { tryStore } from './explain-failure.ts';
import type { Space } from './space.ts';

/** From the first unsaved key to the write: with the write itself, under the promised 400 ms. */
const saveAfterMs = 200;
/** Between tries to write after the store failed. */
const retryAfterMs = 3_000;

export type SessionParts = {
  readonly space: Space;
  readonly template: Template;
  readonly vocabulary: Vocabulary;
  readonly random: RandomBytes;
};

type Change = ReadonlyMap<FieldPath, FieldValue | undefined>;

const withChange = (values: FieldMap, change: Change): FieldMap => {
  const next: Record<FieldPath, FieldValue> = { ...values };
  for (const [path, value] of change) {
    if (value === undefined) delete next[path];
    else next[path] = value;
  }
  return next;
};

/** An open document. What is on the screen = what is durable, overlaid by the edits that still wait. */
export class EditingSession implements DocumentSession {
  readonly id: DocId;
  readonly template: Template;
  readonly #parts: SessionParts;
  readonly #listeners = new Set<() => void>();
  readonly #unsubscribe: () => void;
  #durable: DocumentState;
  /** Edits that no write has taken up yet. */
  #waiting = new Map<FieldPath, FieldValue | undefined>();
  /** Edits that are in a write just now. */
  #writing: Change = new Map();
  #save: SaveState;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #writes: Promise<void> = Promise.resolve();
  #snapshot: SessionSnapshot;

  constructor(state: DocumentState, parts: SessionParts) {
    this.id = state.id;
    this.template = parts.template;
    this.#parts = parts;
    this.#durable = state;
    this.#save = { state: 'saved', at: state.savedAt };
    this.#snapshot = this.#look();
    this.#unsubscribe = parts.space.events.subscribe((changed) => {
      if (changed.includes(this.id)) void this.#reload();
    });
  }

  getSnapshot = (): SessionSnapshot => this.#snapshot;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(path: FieldPath, value: FieldValue | undefined): boolean {
    // A value that the store's schema refuses would make the whole row unreadable later.
    const isKept = value === undefined || fieldValueSchema.safeParse(value).success;
    if (isKept) this.#change(new Map([[path, value]]));
    return isKept && !this.#snapshot.readOnly;
  }

  addItem(list: FieldPath): ItemId {
    const { values } = this.#snapshot;
    const item = makeItemId(this.#parts.random);
    const last = listItems(values, list).at(-1);
    const position = generateKeyBetween(this.#position(list, last), null);
    this.#change(
      new Map<FieldPath, FieldValue>([
        [itemPath(list, item), true],
        [positionPath(list, item), position],
      ]),
    );
    return item;
  }

  removeItem(list: FieldPath, item: ItemId): void {
    const paths = pathsWithin(this.#snapshot.values, itemPath(list, item));
    this.#change(new Map(paths.map((path) => [path, undefined])));
  }

  moveItem(list: FieldPath, item: ItemId, by: -1 | 1): void {
    const items = listItems(this.#snapshot.values, list).filter((other) => other !== item);
    const from = listItems(this.#snapshot.values, list).indexOf(item);
    const to = from + by;
    if (from < 0 || to < 0 || to > items.length) return;
    const before = this.#position(list, items[to - 1]);
    const after = this.#position(list, items[to]);
    this.#change(new Map([[positionPath(list, item), generateKeyBetween(before, after)]]));
  }

  settle(path: FieldPath, keep: 'mine' | 'theirs'): void {
    this.#enqueue((state) => settleConflict(state, path, keep, Date.now()));
  }

  async flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#waiting.size > 0) this.#write();
    await this.#writes;
  }

  async close(): Promise<void> {
    await this.flush();
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#unsubscribe();
  }

  /** The position of an item, or null where the list ends. */
  #position(list: FieldPath, item: ItemId | undefined): string | null {
    const value = item && this.#snapshot.values[positionPath(list, item)];
    return typeof value === 'string' ? value : null;
  }

  #change(change: Change): void {
    const { values, readOnly } = this.#snapshot;
    if (readOnly || [...change].every(([path, value]) => sameValue(values[path], value))) return;
    for (const [path, value] of change) this.#waiting.set(path, value);
    if (this.#save.state === 'saved') this.#save = { state: 'saving', since: Date.now() };
    this.#timer ??= setTimeout(() => void this.flush(), saveAfterMs);
    this.#tell();
  }

  #write(): void {
    const change = this.#waiting;
    this.#waiting = new Map();
    this.#writing = change;
    this.#enqueue((state) => edit(state, change, Date.now()), change);
  }

  /** Writes go one after another; one that fails puts its edits back under those made since. */
  #enqueue(step: (state: DocumentState) => DocumentState, change: Change = new Map()): void {
    this.#writes = this.#writes.then(async () => {
      const { documents, sync } = this.#parts.space;
      const written = await tryStore(() => documents.update(this.id, (state) => state && step(state)));
      this.#writing = new Map();
      if (written.ok) {
        if (written.value) this.#durable = written.value;
        this.#save =
          this.#waiting.size > 0
            ? { state: 'saving', since: Date.now() }
            : { state: 'saved', at: this.#durable.savedAt };
        sync?.noteEdit();
      } else {
        this.#waiting = new Map([...change, ...this.#waiting]);
        this.#save = { state: 'failed', failure: written.error };
        this.#timer ??= setTimeout(() => void this.flush(), retryAfterMs);
      }
      this.#tell();
    });
  }

  /** Somebody else wrote this document: the engine, or another window. */
  async #reload(): Promise<void> {
    const read = await tryStore(() => this.#parts.space.documents.read(this.id));
    if (!read.ok || read.value === undefined || read.value === this.#durable) return;
    this.#durable = read.value;
    this.#tell();
  }

  #look(): SessionSnapshot {
    const state = this.#durable;
    const values = withChange(withChange(state.local, this.#writing), this.#waiting);
    const findings = validate(this.template, values, this.#parts.vocabulary);
    return {
      values,
      findings,
      completeness: completenessOf(this.template, values, findings),
      conflicts: state.conflicts.map((path) => ({
        path,
        mine: values[path],
        theirs: liveValue(state.base[path]),
      })),
      save: this.#save,
      summary: summarize({ ...state, local: values }, this.template, findings),
      readOnly: state.submission !== null || isClosed(state.stage),
    };
  }

  #tell(): void {
    this.#snapshot = this.#look();
    for (const listener of [...this.#listeners]) listener();
  }
}
