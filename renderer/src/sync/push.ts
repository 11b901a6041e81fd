import type { DocId } from '#shared/domain/ids.ts';
import { acknowledge, freeze } from '#shared/sync/outbox.ts';
import { limits, type Outcome, type Problem } from '#shared/sync/protocol.ts';
import type { Connection, Step } from './connection.ts';
import type { RequestFailure } from './ports.ts';
import { applyPage } from './pull.ts';

/** Tells how far sending has come. */
export type Progress = (sent: number, total: number) => void;

type Frozen = { readonly doc: DocId; readonly n: number; readonly body: string };

/** Rounds in one cycle; more than that means that something goes in circles, and the next cycle sees. */
const mostRounds = 50;

/** Bytes of elements in the first batch; halved when the Network finds a batch too large. */
const firstBatchBytes = 65_536;

/** Documents frozen in one transaction. */
const frozenAtOnce = 100;

/** Freezes what waits, as much as fits a batch; at least one element. */
const nextBatch = async (
  { store }: Connection,
  ids: readonly DocId[],
  mostBytes: number,
): Promise<readonly Frozen[]> => {
  const batch: Frozen[] = [];
  let bytes = 0;
  for (let start = 0; start < ids.length; start += frozenAtOnce) {
    const chunk = ids.slice(start, start + frozenAtOnce);
    await store.updateAll(new Map(chunk.map((id) => [id, (state) => state && freeze(state)] as const)));
    for (const id of chunk) {
      const outgoing = (await store.read(id))?.outgoing;
      if (!outgoing) continue;
      bytes += outgoing.body.length;
      if (batch.length > 0 && (bytes > mostBytes || batch.length >= limits.opsPerBatch)) return batch;
      batch.push({ doc: id, n: outgoing.n, body: outgoing.body });
    }
  }
  return batch;
};

/** Whether the Network refused the request itself, rather than being out of reach or busy. */
const refusal = (error: RequestFailure): Problem | null => {
  const { problem } = error;
  const transient = ['epoch-changed', 'cursor-expired', 'schema-unsupported', 'forbidden'];
  if (problem === null || problem.status < 400 || problem.status >= 500) return null;
  return problem.status === 401 || problem.status === 408 || problem.status === 429
    ? null
    : transient.includes(problem.code)
      ? null
      : problem;
};

const settle = async (connection: Connection, outcomes: readonly Outcome[]): Promise<void> => {
  await connection.store.updateAll(
    new Map(
      outcomes.map((outcome) => [outcome.doc, (state) => state && acknowledge(state, outcome)] as const),
    ),
  );
};

/** The Network counts differently than we do: what it has must be read from the beginning. */
const lostCount = (outcomes: readonly Outcome[]): boolean =>
  outcomes.some((outcome) => outcome.outcome === 'gap' || outcome.outcome === 'duplicate');

/**
 * Sends everything that waits, in frozen elements, a batch at a time; each answer carries what others
 * changed meanwhile. One document that is refused never holds up another.
 */
export const push = async (
  connection: Connection,
  progress: Progress,
): Promise<Step<{ pulled: boolean }>> => {
  let mostBytes = firstBatchBytes;
  let mostElements: number = limits.opsPerBatch;
  let pulled = false;
  let sent = 0;
  for (let round = 0; round < mostRounds; round += 1) {
    const waiting = await connection.store.pending();
    const batch = (await nextBatch(connection, waiting, mostBytes)).slice(0, mostElements);
    if (batch.length === 0) return { ok: true, value: { pulled } };
    progress(sent, sent + waiting.length);
    const bodies = batch.map((element) => element.body);
    const since = connection.cursor;
    const answer = await connection.ask((who) => connection.transport.mutations(who, bodies, since));
    if (answer.ok) {
      await settle(connection, answer.value.outcomes);
      const { changes } = answer.value;
      if (changes) await applyPage(connection, changes);
      if (lostCount(answer.value.outcomes)) await connection.moveCursor(null);
      pulled = changes !== undefined && !changes.hasMore && !lostCount(answer.value.outcomes);
      sent += batch.length;
      continue;
    }
    if (answer.error.failure.code === 'cursor-expired' && since !== null) {
      await connection.moveCursor(null);
      continue;
    }
    const problem = refusal(answer.error);
    if (problem === null) return answer;
    if (batch.length > 1) {
      mostBytes = Math.max(1, Math.floor(mostBytes / 2));
      mostElements = Math.max(1, Math.floor(batch.length / 2));
      continue;
    }
    const [element] = batch;
    if (element) {
      await settle(connection, [{ doc: element.doc, n: element.n, outcome: 'rejected', problem }]);
    }
  }
  return { ok: true, value: { pulled } };
};
