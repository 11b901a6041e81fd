import type { FieldMap } from '#shared/domain/field-value.ts';
import type { DocId } from '#shared/domain/ids.ts';
import type { Member } from '#shared/domain/review.ts';
import type { Account } from './account.ts';
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
import type { StoredDocument } from './stored-document.ts';

/** A map whose changes can be taken back. */
class Table<Row> {
  readonly rows = new Map<string, Row>();
  readonly #undo: (() => void)[];

  constructor(undo: (() => void)[]) {
    this.#undo = undo;
  }

  put(key: string, row: Row): void {
    const before = this.rows.get(key);
    const isNew = !this.rows.has(key);
    this.#undo.push(() => {
      if (isNew) this.rows.delete(key);
      else this.rows.set(key, before as Row);
    });
    this.rows.set(key, row);
  }

  remove(key: string): void {
    const before = this.rows.get(key);
    if (before === undefined) return;
    this.#undo.push(() => this.rows.set(key, before));
    this.rows.delete(key);
  }

  /** Takes the rows of another table as they are now. */
  fill(other: Table<Row>): void {
    for (const [key, row] of other.rows) this.rows.set(key, row);
  }

  all(): Row[] {
    return [...this.rows.values()];
  }
}

/** Rows of one document, found without looking at those of others. */
const keyOf = (...parts: readonly (string | number)[]): string => parts.join(' ');

const ascending = <Row extends { readonly seq: number }>(rows: Row[]): Row[] =>
  rows.sort((a, b) => a.seq - b.seq);

class MemoryRows implements Rows {
  readonly undo: (() => void)[] = [];
  readonly #accounts = new Table<Account>(this.undo);
  readonly #tokens = new Table<string>(this.undo);
  readonly #heads = new Table<number>(this.undo);
  readonly #pruned = new Table<number>(this.undo);
  readonly #documents = new Table<StoredDocument>(this.undo);
  readonly #receipts = new Table<string>(this.undo);
  /** doc → path → row; replaced as a whole, so that taking back is cheap. */
  readonly #fields = new Table<ReadonlyMap<string, FieldRow>>(this.undo);
  readonly #texts = new Table<readonly TextRow[]>(this.undo);
  readonly #acks = new Table<AckRow>(this.undo);
  readonly #memberships = new Table<MembershipRow>(this.undo);
  readonly #invitations = new Table<InvitationRow>(this.undo);
  readonly #feed = new Table<{ readonly doc: DocId; readonly realm: string; readonly seq: number }>(
    this.undo,
  );
  readonly #submissions = new Table<SubmissionRow>(this.undo);
  readonly #numbers = new Table<number>(this.undo);
  readonly #comments = new Table<CommentRow>(this.undo);
  readonly #endorsements = new Table<EndorsementRow>(this.undo);
  readonly #decisions = new Table<DecisionRow>(this.undo);
  readonly #files = new Table<ReadonlySet<string>>(this.undo);
  readonly #senders = new Table<ReadonlySet<string>>(this.undo);

  /** The same rows in a store of their own, as a backup has them. Rows themselves never change. */
  copy(): MemoryRows {
    const next = new MemoryRows();
    next.#accounts.fill(this.#accounts);
    next.#tokens.fill(this.#tokens);
    next.#heads.fill(this.#heads);
    next.#pruned.fill(this.#pruned);
    next.#documents.fill(this.#documents);
    next.#receipts.fill(this.#receipts);
    next.#fields.fill(this.#fields);
    next.#texts.fill(this.#texts);
    next.#acks.fill(this.#acks);
    next.#memberships.fill(this.#memberships);
    next.#invitations.fill(this.#invitations);
    next.#feed.fill(this.#feed);
    next.#submissions.fill(this.#submissions);
    next.#numbers.fill(this.#numbers);
    next.#comments.fill(this.#comments);
    next.#endorsements.fill(this.#endorsements);
    next.#decisions.fill(this.#decisions);
    next.#files.fill(this.#files);
    next.#senders.fill(this.#senders);
    return next;
  }

  async account(id: string) {
    return this.#accounts.rows.get(id);
  }

  async accountOfToken(token: string) {
    return this.#accounts.rows.get(this.#tokens.rows.get(token) ?? '');
  }

  async tokenOf(account: string) {
    return [...this.#tokens.rows].find(([, holder]) => holder === account)?.[0];
  }

  async accountByEmail(email: string) {
    return this.#accounts.all().find((account) => account.email.toLowerCase() === email.toLowerCase());
  }

  async heads(realms: readonly string[]) {
    return new Map(realms.map((realm) => [realm, this.#heads.rows.get(realm) ?? 0]));
  }

  async prunedSeq(realm: string) {
    return this.#pruned.rows.get(realm) ?? 0;
  }

  async documents(ids: readonly DocId[]) {
    return ids.flatMap((id) => this.#documents.rows.get(id) ?? []);
  }

  async receipts(ids: readonly DocId[]) {
    return new Map(
      ids.flatMap((id) => {
        const receipt = this.#receipts.rows.get(id);
        return receipt === undefined ? [] : [[id, receipt] as const];
      }),
    );
  }

  async fields(keys: Parameters<ReadRows['fields']>[0]) {
    return keys.flatMap(({ doc, path }) => this.#fields.rows.get(doc)?.get(path) ?? []);
  }

  async liveFields(doc: DocId): Promise<FieldMap> {
    const rows = [...(this.#fields.rows.get(doc)?.values() ?? [])];
    return Object.fromEntries(
      rows.flatMap(({ path, field: { v } }) => (v === undefined ? [] : [[path, v] as const])),
    );
  }

  async fieldsBetween(docs: Parameters<ReadRows['fieldsBetween']>[0], ceiling: number) {
    return docs.flatMap(({ doc, floor }) =>
      [...(this.#fields.rows.get(doc)?.values() ?? [])].filter(({ seq }) => seq > floor && seq <= ceiling),
    );
  }

  async textsAt(keys: Parameters<ReadRows['textsAt']>[0]) {
    return keys.flatMap(
      ({ doc, path, floor }) =>
        (this.#texts.rows.get(keyOf(doc, path)) ?? []).findLast(({ seq }) => seq <= floor) ?? [],
    );
  }

  async acks(client: string, docs: readonly DocId[]) {
    return docs.flatMap((doc) => this.#acks.rows.get(keyOf(client, doc)) ?? []);
  }

  async realmsOf(account: string) {
    return [
      ...new Set(
        this.#memberships
          .all()
          .filter((row) => row.account === account)
          .map(({ realm }) => realm),
      ),
    ].sort();
  }

  async memberships(account: string, docs: readonly DocId[]) {
    return docs.flatMap((doc) => this.#memberships.rows.get(keyOf(doc, account)) ?? []);
  }

  async members(docs: readonly DocId[]) {
    const wanted = new Set(docs);
    const members = new Map<DocId, Member[]>();
    const add = (doc: DocId, member: Member) => members.set(doc, [...(members.get(doc) ?? []), member]);
    for (const { doc, account, role } of this.#memberships.all()) {
      const known = this.#accounts.rows.get(account);
      if (wanted.has(doc) && role !== null && known)
        add(doc, { account, name: known.name, email: known.email, role, state: 'member' });
    }
    for (const { doc, email, role } of this.#invitations.all()) {
      if (wanted.has(doc)) add(doc, { account: email, name: email, email, role, state: 'invited' });
    }
    for (const list of members.values()) list.sort((a, b) => (a.account < b.account ? -1 : 1));
    return members;
  }

  async feedAfter(account: string, realm: string, position: number, limit: number) {
    const rows = this.#feed
      .all()
      .filter(
        (row) =>
          row.realm === realm && row.seq > position && this.#memberships.rows.has(keyOf(row.doc, account)),
      );
    return ascending(rows)
      .slice(0, limit)
      .map(({ doc, seq }) => ({ doc, seq }));
  }

  async feedPlaces(docs: readonly DocId[]) {
    return new Map(
      docs.flatMap((doc) => {
        const place = this.#feed.rows.get(doc);
        return place === undefined ? [] : [[doc, place.seq] as const];
      }),
    );
  }

  async submission(id: string) {
    return this.#submissions.rows.get(id);
  }

  async received(doc: DocId, round: number) {
    return this.#submissions
      .all()
      .find((row) => row.doc === doc && row.round === round && row.state === 'received');
  }

  async comment(id: string) {
    return this.#comments.rows.get(id);
  }

  async commentsBetween(docs: Parameters<ReadRows['commentsBetween']>[0], ceiling: number) {
    const floors = new Map(docs.map(({ doc, floor }) => [doc, floor]));
    return ascending(
      this.#comments.all().filter(({ doc, seq }) => {
        const floor = floors.get(doc);
        return floor !== undefined && seq > floor && seq <= ceiling;
      }),
    );
  }

  async endorsements(docs: readonly DocId[]) {
    const wanted = new Set(docs);
    return this.#endorsements.all().filter(({ doc }) => wanted.has(doc));
  }

  async endorsement(id: string) {
    return this.#endorsements.rows.get(id);
  }

  async decision(id: string) {
    return this.#decisions.rows.get(id);
  }

  async invitation(id: string) {
    return this.#invitations.rows.get(id);
  }

  async invitationsFor(email: string) {
    return this.#invitations.all().filter((row) => row.email.toLowerCase() === email.toLowerCase());
  }

  async mayReadFile(account: string, sha256: string, handedOver: boolean) {
    if (this.#senders.rows.get(sha256)?.has(account)) return true;
    return [...(this.#files.rows.get(sha256) ?? [])].some(
      (doc) =>
        (this.#memberships.rows.get(keyOf(doc, account))?.role ?? null) !== null ||
        (handedOver && this.#receipts.rows.has(doc)),
    );
  }

  async queue() {
    return this.#documents
      .all()
      .flatMap((document) => {
        const rows = this.#submissions
          .all()
          .filter(({ doc, state }) => doc === document.id && state === 'received');
        const receivedAt = Math.max(...rows.map(({ at }) => at));
        return rows.length === 0 || document.isDeleted ? [] : [{ document, receivedAt }];
      })
      .sort((a, b) => b.receivedAt - a.receivedAt || (a.document.id < b.document.id ? -1 : 1));
  }

  async lockRealms(realms: readonly string[]) {
    for (const realm of realms) if (!this.#heads.rows.has(realm)) this.#heads.put(realm, 0);
    return this.heads(realms);
  }

  async saveHead(realm: string, seq: number) {
    this.#heads.put(realm, seq);
  }

  async saveDocuments(documents: readonly StoredDocument[]) {
    for (const document of documents) this.#documents.put(document.id, document);
  }

  async saveReceipt(doc: DocId, receipt: string) {
    this.#receipts.put(doc, receipt);
  }

  async moveInFeed(realm: string, entries: Parameters<Rows['moveInFeed']>[1]) {
    for (const { doc, seq } of entries) this.#feed.put(doc, { doc, realm, seq });
  }

  async saveFields(rows: readonly FieldRow[]) {
    const changed = new Map<DocId, Map<string, FieldRow>>();
    for (const row of rows) {
      const ofDoc = changed.get(row.doc) ?? new Map(this.#fields.rows.get(row.doc));
      changed.set(row.doc, ofDoc.set(row.path, row));
    }
    for (const [doc, ofDoc] of changed) this.#fields.put(doc, ofDoc);
  }

  async saveTexts(rows: readonly TextRow[]) {
    for (const row of rows) {
      const key = keyOf(row.doc, row.path);
      this.#texts.put(key, [...(this.#texts.rows.get(key) ?? []), row]);
    }
  }

  async saveAcks(rows: readonly AckRow[]) {
    for (const row of rows) this.#acks.put(keyOf(row.client, row.doc), row);
  }

  async saveMembership(row: MembershipRow) {
    this.#memberships.put(keyOf(row.doc, row.account), row);
  }

  async saveInvitation(row: InvitationRow) {
    this.#invitations.put(row.id, row);
  }

  async removeInvitation(id: string) {
    this.#invitations.remove(id);
  }

  async saveSubmission(row: SubmissionRow) {
    this.#submissions.put(row.id, row);
  }

  async takeReceiptNumber(realm: string, year: number) {
    const key = keyOf(realm, year);
    const next = (this.#numbers.rows.get(key) ?? 0) + 1;
    this.#numbers.put(key, next);
    return next;
  }

  async saveComment(row: CommentRow) {
    this.#comments.put(row.comment.id, row);
  }

  async saveEndorsement(row: EndorsementRow) {
    this.#endorsements.put(row.endorsement.id, row);
  }

  async saveDecision(row: DecisionRow) {
    this.#decisions.put(row.id, row);
  }

  async saveFileReferences(rows: readonly FileReference[]) {
    for (const { doc, sha256 } of rows) {
      this.#files.put(sha256, new Set([...(this.#files.rows.get(sha256) ?? []), doc]));
    }
  }

  async saveFileSender(sha256: string, account: string) {
    this.#senders.put(sha256, new Set([...(this.#senders.rows.get(sha256) ?? []), account]));
  }

  async saveAccount(account: Account, token: string) {
    if (!this.#accounts.rows.has(account.id)) this.#accounts.put(account.id, account);
    if ((await this.tokenOf(account.id)) === undefined) this.#tokens.put(token, account.id);
  }

  async prune(before: { readonly texts: number; readonly tombstones: number }) {
    for (const [key, texts] of [...this.#texts.rows]) {
      this.#texts.put(
        key,
        texts.filter(({ at }) => at >= before.texts),
      );
    }
    for (const [key, ack] of [...this.#acks.rows]) if (ack.at < before.tombstones) this.#acks.remove(key);
    for (const [doc, ofDoc] of [...this.#fields.rows]) {
      const realm = this.#documents.rows.get(doc)?.realm ?? '';
      const gone = [...ofDoc.values()].filter(
        ({ field, at }) => field.v === undefined && at < before.tombstones,
      );
      if (gone.length === 0) continue;
      const kept = new Map(ofDoc);
      for (const { path } of gone) kept.delete(path);
      this.#fields.put(doc, kept);
      const pruned = Math.max(await this.prunedSeq(realm), ...gone.map(({ seq }) => seq));
      this.#pruned.put(realm, pruned);
    }
  }
}

/** A store in memory, which can be copied as a backup is. */
export type MemoryServerStore = ServerStore & { readonly copy: () => MemoryServerStore };

/** The Network's rows in memory: for the simulation, and the other side of the contract of every store. */
export const memoryStore = (rows = new MemoryRows()): MemoryServerStore => {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  };
  return {
    engine: 'memory',
    copy: () => memoryStore(rows.copy()),
    transaction: (work) =>
      inTurn(async () => {
        rows.undo.length = 0;
        try {
          return await work(rows);
        } catch (error) {
          for (const undo of rows.undo.splice(0).reverse()) undo();
          throw error;
        }
      }),
    snapshot: (work) => inTurn(() => work(rows)),
    close: async () => undefined,
  };
};
