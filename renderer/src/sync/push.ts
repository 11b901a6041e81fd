import { utf8Bytes } from '#shared/domain/field-value.ts';
import type { DocId } from '#shared/domain/ids.ts';
import { err, ok } from '#shared/result.ts';
import { recount } from '#shared/sync/apply-change.ts';
import { acknowledge, freeze, isOlderNetwork } from '#shared/sync/outbox.ts';
import { limits, type MutationsAnswer, type Outcome } from '#shared/sync/protocol.ts';
import { type Connection, failure, type Step } from './connection.ts';
import type { RequestFailure } from './ports.ts';
import { applyPage } from './pull.ts';

/** Tells how far sending has come; answers false when it should stop. */
export type Progress = (sent: number, total: number) => boolean;

/** `pulled`: the last answer brought the feed to its end. `exhausted`: more waits than one cycle takes. */
export type Pushed = { readonly pulled: boolean; readonly exhausted: boolean };

type Frozen = { readonly doc: DocId; readonly n: number; readonly body: string };

/** Rounds in one cycle; what is left then goes in the next. */
const mostRounds = 50;

/** Bytes of elements in the first batch; halved when the Network finds a batch too large. */
const firstBatchBytes = 65_536;

/** Documents frozen in one transaction. */
const frozenAtOnce = 100;

/** How much one request carries. */
type BatchSize = { readonly bytes: number; readonly elements: number };

const halved = (batch: readonly Frozen[], size: BatchSize): BatchSize => ({
  bytes: Math.max(1, Math.floor(size.bytes / 2)),
  elements: Math.max(1, Math.floor(batch.length / 2)),
});

/** Freezes what waits, as much as fits a batch; at least one element. */
const nextBatch = async (
  { store }: Connection,
  ids: readonly DocId[],
  size: BatchSize,
): Promise<readonly Frozen[]> => {
  const batch: Frozen[] = [];
  let bytes = 0;
  for (let start = 0; start < ids.length; start += frozenAtOnce) {
    const chunk = ids.slice(start, start + frozenAtOnce);
    await store.updateAll(new Map(chunk.map((id) => [id, (state) => state && freeze(state)] as const)));
    for (const id of chunk) {
      const outgoing = (await store.read(id))?.outgoing;
      if (!outgoing) continue;
      bytes += utf8Bytes(outgoing.body);
      if (batch.length > 0 && (bytes > size.bytes || batch.length >= size.elements)) return batch;
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
  { outcomes, changes }: MutationsAnswer,
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
  if (changes) await applyPage(connection, changes);
  return ok(changes !== undefined && !changes.hasMore);
};

/**
 * Sends everything that waits, in frozen elements, a batch at a time; each answer carries what others
 * changed meanwhile. One document that is refused never holds up another.
 */
export const push = async (connection: Connection, progress: Progress): Promise<Step<Pushed>> => {
  /** Refused in this cycle, or not to be had at the server just now; their turn is the next cycle. */
  const passedOver = new Set<DocId>();
  let size: BatchSize = { bytes: firstBatchBytes, elements: limits.opsPerBatch };
  let pulled = false;
  let sent = 0;
  for (let round = 0; round < mostRounds; round += 1) {
    const waiting = (await connection.store.pending()).filter((id) => !passedOver.has(id));
    const batch = await nextBatch(connection, waiting, size);
    if (batch.length === 0) return ok({ pulled, exhausted: false });
    if (!progress(sent, sent + waiting.length)) return ok({ pulled: true, exhausted: false });
    const bodies = batch.map((element) => element.body);
    const since = connection.cursor;
    const answer = await connection.ask((who) => connection.transport.mutations(who, bodies, since));
    if (answer.ok) {
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
