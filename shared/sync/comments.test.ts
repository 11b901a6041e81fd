import { expect, test } from 'vitest';
import { makeCommentId } from '#shared/domain/ids.ts';
import type { Comment, CommentDraft } from '#shared/domain/review.ts';
import { applyChange, applyWhole } from './apply-change.ts';
import { addComment, commentRefused, commentSent, waitingComments, withComments } from './comments.ts';
import { hasUnsent } from './document-state.ts';
import { edit } from './edit.ts';
import { freeze } from './outbox.ts';
import { change, synced } from './test-documents.ts';

const draft = (index: number, rest: Partial<CommentDraft> = {}): CommentDraft => ({
  id: makeCommentId(1_760_000_000_000 + index, (length) => new Uint8Array(length)),
  round: 1,
  path: 'title',
  quote: null,
  replyTo: null,
  text: `comment ${index}`,
  resolves: false,
  ...rest,
});

const sent = (comment: CommentDraft, madeAt: string): Comment => ({
  ...comment,
  author: { account: 'a', name: 'A', voice: 'author' },
  madeAt,
});

const two = addComment(
  addComment(synced({ title: 'a' }), draft(1), 10),
  draft(2, { replyTo: draft(1).id }),
  20,
);

test('[RE7] comments wait in the order in which they were written, so that a reply follows its first one', () => {
  expect(waitingComments(two).map(({ text }) => text)).toEqual(['comment 1', 'comment 2']);
  expect(hasUnsent(two)).toBe(true);
});

test('[RE1] a comment that the Network has is sent once, whether its answer or the feed says so first', () => {
  const first = sent(draft(1), '2026-03-05T10:00:00Z');
  const told = change(1, {}, { comments: [first] });
  const answered = commentSent(two, first);
  expect(waitingComments(answered).map(({ text }) => text)).toEqual(['comment 2']);
  expect(applyChange(answered, told, 1).comments).toEqual(answered.comments);
  expect(applyChange(two, told, 1).comments).toEqual(answered.comments);
  expect(commentSent(applyChange(two, told, 1), first).comments).toEqual(answered.comments);
});

test('[CL10] comments stand in the order of the Network, and those that wait stand last', () => {
  const later = sent(draft(3), '2026-03-05T12:00:00Z');
  const earlier = sent(draft(4), '2026-03-05T09:00:00Z');
  const told = applyChange(two, change(1, {}, { comments: [later, earlier] }), 1);
  expect(told.comments.map(({ comment }) => comment.text)).toEqual([
    'comment 4',
    'comment 3',
    'comment 1',
    'comment 2',
  ]);
});

test('[CL7] a comment that was refused stays with the reason, and holds up neither others nor the text', () => {
  const refused = commentRefused(two, draft(1).id, 'unknown-path');
  expect(refused.comments[0]).toMatchObject({ comment: { text: 'comment 1' }, refusal: 'unknown-path' });
  expect(waitingComments(refused).map(({ text }) => text)).toEqual(['comment 2']);
  expect(refused.attention).toBeNull();
  expect(freeze(edit(refused, new Map([['title', 'b']]), 30)).outgoing).not.toBeNull();
});

test('[RE7] a reply whose first comment the Network does not have goes out as a comment of its own', () => {
  const refused = commentRefused(two, draft(2).id, 'malformed');
  expect(waitingComments(refused)[1]).toEqual(draft(2));
});

test('[CL5] another Network takes no comment away from this laptop', () => {
  const both = commentSent(two, sent(draft(1), '2026-03-05T10:00:00Z'));
  const texts = (state: typeof both | undefined) => state?.comments.map(({ comment }) => comment.text);
  expect(texts(applyWhole(both, undefined, 1, 'own'))).toEqual(['comment 1', 'comment 2']);
  expect(texts(applyWhole(both, change(3, {}, { whole: true }), 1, 'own'))).toEqual([
    'comment 1',
    'comment 2',
  ]);
});

test('[ME4] what can no longer be said to a document that is gone does not wait for ever', () => {
  expect(hasUnsent(applyChange(two, change(1, {}, { access: 'none' }), 1))).toBe(false);
});

test('[RE8] what a restored Network lost of one’s own goes there again; what others said stays to be read', () => {
  const [first, second] = [sent(draft(1), '2026-03-05T10:00:00Z'), sent(draft(2), '2026-03-05T11:00:00Z')];
  const state = { ...synced({ title: 'a' }), comments: withComments([], [first, second]) };
  const again = applyWhole(state, change(1, {}, { whole: true, comments: [second] }), 1, 'a');
  expect(again && waitingComments(again)).toEqual([draft(1)]);
  const elsewhere = applyWhole(state, undefined, 1, 'somebody else');
  expect(elsewhere && waitingComments(elsewhere)).toEqual([]);
  expect(elsewhere?.comments).toEqual(state.comments);
});
