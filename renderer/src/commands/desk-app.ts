import { CarriedRepository } from '#renderer/data/carried-repository.ts';
import { assert } from '#shared/assert.ts';
import type { Attachment } from '#shared/domain/attachment.ts';
import type { DocKind } from '#shared/domain/document.ts';
import type { FieldPath } from '#shared/domain/field-path.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import {
  type ClientId,
  type CommentId,
  type DocId,
  type InvitationId,
  makeCommentId,
  makeDocId,
  makeInvitationId,
  type RandomBytes,
} from '#shared/domain/ids.ts';
import { longestComment, longestQuote } from '#shared/domain/review.ts';
import { type TemplateField, templateRefOf } from '#shared/domain/template.ts';
import type { Failure } from '#shared/errors.ts';
import type { CalendarDay } from '#shared/export/calendar-file.ts';
import type { DocumentDraft, ImportError } from '#shared/import/import-result.ts';
import type { DecimalSign } from '#shared/import/read-amount.ts';
import type { ImportPreview } from '#shared/import/read-import.ts';
import type { PieceChoices } from '#shared/import/word-draft.ts';
import type { MenuCommand } from '#shared/ipc/channels.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { addComment } from '#shared/sync/comments.ts';
import { type DocumentState, newDocument } from '#shared/sync/document-state.ts';
import { addMemberStep, dropMemberStep } from '#shared/sync/members.ts';
import { bin, copyAs, putBack } from '#shared/sync/presence.ts';
import { takeBack } from '#shared/sync/submission.ts';
import { upgradeTemplate } from '#shared/sync/template-upgrade.ts';
import type { About } from './about.ts';
import type { AppState, SpaceKind } from './app-state.ts';
import {
  type ImportAs,
  type Made,
  makeDrafts,
  readFile,
  takeBackDrafts,
  wordDraft,
} from './bring-in/bring-in.ts';
import type {
  BundleChoice,
  BundlePlan,
  BundleRefusal,
  BundleSaving,
  BundleTake,
  BundleTaken,
  BundleWatch,
  OpenedBundle,
} from './bundle/bundle-view.ts';
import type { BundleMade } from './bundle/space-bundles.ts';
import type { Commands } from './commands.ts';
import { type Copy, copyOf, copyOfAll } from './copies.ts';
import type { CopyChoice, CopyFormat, CopyOutcome, PartlySaved } from './copy-choice.ts';
import type { CopyMaterial } from './copy-makers.ts';
import { saveDeadline } from './deadline-file.ts';
import type { DocumentSession } from './document-session.ts';
import { openUpdate, valuesAbout, valuesAboutElsewhere } from './documents-about.ts';
import { EditingSession } from './editing-session.ts';
import { tryStore } from './explain-failure.ts';
import { ExternalStore } from './external-store.ts';
import {
  addFile,
  bytesOfFile,
  type ChosenFile,
  type FileRefusal,
  type FileView,
  watchFiles,
} from './files.ts';
import { firstValues } from './first-values.ts';
import { keepAsked, keepVersion, restoreVersion } from './history.ts';
import type { KeptVersion } from './kept-version.ts';
import type { MemberChange } from './member-change.ts';
import type { NewComment } from './new-comment.ts';
import { OpenDocuments } from './open-documents.ts';
import { type Preferences, type Profile, preferencesSchema } from './profile.ts';
import type { Resources } from './resources.ts';
import type { Space } from './space.ts';
import { SpaceGate, type SpaceGateParts } from './space-gate.ts';
import { submitDocument } from './submit-document.ts';
import type { Watch } from './watch.ts';

export type DeskAppParts = SpaceGateParts & {
  /** Called once, before anything that needs them is shown. */
  readonly loadResources: () => Promise<Resources>;
  /** The house template of a kind for Word. */
  readonly wordTemplate: CopyMaterial['wordTemplate'];
  readonly random: RandomBytes;
  readonly now: () => number;
  readonly firstPreferences: Preferences;
};

/** The running app: its state, its open space, and every command. */
export class DeskApp implements Commands {
  readonly state: ExternalStore<AppState>;
  readonly space: ExternalStore<Space | null>;
  readonly profile: ExternalStore<Profile>;
  readonly preferences: ExternalStore<Preferences>;
  /** The documents that are open in a room, the newest last. */
  readonly #documents = new OpenDocuments();
  readonly sessions = this.#documents.sessions;
  readonly #gate: SpaceGate;
  readonly #parts: DeskAppParts;
  #resources: Resources | null = null;

  constructor(parts: DeskAppParts) {
    this.#parts = parts;
    this.#gate = new SpaceGate(parts, this.#documents);
    ({ state: this.state, space: this.space, profile: this.profile } = this.#gate);
    const kept = parts.settings.read('preferences', preferencesSchema);
    this.preferences = new ExternalStore(kept ?? parts.firstPreferences);
  }

  /** The templates and lists; there from `begin` on. */
  get resources(): Resources {
    assert(this.#resources, 'begin has loaded the resources');
    return this.#resources;
  }

  async begin(): Promise<void> {
    this.#resources = await this.#parts.loadResources();
    await this.#gate.begin();
  }

  start(kind: SpaceKind, profile: Profile): Promise<Result<void, Failure>> {
    return this.#gate.start(kind, profile);
  }

  unlock(passphrase: string): Promise<boolean> {
    return this.#gate.unlock(passphrase);
  }

  retryStart(): Promise<void> {
    return this.#gate.retryStart();
  }

  restoreStore(): Promise<Result<void, Failure>> {
    return this.#gate.restoreStore();
  }

  switchSpace(kind: SpaceKind): Promise<Result<void, Failure>> {
    return this.#gate.switchSpace(kind);
  }

  saveProfile(profile: Profile): Promise<Result<void, Failure>> {
    return this.#gate.saveProfile(profile);
  }

  setPassphrase(passphrase: string | null): Promise<boolean> {
    return this.#gate.setPassphrase(passphrase);
  }

  setServer(url: string): Promise<Result<string, 'not-a-url' | 'not-https'>> {
    return this.#gate.setServer(url);
  }

  setPreferences(change: Partial<Preferences>): void {
    const preferences = { ...this.preferences.get(), ...change };
    this.#parts.settings.write('preferences', preferences);
    this.preferences.set(preferences);
  }

  readImport(file: File, as: ImportAs, watch: Watch): Promise<Result<ImportPreview, ImportError>> {
    return readFile(this.resources, file, as, watch);
  }

  wordDraft(
    name: string,
    preview: Extract<ImportPreview, { what: 'word' }>,
    choices: PieceChoices,
    decimal: DecimalSign | null,
  ): Promise<Result<DocumentDraft, ImportError>> {
    return wordDraft(this.resources, name, preview, choices, decimal);
  }

  makeDrafts(drafts: readonly DocumentDraft[], watch: Watch): Promise<Made> {
    return makeDrafts(this.#gate.open(), drafts, watch, this.#parts.now, this.#parts.random);
  }

  takeBackDrafts(ids: readonly DocId[]): Promise<Result<number, Failure>> {
    return takeBackDrafts(this.#gate.open(), ids, this.#parts.now);
  }

  createDocument(kind: DocKind): Promise<Result<DocId, Failure>> {
    return this.#create(kind, {});
  }

  async beginAbout(kind: 'pledge' | 'pledge-update', about: DocId | null): Promise<Result<DocId, Failure>> {
    const form = this.resources.newest(kind);
    if (about === null) return this.#create(kind, valuesAboutElsewhere(form, 'pledge'));
    const { documents } = this.#gate.open().index.getSnapshot() ?? { documents: [] };
    const summary = documents.find(({ id }) => id === about);
    if (summary === undefined) return err({ code: 'not-found' });
    const open = kind === 'pledge-update' ? openUpdate(documents, about) : undefined;
    return open ? ok(open.id) : this.#create(kind, valuesAbout(form, summary));
  }

  async upgradeTemplate(id: DocId): Promise<Result<void, Failure>> {
    await this.flush();
    const now = this.#parts.now();
    const space = this.#gate.open();
    const read = await tryStore(() => space.documents.read(id));
    if (!read.ok) return read;
    if (read.value !== undefined) {
      const to = templateRefOf(this.resources.newest(read.value.kind));
      const cause = { kind: 'before-upgrade', to } as const;
      await keepVersion(space, read.value, this.resources.find(read.value.template), { cause, at: now });
    }
    return this.#step(id, (state) =>
      upgradeTemplate(state, templateRefOf(this.resources.newest(state.kind)), now),
    );
  }

  /** A new document with the person's own data, and over it `given`. */
  async #create(kind: DocKind, given: FieldMap): Promise<Result<DocId, Failure>> {
    const { documents, sync } = this.#gate.open();
    const template = this.resources.newest(kind);
    const now = this.#parts.now();
    const id = makeDocId(now, this.#parts.random);
    const values = {
      ...firstValues(template, this.profile.get(), this.preferences.get().language),
      ...given,
    };
    const state = newDocument(id, kind, templateRefOf(template), values, now);
    const created = await tryStore(() => documents.update(id, () => state));
    if (!created.ok) return created;
    sync?.noteEdit();
    return ok(id);
  }

  /**
   * Opens a document for editing; one that is open already is shared. undefined: there is none of that id.
   * A document of a form that this version does not have is refused: it would be shown with wrong fields.
   */
  async openDocument(id: DocId): Promise<Result<DocumentSession | undefined, Failure>> {
    const space = this.#gate.open();
    const read = await tryStore(() => space.documents.read(id));
    const open = this.#documents.share(id);
    if (open !== undefined) return ok(open);
    if (!read.ok || read.value === undefined) return read.ok ? ok(undefined) : read;
    const template = this.resources.find(read.value.template);
    if (template === undefined) return err({ code: 'schema-unsupported' });
    const { random } = this.#parts;
    const { vocabulary } = this.resources;
    const parts = { space, template, forms: this.resources, vocabulary, random };
    const session = new EditingSession(read.value, parts);
    return ok(this.#documents.add(session));
  }

  /** Lets go of a document. One that could not be saved stays open and goes on trying. */
  closeDocument(session: DocumentSession): Promise<void> {
    return this.#documents.release(session);
  }

  /** Writes what any open document still holds back; before the window hides or closes. */
  async flush(): Promise<void> {
    await this.#documents.flush();
  }

  async submit(id: DocId): Promise<Result<void, Failure>> {
    await this.flush();
    // What is on the screen is not on the disk: it would hand over something else than the person sees.
    const unsaved = this.#documents.failureOf(id);
    if (unsaved !== null) return err(unsaved);
    return submitDocument(this.#gate.open(), this.resources, id, this.#parts);
  }

  async keepVersion(id: DocId, name: string | null): Promise<Result<KeptVersion, Failure>> {
    await this.flush();
    const unsaved = this.#documents.failureOf(id);
    if (unsaved !== null) return err(unsaved);
    return keepAsked(this.#gate.open(), id, this.resources, name, this.#parts.now());
  }

  async nameVersion(id: DocId, seq: number, name: string | null): Promise<Result<void, Failure>> {
    const named = await tryStore(() => this.#gate.open().versions.rename(id, seq, name));
    return named.ok ? named.value : named;
  }

  async restoreVersion(
    { id, template }: DocumentSession,
    seq: number,
    field: FieldPath | null,
  ): Promise<Result<void, Failure>> {
    await this.flush();
    const unsaved = this.#documents.failureOf(id);
    if (unsaved !== null) return err(unsaved);
    return restoreVersion(this.#gate.open(), id, seq, template, field, this.#parts.now);
  }

  async takeBack(id: DocId): Promise<Result<'taken' | 'asked', Failure>> {
    const { documents } = this.#gate.open();
    const written = await tryStore(() => documents.update(id, (state) => state && takeBack(state)));
    if (!written.ok) return written;
    this.space.get()?.sync?.wake();
    return ok(written.value?.submission ? 'asked' : 'taken');
  }

  async comment(
    id: DocId,
    { path, quote, thread, text, resolves }: NewComment,
  ): Promise<Result<void, Failure>> {
    const space = this.#gate.open();
    const now = this.#parts.now();
    const draft = {
      id: makeCommentId(now, this.#parts.random),
      path,
      quote: quote === null ? null : quote.slice(0, longestQuote),
      replyTo: thread as CommentId | null,
      text: text.trim().slice(0, longestComment).toWellFormed(),
      resolves,
    };
    const written = await tryStore(() =>
      space.documents.update(
        id,
        (state) => state && addComment(state, { ...draft, round: state.round }, now),
      ),
    );
    if (!written.ok) return written;
    space.sync?.noteEdit();
    return ok(undefined);
  }

  changeMembers(id: DocId, change: MemberChange): Promise<Result<void, Failure>> {
    const step = makeInvitationId(this.#parts.now(), this.#parts.random);
    return this.#step(id, (state) => addMemberStep(state, { ...change, id: step }));
  }

  forgetMemberStep(id: DocId, step: InvitationId): Promise<Result<void, Failure>> {
    return this.#step(id, (state) => dropMemberStep(state, step));
  }

  async ownAccount(): Promise<string | null> {
    return (await this.space.get()?.sync?.ownAccount()) ?? null;
  }

  allowRemoval(): void {
    this.space.get()?.sync?.allowRemoval();
  }

  bin(id: DocId): Promise<Result<void, Failure>> {
    return this.#step(id, (state) => bin(state, this.#parts.now()));
  }

  putBack(id: DocId): Promise<Result<void, Failure>> {
    return this.#step(id, (state) => putBack(state, this.#parts.now()));
  }

  async restoreAsCopy(id: DocId): Promise<Result<DocId, Failure>> {
    const { documents, sync } = this.#gate.open();
    const now = this.#parts.now();
    const copy = makeDocId(now, this.#parts.random);
    const made = await tryStore(async () => {
      const state = await documents.read(id);
      if (state !== undefined) await documents.update(copy, () => copyAs(state, copy, now));
      return state !== undefined;
    });
    if (!made.ok) return made;
    if (!made.value) return err({ code: 'not-found' });
    sync?.noteEdit();
    return ok(copy);
  }

  /** One step of one document that nothing can refuse but the store. */
  async #step(id: DocId, step: (state: DocumentState) => DocumentState): Promise<Result<void, Failure>> {
    await this.flush();
    const { documents, sync } = this.#gate.open();
    const written = await tryStore(() => documents.update(id, (state) => state && step(state)));
    if (!written.ok) return written;
    sync?.noteEdit();
    return ok(undefined);
  }

  addFile(
    session: DocumentSession,
    field: Extract<TemplateField, { kind: 'attachments' }>,
    path: FieldPath,
    chosen: ChosenFile,
  ): Promise<Result<void, FileRefusal>> {
    return addFile(this.#gate.open(), session, field, path, chosen);
  }

  watchFiles(attachments: readonly Attachment[], listener: (files: readonly FileView[]) => void): () => void {
    return watchFiles(this.#gate.open(), attachments, listener);
  }

  fileBytes(attachment: Attachment): Promise<Result<Uint8Array<ArrayBuffer>, Failure>> {
    return bytesOfFile(this.#gate.open(), attachment);
  }

  async saveAttachment(attachment: Attachment): Promise<Result<'saved' | 'cancelled' | 'failed', Failure>> {
    const bytes = await this.fileBytes(attachment);
    if (!bytes.ok) return bytes;
    return ok((await this.#parts.shell.saveFile(attachment.name, bytes.value)).outcome);
  }

  saveDeadline(name: string, day: CalendarDay): Promise<'saved' | 'cancelled' | 'failed'> {
    return saveDeadline(this.#parts.shell, name, day, this.#parts.now());
  }

  async exportCopy(id: DocId): Promise<'saved' | 'cancelled' | 'failed'> {
    await this.flush();
    return this.#saveCopy(await copyOf(this.#gate.open(), this.#documents, this.resources, id));
  }

  async exportDocument(
    id: DocId,
    format: CopyFormat,
    choice: CopyChoice,
  ): Promise<CopyOutcome | PartlySaved> {
    await this.flush();
    const { shell, wordTemplate, now, random } = this.#parts;
    const { exportDocument } = await import('./export-document.ts');
    const parts = {
      shell,
      wordTemplate,
      random,
      fileBytes: async (attachment: Attachment) => {
        const bytes = await this.fileBytes(attachment);
        return bytes.ok ? bytes.value : null;
      },
      space: this.#gate.open(),
      open: this.#documents,
      resources: this.resources,
      country: this.profile.get().country,
      language: this.preferences.get().language,
      report: reportError,
      now: now(),
    };
    return exportDocument(parts, id, format, choice);
  }

  async exportRegister(ids: readonly DocId[], withContacts: boolean, watch: Watch): Promise<CopyOutcome> {
    await this.flush();
    const { exportRegister } = await import('./export-register.ts');
    return exportRegister(this.#partsForMany(), ids, withContacts, watch);
  }

  async exportFiles(
    ids: readonly DocId[],
    ending: 'docx' | 'pdf',
    withContacts: boolean,
    watch: Watch,
  ): Promise<CopyOutcome> {
    await this.flush();
    const [{ exportFiles }, { startWordMaking }, { pdfMaking }] = await Promise.all([
      import('./export-files.ts'),
      import('./word-making.ts'),
      import('./pdf-making.ts'),
    ]);
    const { shell, wordTemplate } = this.#parts;
    const making = () =>
      ending === 'docx' ? startWordMaking(wordTemplate) : pdfMaking(shell, this.profile.get().country);
    return exportFiles({ ...this.#partsForMany(), ending, making }, ids, withContacts, watch);
  }

  #partsForMany() {
    return {
      shell: this.#parts.shell,
      space: this.#gate.open(),
      open: this.#documents,
      resources: this.resources,
      language: this.preferences.get().language,
      country: this.profile.get().country,
      report: reportError,
      now: this.#parts.now(),
    };
  }

  get makesPdf(): boolean {
    return this.#parts.shell.pdf !== null;
  }

  async exportAll(): Promise<'saved' | 'cancelled' | 'failed'> {
    await this.flush();
    return this.#saveCopy(await copyOfAll(this.#gate.open(), this.#documents, this.#parts.now()));
  }

  async planBundle(docs: readonly DocId[], withHistory: boolean): Promise<Result<BundlePlan, Failure>> {
    const { planBundle } = await import('./bundle/make-bundle.ts');
    return planBundle(this.#gate.open(), this.profile.get(), docs, withHistory);
  }

  async exportBundle(choice: BundleChoice): Promise<void> {
    const { bundles } = this.#gate.open();
    bundles.made.set(null);
    bundles.made.set(await bundles.making.run('gathering', (watch) => this.#makeBundle(choice, watch)));
  }

  noteMadeSeen(): void {
    this.#gate.open().bundles.made.set(null);
  }

  async #makeBundle(choice: BundleChoice, watch: BundleWatch): Promise<BundleMade> {
    await this.flush();
    const { makeBundle } = await import('./bundle/make-bundle.ts');
    const { workInWorker: work } = await import('./bundle/work-in-worker.ts');
    const { shell, now } = this.#parts;
    const { version } = await shell.info();
    const name = `hand-over-${new Date(now()).toISOString().slice(0, 10)}.deskbundle`;
    const save = async (parts: readonly Uint8Array[]): Promise<BundleSaving> => {
      const bytes = new Uint8Array(await new Blob(parts as Uint8Array<ArrayBuffer>[]).arrayBuffer());
      return (await shell.saveFile(name, bytes)).outcome;
    };
    const maker = { profile: this.profile.get(), resources: this.resources, appVersion: version, work, save };
    const made = await makeBundle(this.#gate.open(), maker, choice, now(), watch);
    return made.ok ? ok({ outcome: made.value, name }) : made;
  }

  async openBundle(
    bytes: Uint8Array,
    passphrase: string | null,
    watch: BundleWatch,
  ): Promise<Result<OpenedBundle, BundleRefusal> | null> {
    await this.flush();
    const { openBundleFile } = await import('./bundle/take-bundle.ts');
    const { workInWorker: work } = await import('./bundle/work-in-worker.ts');
    const file = { bytes, passphrase, work };
    return openBundleFile(this.#gate.open(), this.resources, file, watch);
  }

  async takeBundle(take: BundleTake): Promise<BundleTaken> {
    const space = this.#gate.open();
    const taken = await space.bundles.taking.run('taking', async (watch) => {
      await this.flush();
      const { takeBundle } = await import('./bundle/take-bundle.ts');
      return takeBundle(space, this.resources, take, this.#parts.now(), watch);
    });
    space.bundles.outcome.set({ preview: take.opened.preview, taken });
    return taken;
  }

  noteOutcomeSeen(): void {
    this.#gate.open().bundles.outcome.set(null);
  }

  forgetCarried(doc: DocId, client: ClientId): Promise<Result<void, Failure>> {
    const { meta, events } = this.#gate.open();
    return tryStore(async () => {
      await new CarriedRepository(meta).drop(doc, client);
      events.committed([doc]);
    });
  }

  retryCarried(doc: DocId, client: ClientId): Promise<Result<void, Failure>> {
    const { meta, events, sync } = this.#gate.open();
    return tryStore(async () => {
      await new CarriedRepository(meta).retry(doc, client);
      events.committed([doc]);
      sync?.wake();
    });
  }

  sendNow(): void {
    const sync = this.space.get()?.sync;
    if (sync?.getSnapshot().state === 'paused') sync.start();
    else sync?.wake();
  }

  pauseSync(): void {
    this.space.get()?.sync?.stop();
  }

  resumeSync(): void {
    this.space.get()?.sync?.start();
  }

  openExternal(url: string): Promise<boolean> {
    return this.#parts.shell.openExternal(url);
  }

  async about(): Promise<About> {
    const { shell } = this.#parts;
    return { ...(await shell.info()), edition: shell.kind, canSetPassphrase: shell.canSetPassphrase };
  }

  onMenuCommand(listener: (command: MenuCommand) => void): () => void {
    return this.#parts.shell.onMenuCommand(listener);
  }

  async #saveCopy(copy: Copy | null): Promise<'saved' | 'cancelled' | 'failed'> {
    if (copy === null) return 'failed';
    const bytes = new TextEncoder().encode(`${JSON.stringify(copy.content, null, 2)}\n`);
    return (await this.#parts.shell.saveFile(copy.name, bytes)).outcome;
  }
}
