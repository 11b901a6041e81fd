import type { DocId } from '#shared/domain/ids.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { Deleted, Problem } from '#shared/sync/protocol.ts';
import type { Account } from './account.ts';
import { takeDocument, tellDocument } from './document-change.ts';
import type { Network } from './network.ts';
import { problem } from './problem.ts';

/** `DELETE /v1/docs/{id}`: an author deletes a draft that was never received. The same again answers the same. */
export const deleteDocument = (
  network: Network,
  account: Account,
  id: DocId,
): Promise<Result<Deleted, Problem>> =>
  network.store.transaction(async (rows) => {
    const taken = await takeDocument(rows, id);
    const [membership] = await rows.memberships(account.id, [id]);
    const role = membership?.role ?? null;
    if (taken === undefined || role === null) return err(problem('not-found', `document ${id}`));
    if (role !== 'author') return err(problem('forbidden', 'only an author deletes a document'));
    const { document, seq } = taken;
    if (document.isDeleted) return ok({ id, deleted: true as const });
    if (document.stage !== 'draft') {
      return err(problem('document-closed', `the document is ${document.stage}`));
    }
    await tellDocument(rows, { ...document, isDeleted: true }, seq);
    return ok({ id, deleted: true as const });
  });
