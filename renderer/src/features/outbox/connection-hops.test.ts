import { describe, expect, it } from 'vitest';
import type { FailureCode } from '#shared/errors.ts';
import { hopStates, hops, hopsTo } from './connection-hops.ts';

const offlineBy = (code: FailureCode) =>
  Object.values(hopStates({ state: 'offline', failure: { code }, tries: 1, nextTryAt: 0 }));

describe('hopStates', () => {
  it.each<[FailureCode, readonly string[]]>([
    ['offline', ['works', 'fails', 'unknown', 'unknown', 'unknown']],
    ['captive-portal', ['works', 'fails', 'unknown', 'unknown', 'unknown']],
    ['dns', ['works', 'works', 'fails', 'unknown', 'unknown']],
    ['proxy', ['works', 'works', 'fails', 'unknown', 'unknown']],
    ['tls', ['works', 'works', 'works', 'fails', 'unknown']],
    ['connection', ['works', 'unknown', 'unknown', 'unknown', 'unreached']],
    ['unavailable', ['works', 'works', 'works', 'works', 'fails']],
    ['store-full', ['fails', 'unknown', 'unknown', 'unknown', 'unknown']],
    ['timeout', ['works', 'unknown', 'unknown', 'unknown', 'unreached']],
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

describe('hopsTo', () => {
  it.each([
    ['https://desk.example.org', hops],
    ['http://desk.example.org:8080', ['laptop', 'link', 'way', 'server']],
    ['http://127.0.0.1:8787', ['laptop', 'server']],
    ['http://[::1]:8787', ['laptop', 'server']],
    ['https://localhost', ['laptop', 'server']],
    ['http://127.example.org', ['laptop', 'link', 'way', 'server']],
  ])('shows only what lies on the way to %s', (url, expected) => {
    expect(hopsTo(url)).toEqual(expected);
  });
});
