import type { DeskIndex } from '#renderer/data/desk-index.ts';
import type { DocumentRepository } from '#renderer/data/document-repository.ts';
import type { FileRepository } from '#renderer/data/file-repository.ts';
import type { Journal } from '#renderer/data/journal.ts';
import type { MetaRepository } from '#renderer/data/meta-repository.ts';
import type { Restored } from '#renderer/data/restore.ts';
import type { StoreEvents } from '#renderer/data/store-events.ts';
import type { VersionRepository } from '#renderer/data/version-repository.ts';
import type { SyncState } from '#renderer/sync/sync-state.ts';
import type { Attachment } from '#shared/domain/attachment.ts';
import type { CivilDay } from '#shared/domain/civil-day.ts';
import type { AnswersByDocument } from '#shared/domain/recall.ts';
import type { Failure } from '#shared/errors.ts';
import type { Protection } from '#shared/ipc/channels.ts';
import type { Result } from '#shared/result.ts';
import type { SpaceKind } from './app-state.ts';
import type { SpaceBundles } from './bundle/space-bundles.ts';
import type { ExternalStore } from './external-store.ts';
import type { SpaceTemplates } from './templates/space-templates.ts';

/** The engine of a space, as commands and hooks see it. */
export interface SyncControl {
  getSnapshot(): SyncState;
  subscribe(listener: () => void): () => void;
  start(): void;
  stop(): void;
  wake(): void;
  noteEdit(): void;
  nudge(): void;
  lost(): void;
  allowRemoval(): void;
  /** Whose documents these are at the Network; null before the first sign-in. */
  ownAccount(): Promise<string | null>;
  /** Under which name and in which Network this laptop counts its elements. */
  identity(): Promise<{
    readonly account: string | null;
    readonly clientId: string;
    readonly epoch: string | null;
  }>;
  /** How far the file that is being sent has come; null while none is. */
  getUpload(): { readonly sha256: string; readonly sentBytes: number; readonly totalBytes: number } | null;
  /** Days of the Steering Committee's meetings, as the Network told them last. */
  getMeetings(): readonly CivilDay[];
  /** Fetches a file from the Network and keeps it. `hash`: lower-case hex of the sha256. */
  fetchFile(
    file: Omit<Attachment, 'name'>,
    hash: (bytes: Uint8Array<ArrayBuffer>) => Promise<string>,
  ): Promise<Result<void, Failure>>;
}

/** An open space: its store, its list, and its engine where it has a Network. */
export type Space = {
  readonly kind: SpaceKind;
  /** Of its store, journal and key on this laptop. */
  readonly name: string;
  readonly key: Uint8Array;
  readonly protection: Protection;
  readonly documents: DocumentRepository;
  readonly index: DeskIndex;
  readonly meta: MetaRepository;
  readonly files: FileRepository;
  readonly versions: VersionRepository;
  /** The forms that its documents are of. */
  readonly templates: SpaceTemplates;
  /** Why the last version could not be kept; null while all is well. The documents themselves are saved all the same. */
  readonly historyTrouble: ExternalStore<Failure | null>;
  readonly bundles: SpaceBundles;
  readonly events: StoreEvents;
  /** What the checks worked out of the texts of its documents: it goes with the space. */
  readonly answers: AnswersByDocument;
  /** null where there is no place for a safety copy. */
  readonly journal: Journal | null;
  /** What came back from the safety copy at this start; null where nothing had to. */
  readonly restored: Restored | null;
  /** null for "Just write". */
  readonly sync: SyncControl | null;
  readonly close: () => void;
};
