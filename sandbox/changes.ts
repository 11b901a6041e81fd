import { utf8Bytes } from '#shared/domain/field-value.ts';
import type { DocId } from '#shared/domain/ids.ts';
import type { Receipt } from '#shared/domain/receipt.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { Changes, DocChange, FieldChange, Problem } from '#shared/sync/protocol.ts';
import { baseHash, diffText } from '#shared/sync/splice.ts';
import type { Account } from './account.ts';
import { beginning, decodeCursor, encodeCursor, type Progress } from './cursor.ts';
import type { Network } from './network.ts';
import { problem } from './problem.ts';
import type { FieldRow, MembershipRow, ReadRows } from './store.ts';
import { fieldStateOf, type StoredDocument } from './stored-document.ts';

/** Documents whose fields are read in one go. */
const chunkDocuments = 20;
/** A page ends after the chunk in which its values pass this length. */
const pageCharacters = 1_048_576;
/** Texts of fewer bytes are told whole, and not remembered. */
export const longTextBytes = 512;
/** The first wire schema that knows patches. */
const patchSchema = 2;

/** How far a reader has come, in each realm in which the account has or had a part. */
export type Reading = { readonly realms: ReadonlyMap<string, Progress> };

export type ChangesQuery = {
  readonly since?: string | undefined;
  readonly limit: number;
  /** Wire schema of the client. */
  readonly schema: number;
};

const isBehind = async (
  rows: ReadRows,
  realm: string,
  progress: Progress,
  head: number,
): Promise<boolean> => {
  if (Math.max(progress.floor, progress.position) > head) return true;
  return progress.floor > 0 && progress.floor < (await rows.prunedSeq(realm));
};

/** Where `since` stands: the beginning without one. Refuses what is no cursor, or one of another epoch. */
export const readingOf = async (
  rows: ReadRows,
  network: Pick<Network, 'epoch'>,
  account: Account,
  since: string | undefined,
): Promise<Result<Reading, Problem>> => {
  const cursor = since === undefined ? null : decodeCursor(since);
  if (cursor === undefined) return err(problem('malformed', 'since: not a cursor of this server'));
  if (cursor !== null && !cursor.isOf(network.epoch)) return err(problem('epoch-changed'));
  const realms = [...new Set([...(await rows.realmsOf(account.id)), account.realm])].sort();
  const heads = await rows.heads(realms);
  const reading = new Map<string, Progress>();
  for (const realm of realms) {
    const progress = cursor?.progress(realm) ?? beginning;
    if (await isBehind(rows, realm, progress, heads.get(realm) ?? 0)) return err(problem('cursor-expired'));
    reading.set(realm, progress);
  }
  return ok({ realms: reading });
};

type Reader = {
  readonly rows: ReadRows;
  readonly account: Account;
  readonly schema: number;
};

/** Where the reader stands with one document: behind its joining, nothing is known of it. */
type Told = { readonly document: StoredDocument; readonly membership: MembershipRow; readonly floor: number };

const isLongText = (value: unknown): value is string =>
  typeof value === 'string' && utf8Bytes(value) > longTextBytes;

/** Fields as they are told: a long text as splices of the one that the reader has, where that is shorter. */
const tell = async (
  { rows, schema }: Reader,
  told: readonly Told[],
  fields: readonly FieldRow[],
): Promise<ReadonlyMap<DocId, Record<string, FieldChange>>> => {
  const floors = new Map(told.map(({ document, floor }) => [document.id, floor]));
  const long = fields.filter(
    ({ doc, field }) => schema >= patchSchema && (floors.get(doc) ?? 0) > 0 && isLongText(field.v),
  );
  const known = await rows.textsAt(long.map(({ doc, path }) => ({ doc, path, floor: floors.get(doc) ?? 0 })));
  const bases = new Map(known.map((text) => [`${text.doc} ${text.path}`, text]));
  const byDoc = new Map<DocId, Record<string, FieldChange>>();
  for (const { doc, path, field } of fields) {
    const ofDoc = byDoc.get(doc) ?? {};
    const whole = fieldStateOf(field);
    const base = bases.get(`${doc} ${path}`);
    if (base === undefined || typeof field.v !== 'string') ofDoc[path] = whole;
    else {
      const patch = {
        p: [...diffText(base.text, field.v)],
        from: base.fr,
        h: baseHash(base.text),
        fr: field.fr,
      };
      ofDoc[path] = JSON.stringify(patch).length < JSON.stringify(whole).length ? patch : whole;
    }
    byDoc.set(doc, ofDoc);
  }
  return byDoc;
};

const headOf = ({ id, kind, template, rev, stage, round }: StoredDocument) => ({
  id,
  kind,
  template,
  rev,
  stage,
  round,
});

/**
 * What some documents of one realm have to tell beyond the reader's floor and up to `ceiling`. Documents
 * with nothing to tell are left out.
 */
const changesOf = async (
  reader: Reader,
  documents: readonly StoredDocument[],
  floor: number,
  ceiling: number,
): Promise<readonly DocChange[]> => {
  const { rows, account } = reader;
  const ids = documents.map(({ id }) => id);
  const memberships = new Map((await rows.memberships(account.id, ids)).map((row) => [row.doc, row]));
  const told = documents.flatMap((document): readonly Told[] => {
    const membership = memberships.get(document.id);
    // A part that began after the ceiling is this very request's, or told with the next reading.
    if (membership === undefined || membership.seq > ceiling) return [];
    const hasJoined = membership.role !== null && membership.seq > floor;
    return [{ document, membership, floor: hasJoined ? 0 : floor }];
  });
  const open = told.filter(({ document, membership }) => membership.role !== null && !document.isDeleted);
  const floors = open.map(({ document, floor: from }) => ({ doc: document.id, floor: from }));
  const [fields, comments] = [
    await tell(reader, open, [
      ...(await rows.fieldsBetween(
        floors.filter(({ floor: from }) => from > 0),
        ceiling,
      )),
      // Whole means whole: with what this very request wrote, or it would seem removed.
      ...(await rows.fieldsBetween(
        floors.filter(({ floor: from }) => from === 0),
        Number.MAX_SAFE_INTEGER,
      )),
    ]),
    await rows.commentsBetween(floors, ceiling),
  ];
  const openIds = open.map(({ document }) => document.id);
  const isNews = (seq: number) => seq > floor && seq <= ceiling;
  const [members, endorsements, receipts] = [
    await rows.members(openIds),
    await rows.endorsements(openIds),
    await rows.receipts(openIds),
  ];
  return told.flatMap(({ document, membership, floor: from }): readonly DocChange[] => {
    const { id } = document;
    const head = headOf(document);
    if (membership.role === null) {
      return isNews(membership.seq) ? [{ ...head, fields: {}, access: 'none' }] : [];
    }
    if (document.isDeleted) return isNews(document.metaSeq) ? [{ ...head, fields: {}, deleted: true }] : [];
    const isWhole = from === 0;
    // An upgrade in this very request stands in front of what happened to the document before it: a submission by
    // another laptop, say. That is told, with the upgrade that the reader knows; of a creation there is nothing before.
    const mayHideNews = document.metaSeq > ceiling && document.rev > 1;
    const isMetaNews = isWhole || mayHideNews || isNews(document.metaSeq) || isNews(membership.seq);
    const said = comments.filter(({ doc }) => doc === id).map(({ comment }) => comment);
    const changed = fields.get(id) ?? {};
    if (!isMetaNews && said.length === 0 && Object.keys(changed).length === 0) return [];
    const live = isWhole ? Object.entries(changed).filter(([, field]) => !('deleted' in field)) : null;
    const receipt = receipts.get(id);
    return [
      {
        ...head,
        fields: live === null ? changed : Object.fromEntries(live),
        ...(isWhole ? { whole: true as const } : {}),
        ...(isMetaNews
          ? {
              role: membership.role,
              members: [...(members.get(id) ?? [])],
              endorsements: endorsements
                .filter(({ doc }) => doc === id)
                .map(({ endorsement }) => endorsement),
            }
          : {}),
        ...(said.length > 0 ? { comments: said } : {}),
        ...(receipt === undefined ? {} : { receipt: JSON.parse(receipt) as Receipt }),
      },
    ];
  });
};

const charactersOf = (changes: readonly DocChange[]): number =>
  changes.reduce((total, { fields }) => total + JSON.stringify(fields).length, 0);

/** What the very request that reads has written before: left out of its page, and passed by its cursor. */
export type OwnWrites = {
  /** The sequence of each realm before it began to write. */
  readonly from: ReadonlyMap<string, number>;
  /** The documents that it moved in the feed, with the place of each before; 0 for one that was not there. */
  readonly moved: ReadonlyMap<DocId, number>;
};

/** One page of what changed beyond a reading. */
export const readChanges = async (
  network: Pick<Network, 'epoch'>,
  reader: Reader,
  reading: Reading,
  page: {
    readonly heads: ReadonlyMap<string, number>;
    readonly own: OwnWrites | null;
    readonly limit: number;
  },
): Promise<Changes> => {
  const reached: Record<string, Progress> = {};
  const docs: DocChange[] = [];
  let room = page.limit;
  let characters = 0;
  let hasMore = false;
  for (const [realm, progress] of reading.realms) {
    const head = page.heads.get(realm) ?? 0;
    if (hasMore || room <= 0) {
      reached[realm] = progress;
      hasMore ||= head > progress.position;
      continue;
    }
    const places = await reader.rows.feedAfter(reader.account.id, realm, progress.position, room + 1);
    const ceiling = page.own?.from.get(realm) ?? head;
    const isNews = ({ doc }: { readonly doc: DocId }): boolean =>
      (page.own?.moved.get(doc) ?? Number.POSITIVE_INFINITY) > progress.position;
    let taken = 0;
    while (taken < Math.min(places.length, room) && characters < pageCharacters) {
      const chunk = places.slice(taken, Math.min(taken + chunkDocuments, room));
      taken += chunk.length;
      const news = chunk.filter(isNews);
      if (news.length === 0) continue;
      const found = await reader.rows.documents(news.map(({ doc }) => doc));
      const byId = new Map(found.map((document) => [document.id, document]));
      const ordered = news.flatMap(({ doc }) => byId.get(doc) ?? []);
      const changes = await changesOf(reader, ordered, progress.floor, ceiling);
      docs.push(...changes);
      characters += charactersOf(changes);
    }
    room -= taken;
    const last = places[taken - 1];
    if (taken < places.length) {
      hasMore = true;
      reached[realm] = { floor: progress.floor, position: last?.seq ?? progress.position };
    } else reached[realm] = { floor: head, position: head };
  }
  return { cursor: encodeCursor(network.epoch, reached), hasMore, docs };
};

/** `GET /v1/changes`: reads a page on a snapshot of its own. */
export const changesSince = (
  network: Network,
  account: Account,
  { since, limit, schema }: ChangesQuery,
): Promise<Result<Changes, Problem>> =>
  network.store.snapshot(async (rows) => {
    const reading = await readingOf(rows, network, account, since);
    if (!reading.ok) return reading;
    const heads = await rows.heads([...reading.value.realms.keys()]);
    const page = { heads, own: null, limit };
    return ok(await readChanges(network, { rows, account, schema }, reading.value, page));
  });

/** `GET /v1/docs/{id}`: one document as it is now, whole. */
export const documentNow = (
  network: Network,
  account: Account,
  id: DocId,
): Promise<Result<DocChange, Problem>> =>
  network.store.snapshot(async (rows) => {
    const documents = await rows.documents([id]);
    const [change] = await changesOf(
      { rows, account, schema: patchSchema },
      documents,
      0,
      Number.MAX_SAFE_INTEGER,
    );
    return change === undefined ? err(problem('not-found', `document ${id}`)) : ok(change);
  });
