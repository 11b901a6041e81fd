import { expect, test } from 'vitest';
import type { LocalComment } from '#shared/sync/document-state.ts';
import { commentThreads } from './comment-threads.ts';

const sent = (id: string, replyTo: string | null, resolves = false): LocalComment => ({
  isSent: true,
  comment: {
    id: id as never,
    round: 1,
    path: 'title',
    quote: null,
    replyTo: replyTo as never,
    text: id,
    resolves,
    author: { account: 'reviewer', name: 'Reviewer', voice: 'reviewer' },
    madeAt: '2026-03-05T16:20:00Z',
  },
});

test('[RE2] a thread is closed by its last comment, and opened again by a later one', () => {
  const of = (...comments: readonly LocalComment[]) => commentThreads(comments).map(({ isOpen }) => isOpen);
  expect(of(sent('a', null))).toEqual([true]);
  expect(of(sent('a', null), sent('b', 'a', true))).toEqual([false]);
  expect(of(sent('a', null), sent('b', 'a', true), sent('c', 'a'))).toEqual([true]);
});

test('threads that wait for an answer come first', () => {
  const threads = commentThreads([sent('a', null), sent('b', 'a', true), sent('c', null)]);
  expect(threads.map(({ id, entries }) => [id, entries.length])).toEqual([
    ['c', 1],
    ['a', 2],
  ]);
});
