import type { DocId } from '#shared/domain/ids.ts';
import { err, ok } from '#shared/result.ts';
import { applyChange, applyWhole, needsWhole } from '#shared/sync/apply-change.ts';
import type { DocumentState } from '#shared/sync/document-state.ts';
import type { DocChange } from '#shared/sync/protocol.ts';
import { type Connection, done, failure, type Step } from './connection.ts';
import type { Page } from './ports.ts';

/** The change as it can be applied: read whole where it only says what is different from a text unknown here. */
const understandable = async (connection: Connection, change: DocChange): Promise<Step<DocChange>> => {
  const state = await connection.store.read(change.id);
  if (!needsWhole(state, change)) return ok(change);
  const whole = await connection.ask((who) => connection.transport.document(who, change.id));
  if (whole.ok || whole.error.failure.code !== 'not-found') return whole;
  // Not there any more, and the feed will say what became of it; or a server that knows no such question.
  return ok(state === undefined ? change : { ...change, fields: {} });
};

const removes = (state: DocumentState | undefined, change: DocChange): boolean =>
  state?.presence.at === 'here' && (change.deleted === true || change.access === 'none');

/**
 * Applies one page of the feed. The cursor moves only after every document of the page is durable;
 * a page applied twice changes nothing more. `would-remove-many` where the person is to be asked first (CL4):
 * then nothing of the page is applied.
 */
export const applyPage = async (connection: Connection, page: Page): Promise<Step> => {
  const { store } = connection;
  const going: DocId[] = [];
  const changes: DocChange[] = [];
  for (const change of page.docs) {
    const readable = await understandable(connection, change);
    if (!readable.ok) return readable;
    connection.templatesTold.add(change.template);
    changes.push(readable.value);
    if (removes(await store.read(change.id), readable.value)) going.push(change.id);
  }
  if (!(await connection.mayRemove(going))) return err(failure('would-remove-many'));
  const now = connection.clock.now();
  const steps = changes.map((change) => {
    return [change.id, (state: DocumentState | undefined) => applyChange(state, change, now)] as const;
  });
  await store.updateAll(new Map(steps));
  await connection.moveCursor(page.cursor, page.unread);
  return done;
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
    const applied = await applyPage(connection, page.value);
    if (!applied.ok) return applied;
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
  const unread = new Set<DocId>();
  let cursor: string | null = null;
  for (;;) {
    const since: string | null = cursor;
    const page: Step<Page> = await connection.askAnyEpoch((who) => connection.transport.changes(who, since));
    if (!page.ok) return page;
    const now = connection.clock.now();
    const steps = page.value.docs.map((change) => {
      // A document that is told again in a later page is the same one a little later.
      const isAgain = told.has(change.id);
      const apply = (state: DocumentState | undefined) =>
        isAgain ? applyChange(state, change, now) : applyWhole(state, change, now, connection.account);
      return [change.id, apply] as const;
    });
    await connection.store.updateAll(new Map(steps));
    for (const change of page.value.docs) {
      told.add(change.id);
      connection.templatesTold.add(change.template);
    }
    for (const id of page.value.unread ?? []) {
      told.add(id);
      unread.add(id);
    }
    cursor = page.value.cursor;
    if (!page.value.hasMore) break;
  }
  for (const id of await connection.store.ids()) {
    if (told.has(id)) continue;
    await connection.store.update(id, (state) =>
      applyWhole(state, undefined, connection.clock.now(), connection.account),
    );
  }
  await connection.adopt(epoch.value, cursor, [...unread]);
  return done;
};

/** Reads the documents that an earlier version of the app could not read (VE6). */
export const readUnread = async (connection: Connection): Promise<Step> => {
  for (const id of connection.unread) {
    const answer = await connection.ask((who) => connection.transport.document(who, id));
    if (!answer.ok && answer.error.problem === null && answer.error.failure.code !== 'bad-answer')
      return answer;
    if (!answer.ok && answer.error.failure.code === 'bad-answer') continue;
    if (answer.ok) {
      const now = connection.clock.now();
      await connection.store.update(id, (state) => applyChange(state, answer.value, now));
    }
    await connection.forgetUnread(id);
  }
  return done;
};
