import type { FieldPath } from '#shared/domain/field-path.ts';
import type { DocId } from '#shared/domain/ids.ts';
import type { Receipt } from '#shared/domain/receipt.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { Changes, DocChange, FieldState, Problem } from '#shared/sync/protocol.ts';
import { beginning, decodeCursor, encodeCursor, type Progress } from './cursor.ts';
import { integerOf, type Row, type Sql, textOf } from './database.ts';
import type { Network } from './network.ts';
import { problem } from './problem.ts';
import { documentColumns, documentOf, fieldColumns, fieldOf, fieldStateOf } from './stored-document.ts';

/** Documents whose fields are read in one statement. */
const chunkDocuments = 20;
/** A page ends after the chunk in which its values pass this length. */
const pageCharacters = 1_048_576;

/** Where `since` stands in the realm: the beginning without one. */
export const progressOf = (
  network: Network,
  realm: string,
  since: string | undefined,
): Result<Progress, Problem> => {
  if (since === undefined) return ok(beginning);
  const cursor = decodeCursor(since);
  if (cursor === undefined) return err(problem('malformed', 'since: not a cursor of this server'));
  if (!cursor.isOf(network.epoch)) return err(problem('epoch-changed'));
  return ok(cursor.progress(realm));
};

type Fields = ReadonlyMap<DocId, Record<FieldPath, FieldState>>;

const readFields = async (
  sql: Sql,
  docs: readonly DocId[],
  floor: number,
  ceiling: number,
): Promise<{ readonly fields: Fields; readonly characters: number }> => {
  const rows = await sql.query(
    `select ${fieldColumns} from fields f
     where f.doc = any($1::text[]) and f.seq > $2 and f.seq <= $3 order by f.doc, f.path`,
    [docs, floor, ceiling],
  );
  const fields = new Map<DocId, Record<FieldPath, FieldState>>();
  let characters = 0;
  for (const row of rows) {
    const doc = textOf(row, 'doc') as DocId;
    const ofDoc = fields.get(doc) ?? {};
    ofDoc[textOf(row, 'path')] = fieldStateOf(fieldOf(row));
    fields.set(doc, ofDoc);
    characters += typeof row.v === 'string' ? row.v.length : 0;
  }
  return { fields, characters };
};

const changeOf = (row: Row, fields: Fields): DocChange => {
  const { id, kind, template, rev, stage, round } = documentOf(row);
  const receipt = typeof row.receipt === 'string' ? (JSON.parse(row.receipt) as Receipt) : undefined;
  return {
    id,
    kind,
    template,
    rev,
    stage,
    round,
    fields: fields.get(id) ?? {},
    ...(receipt === undefined ? {} : { receipt }),
  };
};

/**
 * One page of what changed in the realm beyond `progress`. `head` is the realm's last sequence,
 * `ownFrom` the last one before this very request began to write: its own writes are left out, and
 * the cursor passes them. Runs in a transaction that holds the realm, or on a snapshot.
 */
export const readChanges = async (
  sql: Sql,
  network: Network,
  realm: string,
  page: {
    readonly progress: Progress;
    readonly head: number;
    readonly ownFrom: number;
    readonly limit: number;
  },
): Promise<Result<Changes, Problem>> => {
  const { progress, head, ownFrom, limit } = page;
  if (Math.max(progress.floor, progress.position) > head) return err(problem('cursor-expired'));
  const rows = await sql.query(
    `select ${documentColumns}, d.receipt, feed.seq from feed join docs d on d.id = feed.doc
     where feed.realm = $1 and feed.seq > $2 order by feed.seq limit $3`,
    [realm, progress.position, limit + 1],
  );
  const docs: DocChange[] = [];
  let taken = 0;
  let characters = 0;
  while (taken < Math.min(rows.length, limit) && characters < pageCharacters) {
    const chunk = rows.slice(taken, Math.min(taken + chunkDocuments, limit));
    const ids = chunk.map((row) => textOf(row, 'id') as DocId);
    const read = await readFields(sql, ids, progress.floor, ownFrom);
    for (const row of chunk) {
      const change = changeOf(row, read.fields);
      const metaSeq = integerOf(row, 'meta_seq');
      const metaIsNews = metaSeq > progress.floor && metaSeq <= ownFrom;
      if (metaIsNews || Object.keys(change.fields).length > 0) docs.push(change);
    }
    taken += chunk.length;
    characters += read.characters;
  }
  const last = rows[taken - 1];
  const hasMore = taken < rows.length;
  const reached: Progress =
    hasMore && last !== undefined
      ? { floor: progress.floor, position: integerOf(last, 'seq') }
      : { floor: head, position: head };
  return ok({ cursor: encodeCursor(network.epoch, { [realm]: reached }), hasMore, docs });
};

/** `GET /v1/changes`: reads a page on a snapshot of its own. */
export const changesSince = async (
  network: Network,
  realm: string,
  since: string | undefined,
  limit: number,
): Promise<Result<Changes, Problem>> => {
  const progress = progressOf(network, realm, since);
  if (!progress.ok) return progress;
  return network.database.transaction(async (sql) => {
    await sql.query('set transaction isolation level repeatable read, read only');
    const [row] = await sql.query('select seq from realms where realm = $1', [realm]);
    const head = row === undefined ? 0 : integerOf(row, 'seq');
    return readChanges(sql, network, realm, { progress: progress.value, head, ownFrom: head, limit });
  });
};
