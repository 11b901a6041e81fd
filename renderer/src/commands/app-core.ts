import { assert } from '#shared/assert.ts';
import type { DocId, RandomBytes } from '#shared/domain/ids.ts';
import type { Failure } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { DocumentState } from '#shared/sync/document-state.ts';
import type { CopyMaterial } from './copy-makers.ts';
import type { DocumentSession } from './document-session.ts';
import { EditingSession } from './editing-session.ts';
import { tryStore } from './explain-failure.ts';
import { ExternalStore } from './external-store.ts';
import { OpenDocuments } from './open-documents.ts';
import { type Preferences, preferencesSchema } from './profile.ts';
import type { Resources, TextLanguages } from './resources.ts';
import type { Space } from './space.ts';
import { SpaceGate, type SpaceGateParts } from './space-gate.ts';

export type DeskAppParts = SpaceGateParts & {
  /** Called at the start, before anything that needs them is shown; for all languages, when they are needed. */
  readonly loadResources: (texts: TextLanguages) => Promise<Resources>;
  /** The house template of a kind for Word. */
  readonly wordTemplate: CopyMaterial['wordTemplate'];
  readonly random: RandomBytes;
  readonly now: () => number;
  readonly firstPreferences: Preferences;
};

/** What every command works on: the space and the documents that are open, the forms, the person's preferences. */
export class AppCore {
  readonly parts: DeskAppParts;
  readonly gate: SpaceGate;
  readonly preferences: ExternalStore<Preferences>;
  /** The documents that are open in a room, the newest last. */
  readonly documents = new OpenDocuments();
  #builtIn: Resources | null = null;

  constructor(parts: DeskAppParts) {
    this.parts = parts;
    this.gate = new SpaceGate(parts, this.documents);
    const kept = parts.settings.read('preferences', preferencesSchema);
    this.preferences = new ExternalStore(kept ?? parts.firstPreferences);
  }

  async begin(): Promise<void> {
    await this.gate.begin(
      this.parts.loadResources('screens').then((resources) => {
        this.#builtIn = resources;
      }),
    );
  }

  /**
   * The templates and lists in the languages of the screens, with the forms of the open space; there before
   * Welcome or a space is shown.
   */
  get resources(): Resources {
    assert(this.#builtIn, 'the gate waits for the resources');
    return this.gate.space.get()?.templates.resources ?? this.#builtIn;
  }

  /** The same in the six languages. */
  async wholeResources(): Promise<Resources> {
    const builtIn = await this.parts.loadResources('all');
    return builtIn.with(this.space.templates.state.get().fromNetwork);
  }

  /** The open space. A command runs only while there is one. */
  get space(): Space {
    return this.gate.open();
  }

  /**
   * Opens a document for editing; one that is open already is shared. undefined: there is none of that id.
   * A document of a form that is not here is refused: it would be shown with wrong fields.
   */
  async openDocument(id: DocId): Promise<Result<DocumentSession | undefined, Failure>> {
    const { space } = this;
    const read = await tryStore(() => space.documents.read(id));
    const open = this.documents.share(id);
    if (open !== undefined) return ok(open);
    if (!read.ok || read.value === undefined) return read.ok ? ok(undefined) : read;
    const { template: ref } = read.value;
    const found = await tryStore(() => space.templates.find(ref));
    if (!found.ok) return found;
    const template = found.value;
    if (template === undefined) return err(space.templates.obstacle(ref));
    const { vocabulary } = this.resources;
    const parts = { space, template, vocabulary, random: this.parts.random };
    return ok(this.documents.add(new EditingSession(read.value, parts)));
  }

  /** Writes what any open document still holds back; before the window hides or closes. */
  async flush(): Promise<void> {
    await this.documents.flush();
  }

  /** Saves first. A failure: what is on the screen is not on the disk, and a command would take something else. */
  async unsaved(id: DocId): Promise<Failure | null> {
    await this.flush();
    return this.documents.failureOf(id);
  }

  /** One step of one document that nothing can refuse but the store. */
  async step(id: DocId, step: (state: DocumentState) => DocumentState): Promise<Result<void, Failure>> {
    await this.flush();
    const { documents, sync } = this.space;
    const written = await tryStore(() => documents.update(id, (state) => state && step(state)));
    if (!written.ok) return written;
    sync?.noteEdit();
    return ok(undefined);
  }
}
