import { Dexie, type Table } from 'dexie';
import type { DocKind, ServerStage } from '#shared/domain/document.ts';
import type { DocId, SubmissionId } from '#shared/domain/ids.ts';
import type { TemplateRef } from '#shared/domain/template.ts';
import { migrate, storeVersion } from './migrations.ts';
import { NewerStoreError } from './store-failure.ts';

/** In the clear: only ids, kind, stage, times and flags. Everything else is in the sealed header. */
export type DocumentRow = {
  readonly id: DocId;
  readonly kind: DocKind;
  readonly stage: ServerStage;
  readonly createdAt: number;
  readonly savedAt: number;
  /** 1 while something of it waits to be sent. */
  readonly pending: 0 | 1;
  /** Counts the writes of this document on this laptop; a write re-checks it. */
  readonly ver: number;
  /** Present until the journal has the document as this row has it. */
  readonly isUnjournalled?: true;
  /** A sealed DocumentSummary. */
  readonly header: Uint8Array;
};

/** The sealed rest of a DocumentState, but for what travels. */
export type ContentsRow = { readonly id: DocId; readonly ver: number; readonly sealed: Uint8Array };

/** The frozen element of a document, sealed. At most one per document. */
export type OutboxRow = { readonly doc: DocId; readonly n: number; readonly sealed: Uint8Array };

/** The submission that is asked for and not yet answered, sealed. At most one per document. */
export type SubmissionRow = {
  readonly doc: DocId;
  readonly id: SubmissionId;
  readonly state: 'ready' | 'sending';
  readonly sealed: Uint8Array;
};

/** In the clear: hash, type, size and whether the Network has it. */
export type FileRow = {
  readonly sha256: string;
  readonly type: string;
  readonly sizeBytes: number;
  readonly sent: 0 | 1;
  readonly keptAt: number;
  /** When it was first noticed that no document refers to it. */
  readonly unreferredSince?: number;
};

/** The sealed bytes of a file. */
export type FileBytesRow = { readonly sha256: string; readonly sealed: Uint8Array };

/** A sealed Upload. */
export type UploadRow = { readonly sha256: string; readonly sealed: Uint8Array };

/** A version of a document; `seq` counts them from 1 on, in the order in which their deltas refer to each other. */
export type VersionRow = {
  readonly doc: DocId;
  readonly seq: number;
  readonly at: number;
  /** A sealed VersionHeader. */
  readonly header: Uint8Array;
  /** A VersionBody, packed and sealed. */
  readonly body: Uint8Array;
};

/** A form that came from the Network: a sealed StoredTemplate. */
export type TemplateRow = { readonly ref: TemplateRef; readonly sealed: Uint8Array };

export type MetaRow = { readonly key: string; readonly sealed: Uint8Array };

/** The store of one space on this laptop. */
export class DeskDatabase extends Dexie {
  declare readonly documents: Table<DocumentRow, DocId>;
  declare readonly contents: Table<ContentsRow, DocId>;
  declare readonly outbox: Table<OutboxRow, DocId>;
  declare readonly submissions: Table<SubmissionRow, DocId>;
  declare readonly meta: Table<MetaRow, string>;
  declare readonly files: Table<FileRow, string>;
  declare readonly fileBytes: Table<FileBytesRow, string>;
  declare readonly uploads: Table<UploadRow, string>;
  declare readonly versions: Table<VersionRow, [DocId, number]>;
  declare readonly templates: Table<TemplateRow, TemplateRef>;

  /** `strict`: a transaction completes only after the operating system was told to flush it. */
  constructor(space: string) {
    super(databaseName(space), { chromeTransactionDurability: 'strict' });
    migrate(this);
  }
}

/** Dexie multiplies its versions by ten to leave room for repairs. */
const nativeVersionsPerVersion = 10;

/**
 * Opens the store of a space, made or migrated where needed. A store that a newer app wrote is left
 * alone (NewerStoreError): Dexie by itself would open and even extend it.
 */
export const openDatabase = async (space: string): Promise<DeskDatabase> => {
  const name = databaseName(space);
  const installed = (await indexedDB.databases()).find((database) => database.name === name)?.version ?? 0;
  if (Math.floor(installed / nativeVersionsPerVersion) > storeVersion) throw new NewerStoreError(name);
  const database = new DeskDatabase(space);
  await database.open();
  return database;
};

/** Removes the store of a space for good; rejects where it cannot be. */
export const deleteDatabase = (space: string): Promise<void> => Dexie.delete(databaseName(space));

/** The name in IndexedDB of the store of a space. */
export const databaseName = (space: string): string => `desk-${space}`;
