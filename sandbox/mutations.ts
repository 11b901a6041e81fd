import { createHash } from 'node:crypto';
import { isFilePart } from '#shared/domain/attachment.ts';
import type { FieldPath } from '#shared/domain/field-path.ts';
import { utf8Bytes } from '#shared/domain/field-value.ts';
import type { DocId } from '#shared/domain/ids.ts';
import { canEdit } from '#shared/domain/review.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { canonicalJson, type Json } from '#shared/sync/canonical-json.ts';
import {
  type Element,
  limits,
  type MutationsAnswer,
  type MutationsRequest,
  type Problem,
} from '#shared/sync/protocol.ts';
import type { Account } from './account.ts';
import { longTextBytes, readChanges, readingOf } from './changes.ts';
import { decideElement, type ElementGround } from './mutation-decision.ts';
import type { Network } from './network.ts';
import { type Speaker, speakerOf, whyNotForAnother } from './on-behalf.ts';
import { problem } from './problem.ts';
import type { AckRow, FieldRow, FileReference, MembershipRow, Rows, TextRow } from './store.ts';
import type { StoredDocument, StoredField } from './stored-document.ts';

const hashOf = (element: Element): string =>
  createHash('sha256')
    .update(canonicalJson(element as Json))
    .digest('hex');

type Ground = Map<DocId, ElementGround>;

/** Reads what the elements concern, however many they are, in as many statements. */
const readGround = async (
  rows: Rows,
  account: Account,
  client: string,
  elements: readonly Element[],
): Promise<Ground> => {
  const docs = [...new Set(elements.map(({ doc }) => doc))];
  const acks = new Map((await rows.acks(client, docs)).map((ack) => [ack.doc, ack]));
  const documents = new Map((await rows.documents(docs)).map((document) => [document.id, document]));
  const roles = new Map((await rows.memberships(account.id, docs)).map(({ doc, role }) => [doc, role]));
  const fields = new Map<DocId, Map<FieldPath, StoredField>>();
  const keys = elements.flatMap(({ doc, ops }) => ops.map(({ f }) => ({ doc, path: f })));
  for (const { doc, path, field } of await rows.fields(keys)) {
    fields.set(doc, (fields.get(doc) ?? new Map<FieldPath, StoredField>()).set(path, field));
  }
  return new Map(
    docs.map((doc) => [
      doc,
      {
        ack: acks.get(doc),
        document: documents.get(doc),
        role: roles.get(doc) ?? null,
        fields: fields.get(doc) ?? new Map(),
      },
    ]),
  );
};

/** What one request changed, each thing in its last state. */
class Writing {
  readonly documents = new Map<DocId, { readonly document: StoredDocument; readonly seq: number }>();
  readonly fields = new Map<string, FieldRow>();
  readonly texts: TextRow[] = [];
  readonly acks = new Map<DocId, AckRow>();
  readonly memberships: MembershipRow[] = [];
  readonly files: FileReference[] = [];
  readonly heads: Map<string, number>;

  constructor(heads: ReadonlyMap<string, number>) {
    this.heads = new Map(heads);
  }

  nextSeq(realm: string): number {
    return (this.heads.get(realm) ?? 0) + 1;
  }

  async save(rows: Rows): Promise<void> {
    if (this.documents.size > 0) {
      await rows.saveDocuments([...this.documents.values()].map(({ document }) => document));
      for (const row of this.memberships) await rows.saveMembership(row);
      await rows.saveFields([...this.fields.values()]);
      if (this.texts.length > 0) await rows.saveTexts(this.texts);
      if (this.files.length > 0) await rows.saveFileReferences(this.files);
      for (const [realm, seq] of this.heads) {
        const moved = [...this.documents.values()].filter(({ document }) => document.realm === realm);
        if (moved.length === 0) continue;
        await rows.moveInFeed(
          realm,
          moved.map(({ document, seq: place }) => ({ doc: document.id, seq: place })),
        );
        await rows.saveHead(realm, seq);
      }
    }
    if (this.acks.size > 0) await rows.saveAcks([...this.acks.values()]);
  }
}

/** Decides the elements one after the other; each sees what those before it did. */
const decideAll = (
  network: Network,
  { person: account, sentBy, client }: Speaker & { readonly client: string },
  elements: readonly Element[],
  ground: Ground,
  writing: Writing,
): MutationsAnswer['outcomes'] => {
  const at = network.now();
  return elements.map((element) => {
    const { doc, n } = element;
    const hash = hashOf(element);
    const before = ground.get(doc) ?? { ack: undefined, document: undefined, role: null, fields: new Map() };
    const realm = before.document?.realm ?? account.realm;
    const seq = writing.nextSeq(realm);
    const decision = decideElement(element, hash, before, {
      realm,
      seq,
      versions: network.templates.versions,
      vocabulary: network.vocabulary,
    });
    const { outcome } = decision;
    if (decision.kind === 'answer') return outcome;
    const ack: AckRow = {
      ...{ client, doc, lastN: n, hash, outcome, at },
      account: account.id,
      sentBy: sentBy?.id ?? null,
    };
    writing.acks.set(doc, ack);
    if (decision.kind === 'consume') {
      ground.set(doc, { ...before, ack });
      return outcome;
    }
    writing.heads.set(realm, seq);
    const isNew = before.document === undefined;
    if (isNew) writing.memberships.push({ doc, realm, account: account.id, role: 'author', seq });
    // Who brought it for its author goes on with it as an editor (OB3).
    if (isNew && sentBy !== null) {
      writing.memberships.push({ doc, realm, account: sentBy.id, role: 'editor', seq });
    }
    ground.set(doc, {
      ack,
      document: decision.document,
      role: isNew ? 'author' : before.role,
      fields: new Map([...before.fields, ...decision.fields]),
    });
    writing.documents.set(doc, { document: decision.document, seq });
    for (const [path, field] of decision.fields) {
      writing.fields.set(`${doc} ${path}`, { doc, path, field, seq, at });
      if (typeof field.v === 'string' && isFilePart(path)) writing.files.push({ doc, sha256: field.v });
      if (typeof field.v === 'string' && utf8Bytes(field.v) > longTextBytes) {
        writing.texts.push({ doc, path, fr: field.fr, seq, text: field.v, at });
      }
    }
    return outcome;
  });
};

/**
 * `POST /v1/mutations`: applies the elements in their order, each atomic and independent of the
 * others, and with `since` answers what else changed. A refusal of the whole request writes nothing.
 * `onBehalfOf`: the account whose elements they are, where somebody else brings them; `since` is then not answered (OB4).
 */
export const applyMutations = async (
  network: Network,
  account: Account,
  client: string,
  schema: number,
  { since: asked, muts }: MutationsRequest,
  onBehalfOf: string | null = null,
): Promise<Result<MutationsAnswer, Problem>> => {
  const ops = muts.reduce((total, element) => total + element.ops.length, 0);
  if (ops > limits.opsPerBatch) {
    return err(problem('batch-too-large', `${ops} ops`, { max: limits.opsPerBatch }));
  }
  return network.store.transaction(async (rows) => {
    const speaker = await speakerOf(rows, account, onBehalfOf);
    if (!speaker.ok) return speaker;
    const { person, sentBy } = speaker.value;
    const since = sentBy === null ? asked : undefined;
    const docs = [...new Set(muts.map(({ doc }) => doc))];
    // The realm of a document never changes, so that it may be asked for before the realms are taken.
    const known = await rows.documents(docs);
    const concerned = [...new Set([person.realm, ...known.map(({ realm }) => realm)])].sort();
    const heads = await rows.lockRealms(concerned);
    const why = await whyNotForAnother(rows, speaker.value, docs, { client, may: canEdit });
    if (why !== undefined) return err(why);
    // Refused before anything is written: an answer without its changes would hide applied elements.
    const reading = await readingOf(rows, network, account, since);
    if (!reading.ok) return reading;
    const writing = new Writing(heads);
    const ground = await readGround(rows, person, client, muts);
    const outcomes = decideAll(network, { ...speaker.value, client }, muts, ground, writing);
    const written = [...writing.documents.keys()];
    const places = since === undefined ? new Map() : await rows.feedPlaces(written);
    await writing.save(rows);
    if (since === undefined) return ok({ outcomes });
    const now = await rows.heads([...reading.value.realms.keys()]);
    const own = {
      from: new Map([...now, ...heads]),
      moved: new Map(written.map((doc) => [doc, places.get(doc) ?? 0])),
    };
    const page = { heads: now, own, limit: limits.changesLimit };
    return ok({
      outcomes,
      changes: await readChanges(network, { rows, account, schema }, reading.value, page),
    });
  });
};
