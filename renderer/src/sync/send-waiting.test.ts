import { expect, test } from 'vitest';
import { type DocId, makeClientId, makeCommentId, makeDocId } from '#shared/domain/ids.ts';
import type { CommentDraft } from '#shared/domain/review.ts';
import { err, ok } from '#shared/result.ts';
import { addComment, waitingComments } from '#shared/sync/comments.ts';
import { newDocument } from '#shared/sync/document-state.ts';
import type { Connection } from './connection.ts';
import { MemoryStore } from './memory-store.ts';
import type { RequestFailure } from './ports.ts';
import { type Sendable, sendWaiting } from './send-waiting.ts';

const bytes = (length: number) => new Uint8Array(length);
const docs = [1, 2].map((time) => makeDocId(time, bytes));

/** Two documents that the Network has, with two comments each: 1 and 2, 3 and 4. */
const openStore = async (): Promise<MemoryStore> => {
  const store = new MemoryStore(makeClientId(bytes));
  for (const [index, id] of docs.entries()) {
    const comment = (number: number): CommentDraft => ({
      id: makeCommentId(number, bytes),
      round: 1,
      path: null,
      quote: null,
      replyTo: null,
      text: String(number),
      resolves: false,
    });
    const first = 2 * index + 1;
    const begun = { ...newDocument(id, 'pledge', 'pledge@1', {}, index), rev: 1 };
    const state = addComment(addComment(begun, comment(first), 1), comment(first + 1), 2);
    await store.update(id, () => state);
  }
  return store;
};

const refusal = (code: 'internal' | 'forbidden'): RequestFailure => ({
  failure: { code },
  problem: { type: 'about:blank', title: '', status: 500, code },
  retryAfterMs: null,
  epoch: null,
});

/** What was sent, in its order, and what the last one met. */
const sendAll = async (store: MemoryStore, meets: (text: string) => Promise<RequestFailure | null>) => {
  const sent: string[] = [];
  const comments: Sendable<CommentDraft, null> = {
    waiting: waitingComments,
    send: async (_, __, { text }) => {
      sent.push(text);
      const failure = await meets(text);
      return failure === null ? ok(null) : err(failure);
    },
    taken: (state, { id }) => ({
      ...state,
      comments: state.comments.filter(({ comment }) => comment.id !== id),
    }),
    refused: (state) => state,
    refusals: new Set(['forbidden']),
  };
  const step = await sendWaiting({ store } as unknown as Connection, comments);
  return { sent, isDone: step.ok };
};

test('where the server stumbles, the rest of the document waits with it, and no other document does', async () => {
  const store = await openStore();
  const { sent, isDone } = await sendAll(store, async (text) => (text === '1' ? refusal('internal') : null));
  expect({ sent, isDone }).toEqual({ sent: ['1', '3', '4'], isDone: true });
  expect((await sendAll(store, async () => null)).sent).toEqual(['1', '2']);
});

test('what was refused is asked once, and what follows it is sent', async () => {
  const { sent } = await sendAll(await openStore(), async (text) =>
    text === '1' ? refusal('forbidden') : null,
  );
  expect(sent).toEqual(['1', '2', '3', '4']);
});

test('[ME5] what the person takes back while the one before is on its way is not sent', async () => {
  const store = await openStore();
  const { sent } = await sendAll(store, async (text) => {
    if (text === '1')
      await store.update(
        docs[0] as DocId,
        (state) => state && { ...state, comments: state.comments.slice(0, 1) },
      );
    return null;
  });
  expect(sent).toEqual(['1', '3', '4']);
});

test('without an answer of the Network nothing more is sent', async () => {
  const offline: RequestFailure = {
    failure: { code: 'offline' },
    problem: null,
    retryAfterMs: null,
    epoch: null,
  };
  expect(await sendAll(await openStore(), async () => offline)).toEqual({ sent: ['1'], isDone: false });
});
