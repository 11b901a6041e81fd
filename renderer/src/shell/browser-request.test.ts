import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { NetworkRequest } from '#shared/ipc/channels.ts';
import { browserRequest } from './browser-request.ts';

const request: NetworkRequest = { method: 'GET', path: '/v1/changes', headers: {}, idleTimeoutMs: 1000 };
type Fetch = (url: string, init: RequestInit) => Promise<Response>;
const wired = (fetch: Fetch, online = true) => browserRequest({ fetch, isOnline: () => online });

describe('a request of the browser edition', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('goes to the origin of the page and brings back status, headers and bytes', async () => {
    const seen: unknown[] = [];
    const answer = await wired(async (url, { signal: _signal, ...init }) => {
      seen.push(url, init);
      return new Response('{}', {
        status: 404,
        headers: { 'Network-Api': '1', 'Content-Type': 'text/plain' },
      });
    })({ ...request, method: 'POST', headers: { 'content-type': 'x' }, body: new Uint8Array([7]) });
    expect(seen).toEqual([
      '/v1/changes',
      {
        method: 'POST',
        headers: { 'content-type': 'x' },
        body: new Uint8Array([7]),
        redirect: 'manual',
        credentials: 'omit',
        cache: 'no-store',
      },
    ]);
    expect(answer).toEqual({
      ok: true,
      status: 404,
      headers: { 'content-type': 'text/plain', 'network-api': '1' },
      body: new TextEncoder().encode('{}'),
    });
  });

  it('never rejects: what fails is named as far as a browser knows', async () => {
    const failing: Fetch = async () => Promise.reject(new TypeError('Failed to fetch'));
    expect(await wired(failing)(request)).toEqual({ ok: false, code: 'connection', detail: 'TypeError' });
    expect(await wired(failing, false)(request)).toEqual({ ok: false, code: 'offline', detail: 'TypeError' });
  });

  it('gives up when no byte came in time', async () => {
    const never: Fetch = (_url, { signal }) =>
      new Promise((_resolve, reject) =>
        signal?.addEventListener('abort', () => reject(new Error('aborted'))),
      );
    const answer = wired(never)(request);
    await vi.advanceTimersByTimeAsync(1001);
    expect(await answer).toMatchObject({ ok: false, code: 'timeout' });
  });

  it('reports a redirect instead of following it', async () => {
    const redirected = Object.defineProperty(new Response(), 'type', { value: 'opaqueredirect' });
    expect(await wired(async () => redirected)(request)).toMatchObject({ ok: true, status: 302 });
  });

  it('stops reading an answer that has no end', async () => {
    const mebibyte = new Uint8Array(1024 * 1024);
    const endless = new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(mebibyte) });
    expect(await wired(async () => new Response(endless))(request)).toMatchObject({ code: 'too-large' });
  });
});
