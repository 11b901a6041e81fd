import { describe, expect, it } from 'vitest';
import type { SyncState } from '#renderer/sync/sync-state.ts';
import type { DocumentSummary } from '#shared/domain/summary.ts';
import { receiptOf, summaryOf } from '#shared/domain/test-summary.ts';
import { receivedWords } from './received-words.ts';

const online: SyncState = { state: 'up-to-date', at: 0 };
const offline: SyncState = { state: 'offline', failure: { code: 'offline' }, tries: 1, nextTryAt: 0 };

const receipt = receiptOf();

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
