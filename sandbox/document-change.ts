import type { DocId } from '#shared/domain/ids.ts';
import type { Rows } from './store.ts';
import type { StoredDocument } from './stored-document.ts';

/**
 * Takes the realm of a document and answers the document as it then is, with the sequence that a change of it
 * takes; undefined where there is none.
 */
export const takeDocument = async (
  rows: Rows,
  id: DocId,
): Promise<{ readonly document: StoredDocument; readonly seq: number } | undefined> => {
  const [before] = await rows.documents([id]);
  if (before === undefined) return undefined;
  const heads = await rows.lockRealms([before.realm]);
  const [document] = await rows.documents([id]);
  return document && { document, seq: (heads.get(document.realm) ?? 0) + 1 };
};

/** Puts a changed document at the end of its feed, under `seq`. */
export const tellDocument = async (rows: Rows, document: StoredDocument, seq: number): Promise<void> => {
  await rows.saveDocuments([{ ...document, metaSeq: seq }]);
  await rows.moveInFeed(document.realm, [{ doc: document.id, seq }]);
  await rows.saveHead(document.realm, seq);
};
