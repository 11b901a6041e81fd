import type { FieldPath } from '#shared/domain/field-path.ts';
import type { DocId } from '#shared/domain/ids.ts';
import type { Element, Outcome } from '#shared/sync/protocol.ts';
import { integerOf, type Sql, textOf } from './database.ts';
import type { Ack, ElementGround } from './mutation-decision.ts';
import {
  documentColumns,
  documentOf,
  fieldColumns,
  fieldOf,
  type StoredDocument,
  type StoredField,
} from './stored-document.ts';

export type Ground = Map<DocId, ElementGround>;

const groupByDoc = (entries: readonly (readonly [DocId, FieldPath, StoredField])[]) => {
  const byDoc = new Map<DocId, Map<FieldPath, StoredField>>();
  for (const [doc, path, field] of entries) {
    byDoc.set(doc, (byDoc.get(doc) ?? new Map<FieldPath, StoredField>()).set(path, field));
  }
  return byDoc;
};

/** Reads what the elements concern: in three statements, however many they are. */
export const readGround = async (sql: Sql, client: string, elements: readonly Element[]): Promise<Ground> => {
  const docs = [...new Set(elements.map(({ doc }) => doc))];
  const wanted = elements.flatMap(({ doc, ops }) => ops.map(({ f }) => ({ doc, path: f })));
  const ackRows = await sql.query(
    'select doc, last_n, hash, outcome from acks where client = $1 and doc = any($2::text[])',
    [client, docs],
  );
  const documentRows = await sql.query(`select ${documentColumns} from docs d where d.id = any($1::text[])`, [
    docs,
  ]);
  const fieldRows = await sql.query(
    `select ${fieldColumns} from fields f where (f.doc, f.path) in (
       select doc, path from json_to_recordset($1::json) as wanted(doc text, path text))`,
    [JSON.stringify(wanted)],
  );
  const acks = new Map(
    ackRows.map((row): [string, Ack] => [
      textOf(row, 'doc'),
      {
        lastN: integerOf(row, 'last_n'),
        hash: textOf(row, 'hash'),
        outcome: JSON.parse(textOf(row, 'outcome')) as Outcome,
      },
    ]),
  );
  const documents = new Map(documentRows.map(documentOf).map((document) => [document.id, document]));
  const fields = groupByDoc(
    fieldRows.map((row) => [textOf(row, 'doc') as DocId, textOf(row, 'path'), fieldOf(row)] as const),
  );
  return new Map(
    docs.map((doc) => [
      doc,
      { ack: acks.get(doc), document: documents.get(doc), fields: fields.get(doc) ?? new Map() },
    ]),
  );
};

/** What one request changed: for each document and field its last state, with the sequence it took. */
export type Writing = {
  readonly documents: Map<DocId, { readonly document: StoredDocument; readonly seq: number }>;
  readonly fields: Map<
    string,
    { readonly doc: DocId; readonly path: FieldPath; readonly field: StoredField; readonly seq: number }
  >;
  readonly acks: Map<DocId, Ack>;
};

export const writeDocuments = async (sql: Sql, writing: Writing): Promise<void> => {
  const documents = [...writing.documents.values()].map(({ document }) => ({
    ...document,
    meta_seq: document.metaSeq,
  }));
  await sql.query(
    `insert into docs (id, realm, kind, template, rev, stage, round, meta_seq)
     select id, realm, kind, template, rev, stage, round, meta_seq
     from json_to_recordset($1::json) as written(
       id text, realm text, kind text, template text, rev int8, stage text, round int8, meta_seq int8)
     on conflict (id) do update set rev = excluded.rev`,
    [JSON.stringify(documents)],
  );
  const fields = [...writing.fields.values()].map(({ doc, path, field, seq }) => ({
    doc,
    path,
    v: field.v ?? null,
    fr: field.fr,
    seq,
    deleted: field.v === undefined,
  }));
  await sql.query(
    `insert into fields (doc, path, v, fr, seq, deleted)
     select doc, path, v, fr, seq, deleted
     from json_to_recordset($1::json) as written(
       doc text, path text, v json, fr int8, seq int8, deleted boolean)
     on conflict (doc, path) do update
     set v = excluded.v, fr = excluded.fr, seq = excluded.seq, deleted = excluded.deleted`,
    [JSON.stringify(fields)],
  );
};

export const writeAcks = async (sql: Sql, client: string, acks: ReadonlyMap<DocId, Ack>): Promise<void> => {
  const rows = [...acks].map(([doc, { lastN, hash, outcome }]) => ({
    doc,
    last_n: lastN,
    hash,
    outcome: JSON.stringify(outcome),
  }));
  await sql.query(
    `insert into acks (client, doc, last_n, hash, outcome)
     select $1, doc, last_n, hash, outcome
     from json_to_recordset($2::json) as written(doc text, last_n int8, hash text, outcome text)
     on conflict (client, doc) do update
     set last_n = excluded.last_n, hash = excluded.hash, outcome = excluded.outcome`,
    [client, JSON.stringify(rows)],
  );
};
