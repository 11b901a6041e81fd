import { expect, test } from 'vitest';
import { makeClientId } from '#shared/domain/ids.ts';
import { err } from '#shared/result.ts';
import type { ProblemCode } from '#shared/sync/protocol.ts';
import { prepareSubmission, requestSubmission } from '#shared/sync/submission.ts';
import { docId, submissionId, synced } from '#shared/sync/test-documents.ts';
import { type CarriedEntry, type CarriedQueue, refusalsOf } from './carried-queue.ts';
import type { Connection } from './connection.ts';
import { MemoryStore } from './memory-store.ts';
import { sendCarriedSubmissions } from './send-carried.ts';

/** What stands in the queue after the Network refused the submission of a colleague with this code. */
const refusedWith = async (code: ProblemCode, errors: number) => {
  const store = new MemoryStore(makeClientId((length) => new Uint8Array(length)));
  const asked = prepareSubmission(requestSubmission(synced({ title: 'Hers' }), submissionId, 2_000));
  const { submission } = asked;
  if (submission === null) throw new Error('Assumption broken: it was asked for');
  await store.update(docId, () => ({ ...asked, submission: null }));
  const { id, round, contentHash, body } = submission;
  const entry: CarriedEntry = {
    ...{ doc: docId, account: 'ana', name: 'Ana', epoch: null, element: null },
    client: makeClientId((length) => new Uint8Array(length).fill(1)),
    submission: { id, round, contentHash, body },
    ...{ title: 'Hers', kind: 'pledge', isElementDone: true, standing: { state: 'waiting' } },
  };
  let entries: readonly CarriedEntry[] = [entry];
  const queue: CarriedQueue = {
    read: async () => entries,
    save: async (saved) => {
      entries = [saved];
    },
  };
  const finding = { path: 'title', code: 'required', source: 'official', params: {} } as const;
  const findings = [
    ...Array.from({ length: errors }, () => ({ ...finding, severity: 'error' as const })),
    { ...finding, severity: 'warning' as const },
  ];
  const problem = { type: 'about:blank', title: '', status: 422, code, findings };
  const connection = {
    store,
    ask: async () => err({ failure: { code }, problem, retryAfterMs: null, epoch: null }),
  } as unknown as Connection;
  expect(await sendCarriedSubmissions(connection, queue)).toEqual({ ok: true, value: undefined });
  return entries;
};

test('[OB10] a refusal of the Network is kept with how many errors it named, for the bundle that goes back', async () => {
  const entries = await refusedWith('validation', 2);
  expect(entries[0]?.standing).toEqual({
    state: 'refused',
    code: 'validation',
    answer: { code: 'validation', params: { count: 2 } },
  });
  expect(refusalsOf(entries, docId)).toEqual([
    { submission: submissionId, failure: { code: 'validation', params: { count: 2 } } },
  ]);
});

test('[OB10] who may not send it has not brought the submission to an end: nothing of that goes back', async () => {
  const entries = await refusedWith('not-on-behalf', 0);
  expect(entries[0]?.standing).toEqual({ state: 'refused', code: 'not-on-behalf' });
  expect(refusalsOf(entries, docId)).toEqual([]);
});
