import { describe, expect, it } from 'vitest';
import type { SyncState } from '#renderer/sync/sync-state.ts';
import { type RestingSync, restingAfter } from './announcement.ts';

describe('restingAfter', () => {
  it('speaks of a coming and going link once, not at every try', () => {
    const failure = { code: 'offline' } as const;
    const states: readonly SyncState[] = [
      { state: 'connecting' },
      { state: 'up-to-date', at: 1 },
      { state: 'connecting' },
      { state: 'up-to-date', at: 2 },
      { state: 'sending', done: 1, total: 3 },
      { state: 'offline', failure, tries: 1, nextTryAt: 9 },
      { state: 'connecting' },
      { state: 'offline', failure, tries: 2, nextTryAt: 19 },
    ];
    const spoken: (RestingSync | null)[] = [null];
    for (const sync of states) {
      const last = spoken.at(-1) ?? null;
      const next = restingAfter(last, sync);
      if (next !== last) spoken.push(next);
    }
    expect(spoken).toEqual([null, 'up-to-date', 'offline']);
  });
});
