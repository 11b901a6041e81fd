import { describe, expect, it } from 'vitest';
import type { FailureCode } from '#shared/errors.ts';
import { hopStates } from './connection-hops.ts';

const offlineBy = (code: FailureCode) =>
  Object.values(hopStates({ state: 'offline', failure: { code }, tries: 1, nextTryAt: 0 }));

describe('hopStates', () => {
  it.each<[FailureCode, readonly string[]]>([
    ['offline', ['works', 'fails', 'unknown', 'unknown', 'unknown']],
    ['captive-portal', ['works', 'fails', 'unknown', 'unknown', 'unknown']],
    ['dns', ['works', 'works', 'fails', 'unknown', 'unknown']],
    ['proxy', ['works', 'works', 'fails', 'unknown', 'unknown']],
    ['tls', ['works', 'works', 'works', 'fails', 'unknown']],
    ['connection', ['works', 'works', 'works', 'works', 'fails']],
    ['unavailable', ['works', 'works', 'works', 'works', 'fails']],
    ['store-full', ['fails', 'unknown', 'unknown', 'unknown', 'unknown']],
    ['timeout', ['works', 'unknown', 'unknown', 'unknown', 'unknown']],
  ])('names the layer that fails for %s', (code, expected) => {
    expect(offlineBy(code)).toEqual(expected);
  });

  it('claims nothing about a link that was not tried', () => {
    expect(hopStates({ state: 'paused' }).server).toBe('unknown');
  });

  it('calls the whole way good once the Network has answered', () => {
    expect(new Set(Object.values(hopStates({ state: 'up-to-date', at: 0 })))).toEqual(new Set(['works']));
  });
});
