import { expect, test } from 'vitest';
import { type ClientId, makeSubmissionId } from '#shared/domain/ids.ts';
import type { DocumentState } from '#shared/sync/document-state.ts';
import { freeze } from '#shared/sync/outbox.ts';
import { requestSubmission } from '#shared/sync/submission.ts';
import { begun, synced } from '#shared/sync/test-documents.ts';
import { carriedOf } from './carried.ts';
import { isOutdated } from './carried-order.ts';

const client = '0192f000-0000-7000-8000-000000000001' as ClientId;
const entry = (state: DocumentState, standing = 'waiting') => {
  const carried = carriedOf(freeze(state), { account: 'ana', name: 'Ana', client, epoch: null });
  if (carried === undefined) throw new Error('nothing waits');
  return { ...carried, standing: { state: standing } };
};
const asked = (state: DocumentState, at: number) =>
  requestSubmission(
    state,
    makeSubmissionId(at, (length) => new Uint8Array(length)),
    at,
  );
const later = (state: DocumentState): DocumentState => ({ ...state, lastN: state.lastN + 1 });

const first = begun({ title: 'a' });
const sent = synced({ title: 'a' });

/** What one laptop hands over of a document, each after the one before. */
const orders: Readonly<Record<string, readonly [DocumentState, DocumentState]>> = {
  'edits, and then later edits': [first, later(first)],
  'edits, and then the submission of the same': [first, asked(first, 5)],
  'a submission with edits, and then without: they were acknowledged': [asked(first, 5), asked(sent, 5)],
  'edits, and then a submission of what was acknowledged': [first, asked(sent, 5)],
  'a submission, and then another one': [asked(sent, 5), asked(sent, 6)],
  'a submission with edits, and then later edits': [asked(first, 5), later(first)],
};

test.each(Object.entries(orders))('%s: in either order the later one stays', (_, [older, newer]) => {
  expect(isOutdated([entry(newer)], entry(older))).toBe(true);
  expect(isOutdated([entry(older)], entry(newer))).toBe(false);
  expect(isOutdated([entry(newer)], entry(newer))).toBe(false);
});

test('a submission that has come to its end keeps nothing away', () => {
  const refused = entry(asked(sent, 5), 'refused');
  expect(isOutdated([refused], entry(later(first)))).toBe(false);
});

test('another laptop has a queue of its own', () => {
  const other = { ...entry(later(first)), client: '0192f000-0000-7000-8000-000000000002' as ClientId };
  expect(isOutdated([other], entry(first))).toBe(false);
});
