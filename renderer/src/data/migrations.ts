import type { Dexie } from 'dexie';

/** The newest version below. */
export const storeVersion = 4;

/**
 * Versions are appended, never edited. Each with its reason, a named upgrade where rows change, a
 * fixture of the version before, and a test.
 */
export const migrate = (database: Dexie): void => {
  // 1: the first store.
  database.version(1).stores({
    documents: 'id, savedAt, pending',
    contents: 'id',
    outbox: 'doc',
    submissions: 'doc, state',
    meta: 'key',
  });
  // 2: files, their sealed bytes, and uploads that were begun. Rows of documents stay: their schemas fill in what
  // a row of version 1 does not have.
  database.version(2).stores({ files: 'sha256, sent', fileBytes: 'sha256', uploads: 'sha256' });
  // 3: the history of documents. Nothing that was there changes: a document of version 2 begins without any.
  database.version(3).stores({ versions: '[doc+seq]' });
  // 4: forms that came from the Network. A store of version 3 begins without any.
  database.version(4).stores({ templates: 'ref' });
};
