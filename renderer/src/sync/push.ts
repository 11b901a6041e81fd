import { utf8Bytes } from '#shared/domain/field-value.ts';
import type { DocId } from '#shared/domain/ids.ts';
import { err, ok } from '#shared/result.ts';
import { recount } from '#shared/sync/apply-change.ts';
import { acknowledge, freeze, isOlderNetwork } from '#shared/sync/outbox.ts';
import { limits, type Outcome } from '#shared/sync/protocol.ts';
import { type Connection, failure, type Step } from './connection.ts';
import type { Page, RequestFailure } from './ports.ts';
import { applyPage } from './pull.ts';

/** Tells how far sending has come; answers false when it should stop. */
export type Progress = (sent: number, total: number) => boolean;

/** `pulled`: the last answer brought the feed to its end. `exhausted`: more waits than one cycle takes. */
export type Pushed = { readonly pulled: boolean; readonly exhausted: boolean };

type Frozen = { readonly doc: DocId; readonly n: number; readonly body: string };

/** Rounds in one cycle; what is left then goes in the next. */
const mostRounds = 50;

/** Bytes of a batch on the wire: the first one, and the bounds of those after it (CL12). */
const firstBatchBytes = 65_536;
const leastBatchBytes = 4_096;
/** How long one batch should take on this link. */
const batchMs = 5_000;
/** What gzip usually makes of drafts; after the first batch, what it made of that. */
const usualRatio = 1 / 3;
/** Inflated, a batch must stay below what the server unpacks. */
const plainBatchBytes = 3_000_000;

/** Documents frozen in one transaction. */
const frozenAtOnce = 100;

/** How much one request carries: bytes on the wire, and how many of them a plain byte becomes. */
type BatchSize = { readonly wireBytes: number; readonly ratio: number; readonly elements: number };

const firstSize: BatchSize = {
  wireBytes: firstBatchBytes,
  ratio: usualRatio,
  elements: limits.opsPerBatch,
};

const halved = (batch: readonly Frozen[], size: BatchSize): BatchSize => ({
  ...size,
  wireBytes: Math.max(1, Math.floor(size.wireBytes / 2)),
  elements: Math.max(1, Math.floor(batch.length / 2)),
});

const plainBytesOf = (batch: readonly Frozen[]): number =>
  batch.reduce((total, { body }) => total + utf8Bytes(body), 0);

/** The next size, from what the last batch took on this link. */
const measured = (
  size: BatchSize,
  batch: readonly Frozen[],
  sentBytes: number,
  tookMs: number,
): BatchSize => {
  if (sentBytes === 0) return size;
  const ratio = Math.min(1, sentBytes / Math.max(1, plainBytesOf(batch)));
  // A clock that was set back, or an answer that came at once, says nothing of the link.
  const wireBytes = tookMs > 0 ? (sentBytes / tookMs) * batchMs : limits.batchBytes;
  return {
    ...size,
    ratio,
    wireBytes: Math.round(Math.min(limits.batchBytes, Math.max(leastBatchBytes, wireBytes))),
  };
};

/** Freezes what waits, as much as fits a batch; at least one element. */
const nextBatch = async (
  { store }: Connection,
  ids: readonly DocId[],
  size: BatchSize,
): Promise<readonly Frozen[]> => {
  const batch: Frozen[] = [];
  const plainBytes = Math.min(size.wireBytes / size.ratio, plainBatchBytes);
  let bytes = 0;
  let ops = 0;
  for (let start = 0; start < ids.length; start += frozenAtOnce) {
    const chunk = ids.slice(start, start + frozenAtOnce);
    await store.updateAll(new Map(chunk.map((id) => [id, (state) => state && freeze(state)] as const)));
    for (const id of chunk) {
      const outgoing = (await store.read(id))?.outgoing;
      if (!outgoing) continue;
      bytes += utf8Bytes(outgoing.body);
      ops += Object.keys(outgoing.values).length;
      const isFull = bytes > plainBytes || batch.length >= size.elements || ops > limits.opsPerBatch;
      if (batch.length > 0 && isFull) return batch;
      batch.push({ doc: id, n: outgoing.n, body: outgoing.body });
    }
  }
  return batch;
};

/** Refusals that concern what was sent, not who sent it, from where, or when. */
const isAboutContent = ({ failure: { code }, problem }: RequestFailure): boolean =>
  problem !== null && (code === 'malformed' || code === 'batch-too-large' || code === 'internal');

const settle = async ({ store }: Connection, outcomes: readonly Outcome[]): Promise<void> => {
  await store.updateAll(
    new Map(
      outcomes.map((outcome) => [outcome.doc, (state) => state && acknowledge(state, outcome)] as const),
    ),
  );
};

/** The Network has elements of this client that the laptop knows nothing of. */
const countsFurther = (outcome: Outcome): boolean =>
  outcome.outcome === 'duplicate' ||
  (outcome.outcome === 'rejected' && outcome.problem.code === 'mutation-mismatch');

/** A new client id, n from 1 again for every document, and the feed from its beginning. */
const beginCountAnew = async (connection: Connection): Promise<void> => {
  await connection.renameClient();
  const ids = await connection.store.ids();
  await connection.store.updateAll(
    new Map(ids.map((id) => [id, (state) => state && recount(state)] as const)),
  );
};

/** What the answer to a batch changes here; `epoch-changed` where the Network went back in time. */
const take = async (
  connection: Connection,
  { outcomes, changes }: { readonly outcomes: readonly Outcome[]; readonly changes?: Page },
): Promise<Step<boolean>> => {
  if (outcomes.some(countsFurther)) {
    await beginCountAnew(connection);
    return ok(false);
  }
  for (const outcome of outcomes) {
    const state = await connection.store.read(outcome.doc);
    if (state && isOlderNetwork(state, outcome)) return err(failure('epoch-changed'));
  }
  await settle(connection, outcomes);
  if (changes === undefined) return ok(false);
  const applied = await applyPage(connection, changes);
  return applied.ok ? ok(!changes.hasMore) : applied;
};

/**
 * Sends everything that waits, in frozen elements, a batch at a time; each answer carries what others
 * changed meanwhile. One document that is refused never holds up another.
 */
export const push = async (connection: Connection, progress: Progress): Promise<Step<Pushed>> => {
  /** Refused in this cycle, or not to be had at the server just now; their turn is the next cycle. */
  const passedOver = new Set<DocId>();
  let size = firstSize;
  let pulled = false;
  let sent = 0;
  for (let round = 0; round < mostRounds; round += 1) {
    const waiting = (await connection.store.pending()).filter((id) => !passedOver.has(id));
    const batch = await nextBatch(connection, waiting, size);
    if (batch.length === 0) return ok({ pulled, exhausted: false });
    if (!progress(sent, sent + waiting.length)) return ok({ pulled: true, exhausted: false });
    connection.onFrozen(batch.map((element) => element.doc));
    const bodies = batch.map((element) => element.body);
    const since = connection.cursor;
    const askedAt = connection.clock.now();
    const answer = await connection.ask((who) => connection.transport.mutations(who, bodies, since));
    if (answer.ok) {
      size = measured(size, batch, connection.sentBytes, connection.clock.now() - askedAt);
      const taken = await take(connection, answer.value);
      if (!taken.ok) return taken;
      pulled = taken.value;
      sent += batch.length;
      for (const { outcome, doc } of answer.value.outcomes) if (outcome === 'rejected') passedOver.add(doc);
      continue;
    }
    const { code } = answer.error.failure;
    if (since !== null && (code === 'cursor-expired' || code === 'malformed')) {
      await connection.moveCursor(null);
      continue;
    }
    if (!isAboutContent(answer.error)) return answer;
    const [element] = batch;
    if (batch.length > 1) {
      size = halved(batch, size);
    } else if (element) {
      passedOver.add(element.doc);
      const { problem } = answer.error;
      if (problem && code !== 'internal') {
        await settle(connection, [{ doc: element.doc, n: element.n, outcome: 'rejected', problem }]);
      }
    }
  }
  return ok({ pulled, exhausted: true });
};
