import { createHash } from 'node:crypto';
import type { FieldMap, FieldValue } from '#shared/domain/field-value.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import type { Receipt } from '#shared/domain/receipt.ts';
import type { Template } from '#shared/domain/template.ts';
import { validate } from '#shared/domain/validate.ts';
import { canonicalJson, type Json } from '#shared/sync/canonical-json.ts';
import { contentHash } from '#shared/sync/content-hash.ts';
import type { Problem, SubmissionBody } from '#shared/sync/protocol.ts';
import type { Account } from './account.ts';
import { type Sql, textOf } from './database.ts';
import type { Network } from './network.ts';
import { problem } from './problem.ts';
import { lockRealm, writeFeed, writeSequence } from './realm-lock.ts';
import { takeReceiptNumber } from './receipts.ts';
import {
  documentColumns,
  documentOf,
  fieldColumns,
  fieldOf,
  type StoredDocument,
} from './stored-document.ts';

/** What a submission came to. `json` of a receipt is its exact text, the same at every asking. */
export type SubmissionAnswer =
  | { readonly kind: 'received'; readonly isNew: boolean; readonly json: string }
  | { readonly kind: 'refused'; readonly problem: Problem };

const refused = (why: Problem): SubmissionAnswer => ({ kind: 'refused', problem: why });

const hashOf = (body: SubmissionBody): string =>
  createHash('sha256')
    .update(canonicalJson(body as Json))
    .digest('hex');

const storedAnswer = (state: string, answer: string): SubmissionAnswer =>
  state === 'received'
    ? { kind: 'received', isNew: false, json: answer }
    : refused(JSON.parse(answer) as Problem);

const liveFields = async (sql: Sql, doc: string): Promise<FieldMap> => {
  const rows = await sql.query(
    `select ${fieldColumns} from fields f where f.doc = $1 and not f.deleted order by f.path`,
    [doc],
  );
  return Object.fromEntries(rows.map((row) => [textOf(row, 'path'), fieldOf(row).v as FieldValue]));
};

/**
 * Why the content cannot be received; the id is then ended. Gathers nothing and writes nothing: the
 * revision and the hash are those of the body, so the same body can never fare better.
 */
const objection = (
  network: Network,
  body: SubmissionBody,
  document: StoredDocument,
  template: Template,
  fields: FieldMap,
): Problem | undefined => {
  if (body.rev !== document.rev) {
    return problem('stale-revision', `the document is at revision ${document.rev}`);
  }
  const { id, kind } = document;
  if (contentHash({ doc: id, kind, template: document.template, fields }) !== body.contentHash) {
    return problem('content-mismatch');
  }
  const errors = validate(template, fields, network.vocabulary).filter(
    ({ severity }) => severity === 'error',
  );
  if (errors.length === 0) return undefined;
  const findings = errors.map((finding) => ({ ...finding, params: { ...finding.params } }));
  return problem('validation', `${errors.length} to fix`, { findings });
};

const receive = async (
  sql: Sql,
  network: Network,
  id: SubmissionId,
  body: SubmissionBody,
  document: StoredDocument,
  fields: FieldMap,
  seq: number,
): Promise<SubmissionAnswer> => {
  const now = new Date(network.now());
  const receipt: Receipt = {
    receiptNo: await takeReceiptNumber(sql, document.realm, now.getUTCFullYear()),
    doc: body.doc,
    rev: body.rev,
    round: body.round,
    contentHash: body.contentHash,
    receivedAt: now.toISOString(),
  };
  const json = JSON.stringify(receipt);
  const { kind, template } = document;
  const snapshot = canonicalJson({
    doc: body.doc,
    kind,
    template,
    fields: fields as { [path: string]: Json },
  });
  await sql.query(
    `insert into submissions (id, realm, doc, round, state, body_hash, answer, snapshot, received_at)
     values ($1, $2, $3, $4, 'received', $5, $6, $7, $8)`,
    [id, document.realm, body.doc, body.round, hashOf(body), json, snapshot, receipt.receivedAt],
  );
  await sql.query(`update docs set stage = 'submitted', receipt = $2, meta_seq = $3 where id = $1`, [
    body.doc,
    json,
    seq,
  ]);
  await writeFeed(sql, document.realm, [{ doc: body.doc, seq }]);
  await writeSequence(sql, document.realm, seq);
  return { kind: 'received', isNew: true, json };
};

const end = async (
  sql: Sql,
  network: Network,
  id: SubmissionId,
  body: SubmissionBody,
  realm: string,
  why: Problem,
): Promise<SubmissionAnswer> => {
  await sql.query(
    `insert into submissions (id, realm, doc, round, state, body_hash, answer, received_at)
     values ($1, $2, $3, $4, 'ended', $5, $6, $7)`,
    [
      id,
      realm,
      body.doc,
      body.round,
      hashOf(body),
      JSON.stringify(why),
      new Date(network.now()).toISOString(),
    ],
  );
  return refused(why);
};

const receivedInRound = async (sql: Sql, doc: string, round: number): Promise<Receipt | undefined> => {
  const [row] = await sql.query(
    `select answer from submissions where doc = $1 and round = $2 and state = 'received'`,
    [doc, round],
  );
  return row === undefined ? undefined : (JSON.parse(textOf(row, 'answer')) as Receipt);
};

/**
 * `PUT /v1/submissions/{id}`: receives one submission per document and round, exactly once. The same
 * id and body always get the same answer, except where nothing was decided yet (`not-found`,
 * `wrong-round`, `schema-unsupported`, `already-submitted`): these leave the id unused.
 */
export const submit = (
  network: Network,
  account: Account,
  id: SubmissionId,
  body: SubmissionBody,
): Promise<SubmissionAnswer> =>
  network.database.transaction(async (sql) => {
    const { realm } = account;
    const lastSeq = await lockRealm(sql, realm);
    const [earlier] = await sql.query(
      'select realm, state, body_hash, answer from submissions where id = $1',
      [id],
    );
    if (earlier !== undefined) {
      const isSame = earlier.realm === realm && earlier.body_hash === hashOf(body);
      if (!isSame) return refused(problem('submission-mismatch'));
      return storedAnswer(textOf(earlier, 'state'), textOf(earlier, 'answer'));
    }
    const [row] = await sql.query(`select ${documentColumns} from docs d where d.id = $1 and d.realm = $2`, [
      body.doc,
      realm,
    ]);
    if (row === undefined) return refused(problem('not-found', `document ${body.doc}`));
    const document = documentOf(row);
    const received = await receivedInRound(sql, body.doc, body.round);
    if (received !== undefined) {
      return refused(problem('already-submitted', received.receiptNo, { receipt: received }));
    }
    if (body.round !== document.round) {
      return refused(problem('wrong-round', `the document is in round ${document.round}`));
    }
    if (body.template !== document.template) {
      return refused(problem('kind-mismatch', `the document is of ${document.template}`));
    }
    const template = network.templates.get(document.template);
    if (template === undefined) {
      return refused(problem('schema-unsupported', `template ${document.template}`));
    }
    // Uploads come with a later version; until then no bytes can stand behind a reference.
    if (body.attachments.length > 0) {
      return refused(problem('malformed', 'attachments: this server takes none yet'));
    }
    const fields = await liveFields(sql, body.doc);
    const why = objection(network, body, document, template, fields);
    if (why !== undefined) return end(sql, network, id, body, realm, why);
    return receive(sql, network, id, body, document, fields, lastSeq + 1);
  });

/** `GET /v1/submissions/{id}`: the answer that the PUT got, for when it was lost on the way. */
export const submissionAnswer = async (
  network: Network,
  account: Account,
  id: SubmissionId,
): Promise<SubmissionAnswer> => {
  const [row] = await network.database.query(
    'select state, answer from submissions where id = $1 and realm = $2',
    [id, account.realm],
  );
  if (row === undefined) return refused(problem('not-found', `submission ${id}`));
  return storedAnswer(textOf(row, 'state'), textOf(row, 'answer'));
};
