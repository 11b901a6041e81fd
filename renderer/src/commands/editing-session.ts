import { type Attachment, attachmentValues } from '#shared/domain/attachment.ts';
import { completenessOf } from '#shared/domain/completeness.ts';
import { isClosed } from '#shared/domain/document.ts';
import { keepParts } from '#shared/domain/field-parts.ts';
import { type FieldPath, itemPath, positionPath } from '#shared/domain/field-path.ts';
import { type FieldValue, fieldValueSchema, sameValue } from '#shared/domain/field-value.ts';
import { formerFields } from '#shared/domain/former-fields.ts';
import { type DocId, type ItemId, makeItemId, type RandomBytes } from '#shared/domain/ids.ts';
import { pathsWithin } from '#shared/domain/list-items.ts';
import type { Recall, RecentAnswers } from '#shared/domain/recall.ts';
import { canEdit } from '#shared/domain/review.ts';
import type { Template } from '#shared/domain/template.ts';
import { validate } from '#shared/domain/validate.ts';
import type { Vocabulary } from '#shared/domain/vocabulary.ts';
import type { Failure } from '#shared/errors.ts';
import { keepEqual } from '#shared/keep-equal.ts';
import type { DocumentState } from '#shared/sync/document-state.ts';
import { applyEdits, type Choice, type FieldEdit, settleConflict, withEdits } from '#shared/sync/edit.ts';
import { theirsOf } from '#shared/sync/handed.ts';
import { summarize } from '#shared/sync/summarize.ts';
import { commentThreads } from './comment-threads.ts';
import type { DocumentSession, SaveState, SessionSnapshot } from './document-session.ts';
import { tryStore } from './explain-failure.ts';
import { noteWork } from './history.ts';
import { positionAtEnd, positionsAfterMove } from './item-positions.ts';
import { sinceSubmitted } from './since-submitted.ts';
import type { Space } from './space.ts';

/** From the first unsaved key to the write: with the write itself, under the promised 400 ms. */
const saveAfterMs = 200;
/** Between tries to write after the store failed. */
const retryAfterMs = 3_000;

export type SessionParts = {
  readonly space: Space;
  /** The form that the document is of when it is opened. */
  readonly template: Template;
  readonly vocabulary: Vocabulary;
  readonly random: RandomBytes;
};

type Values = ReadonlyMap<FieldPath, FieldValue | undefined>;

type Edits = ReadonlyMap<FieldPath, FieldEdit>;

/** What one write takes up: edits, and then the choices between two versions. */
type Batch = { readonly edits: Edits; readonly choices: ReadonlyMap<FieldPath, Choice> };

const nothing: Batch = { edits: new Map(), choices: new Map() };

const isEmpty = ({ edits, choices }: Batch): boolean => edits.size === 0 && choices.size === 0;

/** An earlier batch and what came after it as one; what the person saw first stays what they saw. */
const joined = (earlier: Batch, later: Batch): Batch => {
  const edits = new Map(earlier.edits);
  for (const [path, { value, seen }] of later.edits) {
    const before = edits.get(path);
    edits.set(path, { value, seen: before ? before.seen : seen });
  }
  return { edits, choices: new Map([...earlier.choices, ...later.choices]) };
};

const applyBatch = (state: DocumentState, { edits, choices }: Batch, now: number): DocumentState => {
  let next = edits.size > 0 ? applyEdits(state, edits, now) : state;
  for (const [path, keep] of choices) next = settleConflict(next, path, keep, now);
  return next;
};

/**
 * An open document. What is on the screen = what is durable, overlaid by the batch that is being written,
 * overlaid by the one that waits. One write at a time; a write that fails joins what waits.
 */
export class EditingSession implements DocumentSession {
  readonly id: DocId;
  readonly #parts: SessionParts;
  readonly #listeners = new Set<() => void>();
  readonly #unsubscribe: () => void;
  readonly #answers: RecentAnswers;
  #template: Template;
  #durable: DocumentState;
  #waiting: Batch = nothing;
  #writing: Batch = nothing;
  #inFlight: Promise<void> | null = null;
  #failure: Failure | null = null;
  #unsavedSince = 0;
  #reloads = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #snapshot: SessionSnapshot;

  constructor(state: DocumentState, parts: SessionParts) {
    this.id = state.id;
    this.#template = parts.template;
    this.#parts = parts;
    this.#answers = parts.space.answers.of(state.id);
    this.#durable = state;
    this.#snapshot = this.#look();
    this.#unsubscribe = parts.space.events.subscribe((changed) => {
      // A write of ours ends by looking at the newest state anyway.
      if (changed.includes(this.id) && this.#inFlight === null) void this.#reload();
    });
  }

  /** Another one after an upgrade, here or elsewhere. */
  get template(): Template {
    return this.#template;
  }

  readonly recall: Recall = (about, text, work) => this.#answers.recall(about, text, work);

  getSnapshot = (): SessionSnapshot => this.#snapshot;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(
    path: FieldPath,
    value: FieldValue | undefined,
    shown: { readonly value: FieldValue | undefined } = { value: this.#snapshot.values[path] },
  ): boolean {
    // A value that the store's schema refuses would make the whole row unreadable later.
    const isKept = value === undefined || fieldValueSchema.safeParse(value).success;
    if (isKept) this.#edit(new Map([[path, { value, seen: shown.value }]]));
    return isKept && !this.#snapshot.readOnly;
  }

  setAll(changes: Values, shown: Values = new Map()): boolean {
    const areKept = [...changes.values()].every(
      (value) => value === undefined || fieldValueSchema.safeParse(value).success,
    );
    if (areKept) this.#change([...changes], shown);
    return areKept && !this.#snapshot.readOnly;
  }

  makeItem(): ItemId {
    return makeItemId(this.#parts.random);
  }

  addFile(field: FieldPath, attachment: Attachment): void {
    this.#change(attachmentValues(field, attachment));
  }

  addItem(list: FieldPath): ItemId {
    const item = this.makeItem();
    this.#change([
      [itemPath(list, item), true],
      [positionPath(list, item), positionAtEnd(this.#snapshot.values, list)],
    ]);
    return item;
  }

  removeItem(list: FieldPath, item: ItemId): void {
    this.clear(pathsWithin(this.#snapshot.values, itemPath(list, item)));
  }

  clear(paths: readonly FieldPath[]): void {
    this.#change(paths.map((path) => [path, undefined]));
  }

  moveItem(list: FieldPath, item: ItemId, by: number): void {
    this.#change(positionsAfterMove(this.#snapshot.values, list, item, by));
  }

  settle(path: FieldPath, keep: Choice): void {
    this.#add({ edits: new Map(), choices: new Map([[path, keep]]) });
    void this.flush();
  }

  async flush(): Promise<void> {
    this.#stopTimer();
    for (;;) {
      if (this.#inFlight !== null) await this.#inFlight;
      else if (isEmpty(this.#waiting)) return;
      else {
        this.#inFlight = this.#write();
        await this.#inFlight;
        // The next try has its own timer.
        if (this.#failure !== null) return;
      }
    }
  }

  async close(): Promise<void> {
    await this.flush();
    this.#stopTimer();
    this.#unsubscribe();
  }

  #change(
    changes: readonly (readonly [FieldPath, FieldValue | undefined])[],
    shown: Values = new Map(),
  ): void {
    const { values } = this.#snapshot;
    const seenAt = (path: FieldPath) => (shown.has(path) ? shown.get(path) : values[path]);
    this.#edit(new Map(changes.map(([path, value]) => [path, { value, seen: seenAt(path) }])));
  }

  #edit(edits: Edits): void {
    const { values, readOnly } = this.#snapshot;
    if (readOnly || [...edits].every(([path, { value }]) => sameValue(values[path], value))) return;
    this.#add({ edits, choices: new Map() });
    this.#timer ??= setTimeout(() => void this.flush(), saveAfterMs);
  }

  #add(batch: Batch): void {
    if (isEmpty(this.#waiting) && isEmpty(this.#writing)) this.#unsavedSince = Date.now();
    this.#waiting = joined(this.#waiting, batch);
    this.#tell();
  }

  /** Writes what waits; only `flush` calls it, and only while no other write is under way. */
  async #write(): Promise<void> {
    const batch = this.#waiting;
    this.#waiting = nothing;
    this.#writing = batch;
    const { documents, sync } = this.#parts.space;
    let before = this.#durable;
    const written = await tryStore(() =>
      documents.update(this.id, (state) => {
        before = state ?? before;
        return state && applyBatch(state, batch, Date.now());
      }),
    );
    this.#writing = nothing;
    this.#inFlight = null;
    if (written.ok && written.value !== undefined) {
      void noteWork(this.#parts.space, before, this.template, Date.now());
      this.#durable = written.value;
      this.#failure = null;
      sync?.noteEdit();
    } else {
      // A document that is no longer there was not deleted by anybody: the store was reset under us.
      this.#failure = written.ok ? { code: 'store-unopenable' } : written.error;
      this.#waiting = joined(batch, this.#waiting);
      this.#timer ??= setTimeout(() => void this.flush(), retryAfterMs);
    }
    this.#tell();
    void this.#reload();
  }

  #stopTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  /** Somebody else wrote this document: the engine, or another window. */
  async #reload(): Promise<void> {
    this.#reloads += 1;
    const turn = this.#reloads;
    const read = await tryStore(() => this.#parts.space.documents.read(this.id));
    // A slow read must not put back what a later one, or a write, has brought meanwhile.
    if (turn !== this.#reloads || this.#inFlight !== null) return;
    if (!read.ok || read.value === undefined || read.value === this.#durable) return;
    this.#durable = read.value;
    this.#tell();
  }

  #saveState(): SaveState {
    if (this.#failure !== null) return { state: 'failed', failure: this.#failure };
    return isEmpty(this.#waiting) && isEmpty(this.#writing)
      ? { state: 'saved', at: this.#durable.savedAt }
      : { state: 'saving', since: this.#unsavedSince };
  }

  #look(): SessionSnapshot {
    const state = this.#durable;
    const { resources } = this.#parts.space.templates;
    const form = resources.find(state.template);
    this.#template = form ?? this.#template;
    const edited = withEdits(state.local, joined(this.#writing, this.#waiting).edits);
    const values = keepParts(this.#snapshot?.values ?? edited, edited);
    this.#answers.nextRound();
    const findings = validate(this.#template, values, this.#parts.vocabulary, this.recall);
    return {
      values,
      findings,
      completeness: completenessOf(this.#template, values, findings),
      conflicts: state.conflicts.map((path) => ({
        path,
        mine: values[path],
        theirs: theirsOf(state, path),
        isHanded: state.handed?.[path] !== undefined,
        origin: state.origins[path],
      })),
      save: this.#saveState(),
      summary: summarize({ ...state, local: values }, this.#template, findings),
      threads: commentThreads(state.comments),
      since: sinceSubmitted(state.submitted, values),
      members: state.members,
      memberSteps: state.memberSteps,
      role: state.role,
      endorsements: state.endorsements,
      former: formerFields(this.#template, resources.earlier(this.#template), values),
      readOnly:
        // Somebody upgraded it to a form that this app does not have: it would be shown with wrong fields.
        form === undefined ||
        state.submission !== null ||
        isClosed(state.stage) ||
        !canEdit(state.role) ||
        state.presence.at !== 'here',
    };
  }

  #tell(): void {
    const { values, ...rest } = this.#look();
    this.#snapshot = { ...keepEqual<Omit<SessionSnapshot, 'values'>>(this.#snapshot, rest), values };
    for (const listener of [...this.#listeners]) listener();
  }
}
