import type { Dexie } from 'dexie';

/** The newest version below. */
export const storeVersion = 1;

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
};
