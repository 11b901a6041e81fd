import { createHash } from 'node:crypto';
import { err, ok, type Result } from '#shared/result.ts';
import { canonicalJson, type Json } from '#shared/sync/canonical-json.ts';
import {
  type Element,
  limits,
  type MutationsAnswer,
  type MutationsRequest,
  type Outcome,
  type Problem,
} from '#shared/sync/protocol.ts';
import type { Account } from './account.ts';
import { progressOf, readChanges } from './changes.ts';
import type { Sql } from './database.ts';
import { decideElement } from './mutation-decision.ts';
import { type Ground, readGround, type Writing, writeAcks, writeDocuments } from './mutation-rows.ts';
import type { Network } from './network.ts';
import { problem } from './problem.ts';
import { lockRealm, writeFeed, writeSequence } from './realm-lock.ts';

const hashOf = (element: Element): string =>
  createHash('sha256')
    .update(canonicalJson(element as Json))
    .digest('hex');

/** Decides the elements one after the other; each sees what those before it did. */
const decideAll = (
  network: Network,
  realm: string,
  elements: readonly Element[],
  ground: Ground,
  lastSeq: number,
): { readonly outcomes: readonly Outcome[]; readonly writing: Writing; readonly seq: number } => {
  const writing: Writing = { documents: new Map(), fields: new Map(), acks: new Map() };
  let seq = lastSeq;
  const outcomes = elements.map((element) => {
    const { doc, n } = element;
    const hash = hashOf(element);
    const before = ground.get(doc) ?? { ack: undefined, document: undefined, fields: new Map() };
    const decision = decideElement(element, hash, before, {
      realm,
      seq: seq + 1,
      template: network.templates.get,
      vocabulary: network.vocabulary,
    });
    const { outcome } = decision;
    if (decision.kind === 'answer') return outcome;
    const ack = { lastN: n, hash, outcome };
    writing.acks.set(doc, ack);
    if (decision.kind === 'consume') {
      ground.set(doc, { ...before, ack });
      return outcome;
    }
    seq += 1;
    ground.set(doc, {
      ack,
      document: decision.document,
      fields: new Map([...before.fields, ...decision.fields]),
    });
    writing.documents.set(doc, { document: decision.document, seq });
    for (const [path, field] of decision.fields) {
      writing.fields.set(`${doc} ${path}`, { doc, path, field, seq });
    }
    return outcome;
  });
  return { outcomes, writing, seq };
};

const write = async (
  sql: Sql,
  realm: string,
  client: string,
  { writing, seq }: { readonly writing: Writing; readonly seq: number },
): Promise<void> => {
  if (writing.documents.size > 0) {
    await writeDocuments(sql, writing);
    await writeFeed(
      sql,
      realm,
      [...writing.documents].map(([doc, entry]) => ({ doc, seq: entry.seq })),
    );
    await writeSequence(sql, realm, seq);
  }
  if (writing.acks.size > 0) await writeAcks(sql, client, writing.acks);
};

/**
 * `POST /v1/mutations`: applies the elements in their order, each atomic and independent of the
 * others, and with `since` answers what else changed. A refusal of the whole request writes nothing.
 */
export const applyMutations = async (
  network: Network,
  account: Account,
  client: string,
  { since, muts }: MutationsRequest,
): Promise<Result<MutationsAnswer, Problem>> => {
  const ops = muts.reduce((total, element) => total + element.ops.length, 0);
  if (ops > limits.opsPerBatch) {
    return err(problem('batch-too-large', `${ops} ops`, { max: limits.opsPerBatch }));
  }
  const { realm } = account;
  const progress = progressOf(network, realm, since);
  if (!progress.ok) return progress;
  return network.database.transaction(async (sql) => {
    const lastSeq = await lockRealm(sql, realm);
    const { floor, position } = progress.value;
    // Refused before anything is written: an answer without its changes would hide applied elements.
    if (Math.max(floor, position) > lastSeq) return err(problem('cursor-expired'));
    const ground = await readGround(sql, client, muts);
    const decided = decideAll(network, realm, muts, ground, lastSeq);
    await write(sql, realm, client, decided);
    const outcomes = [...decided.outcomes];
    if (since === undefined) return ok({ outcomes });
    const changes = await readChanges(sql, network, realm, {
      progress: progress.value,
      head: decided.seq,
      ownFrom: lastSeq,
      limit: limits.changesLimit,
    });
    return changes.ok ? ok({ outcomes, changes: changes.value }) : changes;
  });
};
