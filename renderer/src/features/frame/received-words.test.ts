import { describe, expect, it } from 'vitest';
import type { SyncState } from '#renderer/sync/sync-state.ts';
import { docIdSchema } from '#shared/domain/ids.ts';
import type { DocumentSummary } from '#shared/domain/summary.ts';
import { receivedWords } from './received-words.ts';

const id = docIdSchema.parse('0192f0c1-2a3b-7c4d-8e5f-0123456789ab');
const online: SyncState = { state: 'up-to-date', at: 0 };
const offline: SyncState = { state: 'offline', failure: { code: 'offline' }, tries: 1, nextTryAt: 0 };

const summaryOf = (change: Partial<DocumentSummary>): DocumentSummary => ({
  id,
  kind: 'pledge',
  template: 'pledge@1',
  stage: 'draft',
  round: 1,
  title: '',
  countries: [],
  objectives: [],
  organizations: [],
  errors: 0,
  warnings: 0,
  conflicts: 0,
  createdAt: 0,
  savedAt: 0,
  receipt: null,
  changedSinceReceipt: false,
  unsentFields: 0,
  attention: null,
  ...change,
});

const receipt = {
  receiptNo: 'N-2027-00417',
  doc: id,
  rev: 3,
  round: 1,
  contentHash: '0'.repeat(64),
  receivedAt: '2027-03-01T16:20:00Z',
};

describe('receivedWords', () => {
  it('does not speak of a Network where there is none', () => {
    expect(receivedWords(summaryOf({ receipt }), { state: 'local-only' })).toEqual({ says: 'only-here' });
  });

  it('says the same of a draft before and after each autosave while the link works', () => {
    const words = { says: 'not-submitted', draft: 'as-you-write' };
    expect(receivedWords(summaryOf({ unsentFields: 3 }), online)).toEqual(words);
    expect(receivedWords(summaryOf({}), online)).toEqual(words);
    expect(receivedWords(summaryOf({}), { state: 'sending', done: 0, total: 1 })).toEqual(words);
  });

  it('claims a copy of a draft without a link only where nothing is unsent', () => {
    expect(receivedWords(summaryOf({ unsentFields: 3 }), offline)).toMatchObject({ draft: 'waits' });
    expect(receivedWords(summaryOf({ unsentFields: 3 }), { state: 'paused' })).toMatchObject({
      draft: 'paused',
    });
    expect(receivedWords(summaryOf({}), offline)).toMatchObject({ draft: 'copied' });
  });

  it('tells what was handed over from a draft, and calls neither received without a receipt', () => {
    expect(receivedWords(summaryOf({ stage: 'ready' }), offline)).toEqual({ says: 'not-received' });
    expect(receivedWords(summaryOf({ stage: 'submitted' }), online)).toEqual({ says: 'not-received' });
  });

  it('says behind a receipt what is no longer what the receipt is for', () => {
    const since = (change: Partial<DocumentSummary>) =>
      receivedWords(summaryOf({ receipt, stage: 'submitted', ...change }), online);
    expect(since({})).toEqual({ says: 'received', since: 'receipt' });
    expect(since({ changedSinceReceipt: true })).toEqual({ says: 'received', since: 'changed' });
    expect(since({ changedSinceReceipt: true, unsentFields: 2 })).toEqual({
      says: 'received',
      since: 'unsent',
    });
  });
});
