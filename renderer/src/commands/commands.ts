import type { Attachment } from '#shared/domain/attachment.ts';
import type { DocKind } from '#shared/domain/document.ts';
import type { FieldPath } from '#shared/domain/field-path.ts';
import type { ClientId, DocId, InvitationId } from '#shared/domain/ids.ts';
import type { TemplateField } from '#shared/domain/template.ts';
import type { Failure } from '#shared/errors.ts';
import type { CalendarDay } from '#shared/export/calendar-file.ts';
import type { DocumentDraft, ImportError } from '#shared/import/import-result.ts';
import type { DecimalSign } from '#shared/import/read-amount.ts';
import type { ImportPreview } from '#shared/import/read-import.ts';
import type { PieceChoices } from '#shared/import/word-draft.ts';
import type { Result } from '#shared/result.ts';
import type { SpaceKind } from './app-state.ts';
import type { ImportAs, Made } from './bring-in/bring-in.ts';
import type {
  BundleChoice,
  BundlePlan,
  BundleRefusal,
  BundleTake,
  BundleTaken,
  BundleWatch,
  OpenedBundle,
} from './bundle/bundle-view.ts';
import type { CopyChoice, CopyFormat, CopyOutcome, PartlySaved } from './copy-choice.ts';
import type { DocumentSession } from './document-session.ts';
import type { ChosenFile, FileRefusal, FileView } from './files.ts';
import type { KeptVersion } from './kept-version.ts';
import type { MemberChange } from './member-change.ts';
import type { NewComment } from './new-comment.ts';
import type { Preferences, Profile } from './profile.ts';
import type { Watch } from './watch.ts';

/** The only way the screens change anything. Every command answers after the change is durable. */
export interface Commands {
  // desk-app.ts, space-gate.ts: the space, who writes in it, how it looks
  /** From Welcome: opens (or makes) a space and keeps the profile in it. */
  start(space: SpaceKind, profile: Profile): Promise<Result<void, Failure>>;
  /** From the lock screen; false when the passphrase is wrong. */
  unlock(passphrase: string): Promise<boolean>;
  /** After `blocked`: tries to open the store again. */
  retryStart(): Promise<void>;
  /** After `blocked` by a damaged store: removes it and fills a new one from the safety copy. */
  restoreStore(): Promise<Result<void, Failure>>;
  /** Refused, with the reason, while something on the screen could not be saved. */
  switchSpace(space: SpaceKind): Promise<Result<void, Failure>>;
  saveProfile(profile: Profile): Promise<Result<void, Failure>>;
  /** Puts a passphrase before the key of this space, or takes it away; false where the shell cannot. */
  setPassphrase(passphrase: string | null): Promise<boolean>;
  setServer(url: string): Promise<Result<string, 'not-a-url' | 'not-https'>>;
  setPreferences(change: Partial<Preferences>): void;
  openExternal(url: string): Promise<boolean>;

  // document-commands.ts
  createDocument(kind: DocKind): Promise<Result<DocId, Failure>>;
  /**
   * Begins a pledge that matches another one, or an update of it; where an update of it is open already, that one
   * is answered. null: a pledge that was written elsewhere, whose title and ID the form asks for.
   */
  beginAbout(kind: 'pledge' | 'pledge-update', about: DocId | null): Promise<Result<DocId, Failure>>;
  /** Takes a document over to the newest version of its form; nothing that was written is dropped. */
  upgradeTemplate(doc: DocId): Promise<Result<void, Failure>>;
  /** Puts a draft of one's own into the bin, or takes it out again. */
  bin(doc: DocId): Promise<Result<void, Failure>>;
  putBack(doc: DocId): Promise<Result<void, Failure>>;
  /** Makes a new document of what this laptop has of one that is gone. */
  restoreAsCopy(doc: DocId): Promise<Result<DocId, Failure>>;

  // version-commands.ts
  /** Saves, and keeps a version; without a change the newest one is answered, and named where a name is given. */
  keepVersion(doc: DocId, name: string | null): Promise<Result<KeptVersion, Failure>>;
  /** Names a version of a document, or takes its name away (null). */
  nameVersion(doc: DocId, seq: number, name: string | null): Promise<Result<void, Failure>>;
  /** Puts a version back, or one field of it: an edit like any other, with a version kept before and after it. */
  restoreVersion(
    session: DocumentSession,
    seq: number,
    field: FieldPath | null,
  ): Promise<Result<void, Failure>>;

  // review-commands.ts
  /** Takes the snapshot and puts the submission into the Outbox; errors of the checks are refused. */
  submit(doc: DocId): Promise<Result<void, Failure>>;
  /**
   * Takes a submission back: `taken` where it was never on the wire; else the Network is `asked` never to receive
   * it, and says whether it already has.
   */
  takeBack(doc: DocId): Promise<Result<'taken' | 'asked', Failure>>;
  /** Writes a comment; it is sent when there is a connection. */
  comment(doc: DocId, comment: NewComment): Promise<Result<void, Failure>>;
  /** Invites somebody, gives a role or takes it away; sent when there is a connection. */
  changeMembers(doc: DocId, change: MemberChange): Promise<Result<void, Failure>>;
  /** Forgets such a step before it is sent, or after it was refused. */
  forgetMemberStep(doc: DocId, step: InvitationId): Promise<Result<void, Failure>>;

  // file-commands.ts
  /** Checks a chosen file, keeps it on this laptop and adds it to a field. */
  addFile(
    session: DocumentSession,
    field: Extract<TemplateField, { kind: 'attachments' }>,
    path: FieldPath,
    chosen: ChosenFile,
  ): Promise<Result<void, FileRefusal>>;
  /** Tells where the bytes of files are, now and whenever that changes; answers how to stop. */
  watchFiles(attachments: readonly Attachment[], listener: (files: readonly FileView[]) => void): () => void;
  /** The bytes of a file, fetched from the Network where this laptop does not have them. */
  fileBytes(attachment: Attachment): Promise<Result<Uint8Array<ArrayBuffer>, Failure>>;
  /** Saves a file of a document under its name. */
  saveAttachment(attachment: Attachment): Promise<Result<'saved' | 'cancelled' | 'failed', Failure>>;

  // copy-commands.ts
  /** Saves a copy of a document as a JSON file of the person's choosing. */
  exportCopy(doc: DocId): Promise<'saved' | 'cancelled' | 'failed'>;
  /** `exportCopy` for every document of this space, as one file. */
  exportAll(): Promise<'saved' | 'cancelled' | 'failed'>;
  /** Makes a copy of what is on the screen in a format of the person's choosing: a file, or the print dialog. */
  exportDocument(doc: DocId, format: CopyFormat, choice: CopyChoice): Promise<CopyOutcome | PartlySaved>;
  /** Saves a table (CSV) of the documents, one row each, in this order. */
  exportRegister(docs: readonly DocId[], withContacts: boolean, watch: Watch): Promise<CopyOutcome>;
  /** Saves a Word file or a PDF of each of the documents, in one zip. PDF: only where `makesPdf`. */
  exportFiles(
    docs: readonly DocId[],
    ending: 'docx' | 'pdf',
    withContacts: boolean,
    watch: Watch,
  ): Promise<CopyOutcome>;
  /** True where a PDF is made without the print dialog. */
  readonly makesPdf: boolean;
  /** Saves a day as a calendar file (.ics) under a name. */
  saveDeadline(name: string, day: CalendarDay): Promise<'saved' | 'cancelled' | 'failed'>;

  // bring-in/bring-in-commands.ts
  /** Reads a file that the person wants to bring in; makes nothing of it yet. `kind`: null where nobody chose one. */
  readImport(file: File, as: ImportAs, watch: Watch): Promise<Result<ImportPreview, ImportError>>;
  /** The document that a Word file would make after the person's choices. */
  wordDraft(
    name: string,
    preview: Extract<ImportPreview, { what: 'word' }>,
    choices: PieceChoices,
    decimal: DecimalSign | null,
  ): Promise<Result<DocumentDraft, ImportError>>;
  /** Makes new documents of drafts: all of them, or none where it is stopped or one cannot be kept. */
  makeDrafts(drafts: readonly DocumentDraft[], watch: Watch): Promise<Made>;
  /** Puts documents that a batch made into the bin; answers how many. */
  takeBackDrafts(ids: readonly DocId[]): Promise<Result<number, Failure>>;

  // bundle/bundle-commands.ts
  /** What a bundle of these documents would hold. */
  planBundle(docs: readonly DocId[], withHistory: boolean): Promise<Result<BundlePlan, Failure>>;
  /** Makes a hand-over bundle, as a file of the person's choosing. What became of it stays to be told until `noteMadeSeen`. */
  exportBundle(choice: BundleChoice): Promise<void>;
  noteMadeSeen(): void;
  /** Verifies a bundle and compares it with this laptop; writes nothing. null where it was cancelled. */
  openBundle(
    bytes: Uint8Array,
    passphrase: string | null,
    watch: BundleWatch,
  ): Promise<Result<OpenedBundle, BundleRefusal> | null>;
  /** Takes chosen documents of a bundle over. What came of it stays to be told until `noteOutcomeSeen`. */
  takeBundle(take: BundleTake): Promise<BundleTaken>;
  noteOutcomeSeen(): void;
  /** Takes what a colleague handed over out of the Outbox: it is then not sent from here, or no longer shown. */
  forgetCarried(doc: DocId, client: ClientId): Promise<Result<void, Failure>>;
  /** Sends what a colleague handed over once more, after the Network had refused it. */
  retryCarried(doc: DocId, client: ClientId): Promise<Result<void, Failure>>;

  // sync-commands.ts
  /** Tries at once, whatever the next planned try. */
  sendNow(): void;
  pauseSync(): void;
  resumeSync(): void;
  /** Lets the documents go that the Network says are gone. */
  allowRemoval(): void;
  /** The account of this space at the Network; null before the first sign-in, and without a Network. */
  ownAccount(): Promise<string | null>;
}
