import type { FieldMap, FieldValue } from '#shared/domain/field-value.ts';
import type { DocId, SubmissionId } from '#shared/domain/ids.ts';
import type { Comment, Endorsement, Member, Role } from '#shared/domain/review.ts';
import type { Outcome } from '#shared/sync/protocol.ts';
import type { Account, NetworkRole } from './account.ts';
import { type Database, integerOf, type Row, type Sql, textOf } from './database.ts';
import type {
  AckRow,
  CommentRow,
  DecisionRow,
  EndorsementRow,
  FieldRow,
  FileReference,
  InvitationRow,
  MembershipRow,
  ReadRows,
  Rows,
  ServerStore,
  SubmissionRow,
  TextRow,
} from './store.ts';
import { documentColumns, documentOf, fieldOf, type StoredDocument } from './stored-document.ts';

const accountOf = (row: Row): Account => ({
  id: textOf(row, 'account'),
  name: textOf(row, 'name'),
  email: textOf(row, 'email'),
  realm: textOf(row, 'realm'),
  role: textOf(row, 'role') as NetworkRole,
  countries: JSON.parse(textOf(row, 'countries')) as readonly string[],
});

const fieldRowOf = (row: Row): FieldRow => ({
  doc: textOf(row, 'doc') as DocId,
  path: textOf(row, 'path'),
  field: fieldOf(row),
  seq: integerOf(row, 'seq'),
  at: integerOf(row, 'at'),
});

// Values are selected as text: the engines differ in what they make of json.
const fieldColumns = 'f.doc, f.path, f.v::text as v, f.fr, f.deleted, f.seq, f.at';
const submissionColumns = 'id, doc, account, round, state, body_hash, answer, snapshot, at, sent_by';

const submissionOf = (row: Row): SubmissionRow => ({
  id: textOf(row, 'id') as SubmissionId,
  doc: row.doc === null ? null : (textOf(row, 'doc') as DocId),
  account: textOf(row, 'account'),
  round: integerOf(row, 'round'),
  state: textOf(row, 'state') as SubmissionRow['state'],
  bodyHash: textOf(row, 'body_hash'),
  answer: textOf(row, 'answer'),
  snapshot: row.snapshot === null ? null : textOf(row, 'snapshot'),
  at: integerOf(row, 'at'),
  sentBy: row.sent_by === null ? null : textOf(row, 'sent_by'),
});

const commentOf = (row: Row): CommentRow => ({
  doc: textOf(row, 'doc') as DocId,
  comment: JSON.parse(textOf(row, 'comment')) as Comment,
  seq: integerOf(row, 'seq'),
});

const endorsementOf = (row: Row): EndorsementRow => ({
  doc: textOf(row, 'doc') as DocId,
  account: textOf(row, 'account'),
  endorsement: JSON.parse(textOf(row, 'endorsement')) as Endorsement,
});

const invitationOf = (row: Row): InvitationRow => ({
  id: textOf(row, 'id'),
  doc: textOf(row, 'doc') as DocId,
  email: textOf(row, 'email'),
  role: textOf(row, 'role') as Role,
});

type Parameters = readonly (string | number | boolean | null | readonly string[])[];

/** The Network's rows by SQL that PostgreSQL 15 and PGlite understand alike; as many statements as questions. */
class SqlRows implements Rows {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  #all(text: string, parameters: Parameters = []): Promise<readonly Row[]> {
    return this.#sql.query(text, parameters);
  }

  async #one<T>(read: (row: Row) => T, text: string, parameters: Parameters): Promise<T | undefined> {
    const [row] = await this.#all(text, parameters);
    return row && read(row);
  }

  account(id: string) {
    return this.#one(accountOf, 'select * from accounts where account = $1', [id]);
  }

  accountOfToken(token: string) {
    return this.#one(
      accountOf,
      'select a.* from sessions s join accounts a using (account) where s.token = $1',
      [token],
    );
  }

  tokenOf(account: string) {
    return this.#one((row) => textOf(row, 'token'), 'select token from sessions where account = $1', [
      account,
    ]);
  }

  accountByEmail(email: string) {
    return this.#one(accountOf, 'select * from accounts where lower(email) = lower($1)', [email]);
  }

  async heads(realms: readonly string[]) {
    const rows = await this.#all('select realm, seq from realms where realm = any($1::text[])', [realms]);
    const known = new Map(rows.map((row) => [textOf(row, 'realm'), integerOf(row, 'seq')]));
    return new Map(realms.map((realm) => [realm, known.get(realm) ?? 0]));
  }

  async prunedSeq(realm: string) {
    const found = await this.#one(
      (row) => integerOf(row, 'pruned_seq'),
      'select pruned_seq from realms where realm = $1',
      [realm],
    );
    return found ?? 0;
  }

  async documents(ids: readonly DocId[]) {
    if (ids.length === 0) return [];
    const rows = await this.#all(`select ${documentColumns} from docs d where d.id = any($1::text[])`, [ids]);
    return rows.map(documentOf);
  }

  async receipts(ids: readonly DocId[]) {
    if (ids.length === 0) return new Map();
    const rows = await this.#all(
      'select id, receipt from docs where id = any($1::text[]) and receipt is not null',
      [ids],
    );
    return new Map(rows.map((row) => [textOf(row, 'id') as DocId, textOf(row, 'receipt')]));
  }

  async fields(keys: globalThis.Parameters<ReadRows['fields']>[0]) {
    if (keys.length === 0) return [];
    const rows = await this.#all(
      `select ${fieldColumns} from fields f where (f.doc, f.path) in (
         select doc, path from json_to_recordset($1::json) as wanted(doc text, path text))`,
      [JSON.stringify(keys)],
    );
    return rows.map(fieldRowOf);
  }

  async liveFields(doc: DocId): Promise<FieldMap> {
    const rows = await this.#all(
      `select ${fieldColumns} from fields f where f.doc = $1 and not f.deleted order by f.path`,
      [doc],
    );
    return Object.fromEntries(
      rows.map((row) => [textOf(row, 'path'), fieldOf(row).v as FieldValue] as const),
    );
  }

  async fieldsBetween(docs: globalThis.Parameters<ReadRows['fieldsBetween']>[0], ceiling: number) {
    if (docs.length === 0) return [];
    const rows = await this.#all(
      `select ${fieldColumns} from json_to_recordset($1::json) as wanted(doc text, floor int8)
       join fields f on f.doc = wanted.doc and f.seq > wanted.floor and f.seq <= $2
       order by f.doc, f.path`,
      [JSON.stringify(docs), ceiling],
    );
    return rows.map(fieldRowOf);
  }

  async textsAt(keys: globalThis.Parameters<ReadRows['textsAt']>[0]): Promise<readonly TextRow[]> {
    if (keys.length === 0) return [];
    const rows = await this.#all(
      `select t.doc, t.path, t.fr, t.seq, t.v::text as v, t.at
       from json_to_recordset($1::json) as wanted(doc text, path text, floor int8)
       cross join lateral (
         select * from text_history h
         where h.doc = wanted.doc and h.path = wanted.path and h.seq <= wanted.floor
         order by h.seq desc limit 1) t`,
      [JSON.stringify(keys)],
    );
    return rows.map((row) => ({
      doc: textOf(row, 'doc') as DocId,
      path: textOf(row, 'path'),
      fr: integerOf(row, 'fr'),
      seq: integerOf(row, 'seq'),
      text: JSON.parse(textOf(row, 'v')) as string,
      at: integerOf(row, 'at'),
    }));
  }

  async acks(client: string, docs: readonly DocId[]) {
    const rows = await this.#all(
      'select doc, last_n, hash, outcome, at, account, sent_by from acks where client = $1 and doc = any($2::text[])',
      [client, docs],
    );
    return rows.map(
      (row): AckRow => ({
        client,
        doc: textOf(row, 'doc') as DocId,
        lastN: integerOf(row, 'last_n'),
        hash: textOf(row, 'hash'),
        outcome: JSON.parse(textOf(row, 'outcome')) as Outcome,
        at: integerOf(row, 'at'),
        account: row.account === null ? null : textOf(row, 'account'),
        sentBy: row.sent_by === null ? null : textOf(row, 'sent_by'),
      }),
    );
  }

  async feedPlaces(docs: readonly DocId[]) {
    if (docs.length === 0) return new Map();
    const rows = await this.#all('select doc, seq from feed where doc = any($1::text[])', [docs]);
    return new Map(rows.map((row) => [textOf(row, 'doc') as DocId, integerOf(row, 'seq')]));
  }

  async realmsOf(account: string) {
    // From one realm to the next through the index: as many rows as realms, however many documents they hold.
    const rows = await this.#all(
      `with recursive parts (realm) as (
         (select realm from members where account = $1 order by realm limit 1)
         union all
         select (select m.realm from members m where m.account = $1 and m.realm > parts.realm
                 order by m.realm limit 1)
         from parts where parts.realm is not null)
       select realm from parts where realm is not null`,
      [account],
    );
    return rows.map((row) => textOf(row, 'realm'));
  }

  async memberships(account: string, docs: readonly DocId[]) {
    if (docs.length === 0) return [];
    const rows = await this.#all('select * from members where account = $1 and doc = any($2::text[])', [
      account,
      docs,
    ]);
    return rows.map(
      (row): MembershipRow => ({
        doc: textOf(row, 'doc') as DocId,
        realm: textOf(row, 'realm'),
        account,
        role: row.role === null ? null : (textOf(row, 'role') as Role),
        seq: integerOf(row, 'seq'),
      }),
    );
  }

  async members(docs: readonly DocId[]) {
    const members = new Map<DocId, Member[]>();
    if (docs.length === 0) return members;
    const rows = await this.#all(
      `select m.doc, a.account, a.name, a.email, m.role, 'member' as state
       from members m join accounts a using (account)
       where m.doc = any($1::text[]) and m.role is not null
       union all
       select doc, email, email, email, role, 'invited' from invitations where doc = any($1::text[])`,
      [docs],
    );
    for (const row of rows) {
      const doc = textOf(row, 'doc') as DocId;
      const member: Member = {
        account: textOf(row, 'account'),
        name: textOf(row, 'name'),
        email: textOf(row, 'email'),
        role: textOf(row, 'role') as Role,
        state: textOf(row, 'state') as Member['state'],
      };
      members.set(doc, [...(members.get(doc) ?? []), member]);
    }
    for (const list of members.values()) list.sort((a, b) => (a.account < b.account ? -1 : 1));
    return members;
  }

  async feedAfter(account: string, realm: string, position: number, limit: number) {
    const rows = await this.#all(
      `select feed.doc, feed.seq from feed
       where feed.realm = $1 and feed.seq > $2
         and exists (select 1 from members m where m.doc = feed.doc and m.account = $3)
       order by feed.seq limit $4`,
      [realm, position, account, limit],
    );
    return rows.map((row) => ({ doc: textOf(row, 'doc') as DocId, seq: integerOf(row, 'seq') }));
  }

  submission(id: SubmissionId) {
    return this.#one(submissionOf, `select ${submissionColumns} from submissions where id = $1`, [id]);
  }

  received(doc: DocId, round: number) {
    return this.#one(
      submissionOf,
      `select ${submissionColumns} from submissions where doc = $1 and round = $2 and state = 'received'`,
      [doc, round],
    );
  }

  comment(id: string) {
    return this.#one(commentOf, 'select doc, seq, comment from comments where id = $1', [id]);
  }

  async commentsBetween(docs: globalThis.Parameters<ReadRows['commentsBetween']>[0], ceiling: number) {
    if (docs.length === 0) return [];
    const rows = await this.#all(
      `select c.doc, c.seq, c.comment from json_to_recordset($1::json) as wanted(doc text, floor int8)
       join comments c on c.doc = wanted.doc and c.seq > wanted.floor and c.seq <= $2
       order by c.seq`,
      [JSON.stringify(docs), ceiling],
    );
    return rows.map(commentOf);
  }

  async endorsements(docs: readonly DocId[]) {
    if (docs.length === 0) return [];
    const rows = await this.#all('select * from endorsements where doc = any($1::text[])', [docs]);
    return rows.map(endorsementOf);
  }

  endorsement(id: string) {
    return this.#one(endorsementOf, 'select * from endorsements where id = $1', [id]);
  }

  decision(id: string) {
    return this.#one(
      (row): DecisionRow => ({
        id,
        account: textOf(row, 'account'),
        bodyHash: textOf(row, 'body_hash'),
        answer: textOf(row, 'answer'),
      }),
      'select account, body_hash, answer from decisions where id = $1',
      [id],
    );
  }

  invitation(id: string) {
    return this.#one(invitationOf, 'select * from invitations where id = $1', [id]);
  }

  async invitationsFor(email: string) {
    const rows = await this.#all('select * from invitations where lower(email) = lower($1)', [email]);
    return rows.map(invitationOf);
  }

  async mayReadFile(account: string, sha256: string, handedOver: boolean) {
    const found = await this.#one(
      () => true,
      `select 1 from file_senders where sha256 = $1 and account = $2
       union all
       select 1 from file_references r join members m using (doc)
       where r.sha256 = $1 and m.account = $2 and m.role is not null
       union all
       select 1 from file_references r join docs d on d.id = r.doc
       where $3 and r.sha256 = $1 and d.receipt is not null
       limit 1`,
      [sha256, account, handedOver],
    );
    return found ?? false;
  }

  async queue() {
    const rows = await this.#all(
      `select ${documentColumns}, s.at as received_at from docs d
       join (select doc, max(at) as at from submissions where state = 'received' group by doc) s
         on s.doc = d.id
       where not d.deleted order by s.at desc, d.id collate "C"`,
    );
    return rows.map((row) => ({ document: documentOf(row), receivedAt: integerOf(row, 'received_at') }));
  }

  async lockRealms(realms: readonly string[]) {
    await this.#all(
      `insert into realms (realm, seq) select unnest($1::text[]), 0 on conflict (realm) do nothing`,
      [realms],
    );
    const rows = await this.#all(
      'select realm, seq from realms where realm = any($1::text[]) order by realm collate "C" for update',
      [realms],
    );
    return new Map(rows.map((row) => [textOf(row, 'realm'), integerOf(row, 'seq')]));
  }

  async saveHead(realm: string, seq: number) {
    await this.#all('update realms set seq = $2 where realm = $1', [realm, seq]);
  }

  async saveDocuments(documents: readonly StoredDocument[]) {
    const rows = documents.map(({ metaSeq, isDeleted, ...document }) => ({
      ...document,
      meta_seq: metaSeq,
      deleted: isDeleted,
    }));
    await this.#all(
      `insert into docs (id, realm, kind, template, rev, stage, round, meta_seq, deleted)
       select id, realm, kind, template, rev, stage, round, meta_seq, deleted
       from json_to_recordset($1::json) as written(id text, realm text, kind text, template text, rev int8,
         stage text, round int8, meta_seq int8, deleted boolean)
       on conflict (id) do update set template = excluded.template, rev = excluded.rev, stage = excluded.stage,
         round = excluded.round,
         meta_seq = excluded.meta_seq, deleted = excluded.deleted`,
      [JSON.stringify(rows)],
    );
  }

  async saveReceipt(doc: DocId, receipt: string) {
    await this.#all('update docs set receipt = $2 where id = $1', [doc, receipt]);
  }

  async moveInFeed(realm: string, entries: globalThis.Parameters<Rows['moveInFeed']>[1]) {
    await this.#all(
      `insert into feed (doc, realm, seq)
       select doc, $1, seq from json_to_recordset($2::json) as entry(doc text, seq int8)
       on conflict (doc) do update set seq = excluded.seq`,
      [realm, JSON.stringify(entries)],
    );
  }

  async saveFields(rows: readonly FieldRow[]) {
    const fields = rows.map(({ doc, path, field, seq, at }) => ({
      doc,
      path,
      v: field.v ?? null,
      fr: field.fr,
      seq,
      deleted: field.v === undefined,
      at,
    }));
    await this.#all(
      `insert into fields (doc, path, v, fr, seq, deleted, at)
       select doc, path, v, fr, seq, deleted, at
       from json_to_recordset($1::json) as written(
         doc text, path text, v json, fr int8, seq int8, deleted boolean, at int8)
       on conflict (doc, path) do update
       set v = excluded.v, fr = excluded.fr, seq = excluded.seq, deleted = excluded.deleted, at = excluded.at`,
      [JSON.stringify(fields)],
    );
  }

  async saveTexts(rows: readonly TextRow[]) {
    await this.#all(
      `insert into text_history (doc, path, fr, seq, v, at)
       select doc, path, fr, seq, text, at from json_to_recordset($1::json) as written(
         doc text, path text, fr int8, seq int8, text json, at int8)
       on conflict (doc, path, seq) do nothing`,
      [JSON.stringify(rows)],
    );
  }

  async saveAcks(rows: readonly AckRow[]) {
    await this.#all(
      `insert into acks (client, doc, last_n, hash, outcome, at, account, sent_by)
       select client, doc, last_n, hash, outcome, at, account, sent_by
       from json_to_recordset($1::json) as written(
         client text, doc text, last_n int8, hash text, outcome text, at int8, account text, sent_by text)
       on conflict (client, doc) do update
       set last_n = excluded.last_n, hash = excluded.hash, outcome = excluded.outcome, at = excluded.at,
         account = excluded.account, sent_by = excluded.sent_by`,
      [
        JSON.stringify(
          rows.map(({ lastN, outcome, sentBy, ...row }) => ({
            ...row,
            last_n: lastN,
            sent_by: sentBy,
            outcome: JSON.stringify(outcome),
          })),
        ),
      ],
    );
  }

  async saveMembership({ doc, realm, account, role, seq }: MembershipRow) {
    await this.#all(
      `insert into members (doc, realm, account, role, seq) values ($1, $2, $3, $4, $5)
       on conflict (doc, account) do update set role = excluded.role, seq = excluded.seq`,
      [doc, realm, account, role, seq],
    );
  }

  async saveInvitation({ id, doc, email, role }: InvitationRow) {
    await this.#all('insert into invitations (id, doc, email, role) values ($1, $2, $3, $4)', [
      id,
      doc,
      email,
      role,
    ]);
  }

  async removeInvitation(id: string) {
    await this.#all('delete from invitations where id = $1', [id]);
  }

  async saveSubmission(row: SubmissionRow) {
    await this.#all(
      `insert into submissions (${submissionColumns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict (id) do update set state = excluded.state, answer = excluded.answer
       where submissions.state = 'ended'`,
      [
        row.id,
        row.doc,
        row.account,
        row.round,
        row.state,
        row.bodyHash,
        row.answer,
        row.snapshot,
        row.at,
        row.sentBy,
      ],
    );
  }

  async takeReceiptNumber(realm: string, year: number) {
    const number = await this.#one(
      (row) => integerOf(row, 'last'),
      `insert into receipt_numbers (realm, year, last) values ($1, $2, 1)
       on conflict (realm, year) do update set last = receipt_numbers.last + 1
       returning last`,
      [realm, year],
    );
    if (number === undefined) throw new Error('Assumption broken: no receipt number');
    return number;
  }

  async saveComment({ doc, comment, seq }: CommentRow) {
    await this.#all('insert into comments (id, doc, seq, comment) values ($1, $2, $3, $4)', [
      comment.id,
      doc,
      seq,
      JSON.stringify(comment),
    ]);
  }

  async saveEndorsement({ doc, account, endorsement }: EndorsementRow) {
    await this.#all('insert into endorsements (id, doc, account, endorsement) values ($1, $2, $3, $4)', [
      endorsement.id,
      doc,
      account,
      JSON.stringify(endorsement),
    ]);
  }

  async saveDecision({ id, account, bodyHash, answer }: DecisionRow) {
    await this.#all('insert into decisions (id, account, body_hash, answer) values ($1, $2, $3, $4)', [
      id,
      account,
      bodyHash,
      answer,
    ]);
  }

  async saveFileReferences(rows: readonly FileReference[]) {
    await this.#all(
      `insert into file_references (sha256, doc)
       select sha256, doc from json_to_recordset($1::json) as written(sha256 text, doc text)
       on conflict do nothing`,
      [JSON.stringify(rows)],
    );
  }

  async saveFileSender(sha256: string, account: string) {
    await this.#all('insert into file_senders (sha256, account) values ($1, $2) on conflict do nothing', [
      sha256,
      account,
    ]);
  }

  async saveAccount({ id, name, email, realm, role, countries }: Account, token: string) {
    await this.#all(
      `insert into accounts (account, name, email, realm, role, countries) values ($1, $2, $3, $4, $5, $6)
       on conflict (account) do nothing`,
      [id, name, email, realm, role, JSON.stringify(countries)],
    );
    await this.#all(
      `insert into sessions (token, account)
       select $1, $2 where not exists (select 1 from sessions where account = $2)`,
      [token, id],
    );
  }

  async prune(before: { readonly texts: number; readonly tombstones: number }) {
    await this.#all('delete from text_history where at < $1', [before.texts]);
    await this.#all('delete from acks where at < $1', [before.tombstones]);
    await this.#all(
      `with gone as (
         delete from fields f using docs d
         where d.id = f.doc and f.deleted and f.at < $1 returning d.realm, f.seq)
       update realms set pruned_seq = greatest(pruned_seq, last.seq)
       from (select realm, max(seq) as seq from gone group by realm) last
       where last.realm = realms.realm`,
      [before.tombstones],
    );
  }
}

/** The store of the Network on PostgreSQL, embedded or real. */
export const sqlStore = (database: Database): ServerStore => ({
  engine: database.engine,
  transaction: (work) => database.transaction((sql) => work(new SqlRows(sql))),
  snapshot: (work) =>
    database.transaction(async (sql) => {
      await sql.query('set transaction isolation level repeatable read, read only');
      return work(new SqlRows(sql));
    }),
  close: database.close,
});
