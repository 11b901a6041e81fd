import type { DeskDatabase, DocumentRow } from './database.ts';

/** Of Indexed Database 3.0; TypeScript's DOM types do not know it yet. */
type WithGetAllRecords = {
  getAllRecords(options: { count: number; direction: 'prev' }): IDBRequest<readonly { value: DocumentRow }[]>;
};

/**
 * The rows of the documents saved last, newest first. In one request where the browser has
 * `getAllRecords`; a backward cursor, row by row, is what the first sight of the Desk would wait for.
 */
export const newestRows = async (database: DeskDatabase, limit: number): Promise<readonly DocumentRow[]> => {
  if (!('getAllRecords' in IDBIndex.prototype)) {
    return database.documents.orderBy('savedAt').reverse().limit(limit).toArray();
  }
  const transaction = database.backendDB().transaction('documents', 'readonly');
  const index = transaction.objectStore('documents').index('savedAt') as IDBIndex & WithGetAllRecords;
  const request = index.getAllRecords({ count: limit, direction: 'prev' });
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result.map((record) => record.value));
    request.onerror = () => reject(request.error);
  });
};
