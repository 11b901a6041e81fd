import type { DocId } from '#shared/domain/ids.ts';
import { err } from '#shared/result.ts';
import { applyChange, applyWhole } from '#shared/sync/apply-change.ts';
import type { DocumentState } from '#shared/sync/document-state.ts';
import type { Changes } from '#shared/sync/protocol.ts';
import { type Connection, done, failure, type Step } from './connection.ts';

/**
 * Applies one page of the feed. The cursor moves only after every document of the page is durable;
 * a page applied twice changes nothing more.
 */
export const applyPage = async (connection: Connection, page: Changes): Promise<void> => {
  const now = connection.clock.now();
  await connection.store.updateAll(
    new Map(page.docs.map((change) => [change.id, (state) => applyChange(state, change, now)] as const)),
  );
  await connection.moveCursor(page.cursor);
};

/** Reads the feed to its end. */
export const pull = async (connection: Connection): Promise<Step> => {
  for (;;) {
    const page = await connection.ask((who) => connection.transport.changes(who, connection.cursor));
    if (!page.ok) {
      if (page.error.failure.code !== 'cursor-expired' || connection.cursor === null) return page;
      await connection.moveCursor(null);
      continue;
    }
    const isStuck = page.value.hasMore && page.value.cursor === connection.cursor;
    if (isStuck) return err(failure('bad-answer'));
    await applyPage(connection, page.value);
    if (!page.value.hasMore) return done;
  }
};

/**
 * The Network is another one than we knew (restored from a backup, or begun anew). Reads all that it
 * has and merges it under what is on this laptop; what it has never heard of is sent to it again.
 * Until the last document is done the old epoch stands, so that an interruption begins this again.
 */
export const resync = async (connection: Connection): Promise<Step> => {
  const epoch = await connection.currentEpoch();
  if (!epoch.ok) return epoch;
  await connection.renameClient();
  const told = new Set<DocId>();
  let cursor: string | null = null;
  for (;;) {
    const since: string | null = cursor;
    const page: Step<Changes> = await connection.askAnyEpoch((who) =>
      connection.transport.changes(who, since),
    );
    if (!page.ok) return page;
    const now = connection.clock.now();
    const steps = page.value.docs.map((change) => {
      // A document that spans pages is whole only in its first one; later pages add to it.
      const apply = told.has(change.id) ? applyChange : applyWhole;
      return [change.id, (state: DocumentState | undefined) => apply(state, change, now)] as const;
    });
    await connection.store.updateAll(new Map(steps));
    for (const change of page.value.docs) told.add(change.id);
    cursor = page.value.cursor;
    if (!page.value.hasMore) break;
  }
  for (const id of await connection.store.ids()) {
    if (told.has(id)) continue;
    await connection.store.update(id, (state) => applyWhole(state, undefined, connection.clock.now()));
  }
  await connection.adopt(epoch.value, cursor);
  return done;
};
