import type { Page, Transport } from '#renderer/sync/ports.ts';
import type { Rows, ServerStore } from '#sandbox/store.ts';
import { makeCommentId } from '#shared/domain/ids.ts';
import { ok } from '#shared/result.ts';
import { liveValue } from '#shared/sync/base.ts';
import type { DocumentState } from '#shared/sync/document-state.ts';
import { type DocChange, isPatch } from '#shared/sync/protocol.ts';
import { type PlantedBug, unchanged } from './planted-bug.ts';
import type { SeededRandom } from './random.ts';
import type { SimStore } from './sim-store.ts';

/** A server whose rows are written or read in another way. */
const onRows = (name: string, change: (rows: Rows, random: SeededRandom) => Partial<Rows>): PlantedBug => ({
  ...unchanged,
  name,
  serverStore: (inner, random): ServerStore => {
    const changed = (rows: Rows): Rows => {
      const other = change(rows, random) as Readonly<Record<string, unknown>>;
      return new Proxy(rows, {
        get: (target, key) => {
          const value = other[String(key)] ?? Reflect.get(target, key);
          return typeof value === 'function' ? value.bind(target) : value;
        },
      });
    };
    return { ...inner, transaction: (work) => inner.transaction((rows) => work(changed(rows))) };
  },
});

/** A laptop that understands pages in another way. */
const onPages = (name: string, change: (page: Page, random: SeededRandom) => Page): PlantedBug => ({
  ...unchanged,
  name,
  transport: (inner, random) => {
    const through = <T extends { readonly value: unknown }>(page: Page | undefined, _: T) =>
      page && change(page, random());
    return {
      ...inner,
      changes: async (who, since, wait) => {
        const answer = await inner.changes(who, since, wait);
        if (!answer.ok) return answer;
        return ok({ ...answer.value, value: change(answer.value.value, random()) });
      },
      mutations: async (who, elements, since) => {
        const answer = await inner.mutations(who, elements, since);
        if (!answer.ok) return answer;
        const changes = through(answer.value.value.changes, answer.value);
        return ok({
          ...answer.value,
          value: { outcomes: answer.value.value.outcomes, ...(changes === undefined ? {} : { changes }) },
        });
      },
    };
  },
});

const onDocs = (name: string, change: (doc: DocChange) => DocChange | null): PlantedBug =>
  onPages(name, (page) => ({ ...page, docs: page.docs.flatMap((doc) => change(doc) ?? []) }));

/** A laptop that asks in another way. */
const onTransport = (
  name: string,
  change: (inner: Transport, random: () => SeededRandom) => Partial<Transport>,
): PlantedBug => ({
  ...unchanged,
  name,
  transport: (inner, random) => ({ ...inner, ...change(inner, random) }),
});

/** A laptop whose steps leave something else behind. */
const onSteps = (
  name: string,
  change: (before: DocumentState | undefined, after: DocumentState) => DocumentState,
): PlantedBug => ({
  ...unchanged,
  name,
  store: (inner) => {
    const plain: SimStore['update'] = inner.update.bind(inner);
    inner.update = (id, step) =>
      plain(id, (before) => {
        const after = step(before);
        return after === undefined || after === before ? after : change(before, after);
      });
    return inner;
  },
});

const without = <T extends object, K extends keyof T>(from: T, key: K): Omit<T, K> => {
  const { [key]: _, ...rest } = from;
  return rest;
};

const bumped = (cursor: string): string => cursor.replace(/\.(\d+)$/, (_, seq) => `.${Number(seq) + 1}`);

/** Mistakes that a writer of a client or a server could make. Each must be found by the simulation. */
export const plantedBugs: readonly PlantedBug[] = [
  onRows('server: the acknowledgement is not stored', () => ({ saveAcks: async () => undefined })),
  onRows('server: a changed document keeps its old place in the feed', (rows) => ({
    moveInFeed: async (realm, entries) => {
      const known = await rows.receipts(entries.map(({ doc }) => doc));
      const fresh = entries.filter(({ doc }) => !known.has(doc) && doc.charCodeAt(35) % 3 > 0);
      return rows.moveInFeed(realm, fresh);
    },
  })),
  onRows('server: the last sequence of the realm is not written', () => ({
    saveHead: async () => undefined,
  })),
  onRows('server: fields are written with the sequence before theirs', (rows) => ({
    saveFields: (fields) => rows.saveFields(fields.map((row) => ({ ...row, seq: row.seq - 1 }))),
  })),
  onRows('server: the write is lost, the acknowledgement is not', (rows, random) => ({
    saveFields: async (fields) => (random.chance(0.05) ? undefined : rows.saveFields(fields)),
  })),
  onRows('server: tombstones are not written', (rows) => ({
    saveFields: (fields) => rows.saveFields(fields.filter(({ field }) => field.v !== undefined)),
  })),
  onRows('server: a round can be received twice', () => ({ received: async () => undefined })),
  onRows('server: who leaves is forgotten instead of being told', (rows) => ({
    saveMembership: async (row) =>
      row.role === null ? rows.saveMembership({ ...row, seq: 0 }) : rows.saveMembership(row),
  })),
  onRows('server: a decision is not put into the feed', (rows) => ({
    saveDocuments: (documents) =>
      rows.saveDocuments(documents.map((one) => (one.stage === 'draft' ? one : { ...one, metaSeq: 1 }))),
  })),
  onRows('server: the last write wins, whatever its author saw', (rows) => ({
    fields: async (keys) =>
      (await rows.fields(keys)).map((row) => ({ ...row, field: { ...row.field, fr: row.field.fr - 1 } })),
  })),
  onRows('server: a comment is stored under another name', (rows) => ({
    saveComment: (row) => rows.saveComment({ ...row, seq: row.seq - 1 }),
  })),
  onPages('client: the cursor is one too far', (page) => ({ ...page, cursor: bumped(page.cursor) })),
  onPages('client: a document of a page is skipped', (page, random) =>
    random.chance(0.05) ? { ...page, docs: page.docs.slice(1) } : page,
  ),
  onDocs('client: tombstones are dropped', (doc) => ({
    ...doc,
    fields: Object.fromEntries(
      Object.entries(doc.fields).filter(([, field]) => isPatch(field) || !field.deleted),
    ),
  })),
  onDocs('client: "whole" is not understood', (doc) => without(doc, 'whole') as DocChange),
  onDocs('client: losing access is not understood', (doc) => (doc.access === 'none' ? null : doc)),
  onDocs('client: a deletion is not understood', (doc) => (doc.deleted ? null : doc)),
  onDocs('client: comments are dropped', (doc) => without(doc, 'comments') as DocChange),
  onDocs('client: roles are not read', (doc) => without(doc, 'role') as DocChange),
  onDocs('client: receipts of other laptops are not read', (doc) => without(doc, 'receipt') as DocChange),
  onDocs('client: a splice is put one place too far', (doc) => ({
    ...doc,
    fields: Object.fromEntries(
      Object.entries(doc.fields).map(([path, field]) => [
        path,
        isPatch(field)
          ? { ...field, p: field.p.map(([at, cut, put]) => [at + 1, cut, put] as [number, number, string]) }
          : field,
      ]),
    ),
  })),
  onTransport('client: a comment gets another id at every try', (inner, random) => ({
    comment: (who, body) =>
      inner.comment(who, { ...body, comment: { ...body.comment, id: makeCommentId(1, random().bytes) } }),
  })),
  onTransport('client: a repeat is made anew under the same n', (inner) => {
    const tries = new Map<string, number>();
    return {
      mutations: (who, elements, since) =>
        inner.mutations(
          who,
          elements.map((body) => {
            const count = (tries.get(body) ?? 0) + 1;
            tries.set(body, count);
            return count === 1 ? body : body.replace(/"v":"([^"]*)"/, '"v":"$1 again"');
          }),
          since,
        ),
    };
  }),
  onSteps('client: mine is dropped in a conflict', (before, after) => {
    const added = after.conflicts.filter((path) => !before?.conflicts.includes(path));
    if (added.length === 0) return after;
    const local = { ...after.local };
    for (const path of added) {
      const theirs = liveValue(after.base[path]);
      if (theirs !== undefined) local[path] = theirs;
    }
    return { ...after, local, conflicts: after.conflicts.filter((path) => !added.includes(path)) };
  }),
  onSteps('client: theirs is taken over what was typed', (before, after) => {
    const theirs = liveValue(after.base.description);
    const isPull = before !== undefined && before.base.description !== after.base.description;
    return isPull && theirs !== undefined && before.outgoing === null
      ? { ...after, local: { ...after.local, description: theirs } }
      : after;
  }),
  onSteps('client: the count of elements is forgotten', (before, after) =>
    before !== undefined && before.lastN !== after.lastN ? { ...after, lastN: before.lastN } : after,
  ),
  onSteps('client: an element that was refused by conflict is called applied', (before, after) => {
    const isConflict = before?.outgoing != null && after.outgoing === null && after.conflicts.length > 0;
    return isConflict ? { ...after, conflicts: [], local: { ...after.local, ...liveOf(after) } } : after;
  }),
];

const liveOf = (state: DocumentState) =>
  Object.fromEntries(
    Object.entries(state.base).flatMap(([path, field]) => {
      const value = liveValue(field);
      return value === undefined ? [] : [[path, value] as const];
    }),
  );
