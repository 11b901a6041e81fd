import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { NetworkRequest } from '#shared/ipc/channels.ts';
import { networkRequest } from './network.ts';

const request: NetworkRequest = { method: 'GET', path: '/v1/changes', headers: {}, idleTimeoutMs: 1000 };
type Fetch = (url: string, init: RequestInit) => Promise<Response>;

const wired = (fetch: Fetch, { server = 'https://network.example', online = true } = {}) =>
  networkRequest({ fetch, isOnline: () => online, serverUrl: () => server });

/** A body whose chunks the test hands out one by one. */
function openBody() {
  let control: ReadableStreamDefaultController<Uint8Array> | undefined;
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => {
      control = controller;
    },
  });
  return {
    stream,
    push: (size: number) => control?.enqueue(new Uint8Array(size)),
    end: () => control?.close(),
  };
}

/** As Chromium does it: the abort ends the body. */
const answering =
  (stream: ReadableStream<Uint8Array>): Fetch =>
  async (_url, { signal }) => {
    const cut = new TransformStream<Uint8Array, Uint8Array>();
    void stream.pipeTo(cut.writable, { signal: signal as AbortSignal }).catch(() => {});
    return new Response(cut.readable);
  };

describe('network:request', () => {
  it('CL13: what is meant for another server than the one in force reaches none', async () => {
    let reached = 0;
    const ask = wired(async () => {
      reached += 1;
      return new Response('hello');
    });
    const meant = (server: string) => ask({ ...request, server });
    expect(await meant('https://former.example')).toMatchObject({ ok: false, code: 'connection' });
    expect(reached).toBe(0);
    expect(await meant('https://network.example')).toMatchObject({ ok: true });
    expect(reached).toBe(1);
  });

  it('goes to the configured server, without cookies, cache or redirects', async () => {
    const seen: unknown[] = [];
    const answer = await wired(async (url, { signal: _signal, ...init }) => {
      seen.push(url, init);
      return new Response('hello', { status: 201, headers: { 'Network-Api': '1', 'Set-Cookie': 'a=b' } });
    })({ ...request, method: 'PUT', headers: { authorization: 'Bearer x' }, body: new Uint8Array([1, 2]) });
    expect(seen).toEqual([
      'https://network.example/v1/changes',
      {
        method: 'PUT',
        headers: { authorization: 'Bearer x' },
        body: new Uint8Array([1, 2]),
        redirect: 'manual',
        credentials: 'omit',
        cache: 'no-store',
      },
    ]);
    expect(answer).toEqual({
      ok: true,
      status: 201,
      headers: { 'content-type': 'text/plain;charset=UTF-8', 'network-api': '1' },
      body: new TextEncoder().encode('hello'),
    });
  });

  it.each(['/v1/../__faults', '/v1/%2e%2e/__faults', '/v1/..%2f..', '/v1/a/../../../x'])(
    'asks nothing outside the API: %s',
    async (path) => {
      const asked: string[] = [];
      const ask = wired(async (url) => {
        asked.push(url);
        return new Response();
      });
      await ask({ ...request, path }).catch((error) =>
        expect(String(error)).toContain('path leaves the API'),
      );
      expect(asked.filter((url) => !url.startsWith('https://network.example/v1/'))).toEqual([]);
    },
  );

  it('keeps the path of a server that does not live at its root', async () => {
    const asked: string[] = [];
    const ask = wired(
      async (url) => {
        asked.push(url);
        return new Response();
      },
      { server: 'https://un.example/network' },
    );
    await ask(request);
    expect(asked).toEqual(['https://un.example/network/v1/changes']);
    await expect(ask({ ...request, path: '/v1/../../v1/x' })).rejects.toThrow('path leaves the API');
  });

  it.each(['host', 'cookie', 'origin', 'proxy-authorization', 'sec-fetch-site', 'content-length'])(
    'refuses the header %s',
    async (name) => {
      const ask = wired(async () => new Response())({ ...request, headers: { [name]: 'x' } });
      await expect(ask).rejects.toThrow(`header ${name}`);
    },
  );

  it.each([
    ['net::ERR_NAME_NOT_RESOLVED', 'dns'],
    ['net::ERR_PROXY_CONNECTION_FAILED', 'proxy'],
    ['net::ERR_TUNNEL_CONNECTION_FAILED', 'proxy'],
    ['net::ERR_CERT_DATE_INVALID', 'tls'],
    ['net::ERR_SSL_PROTOCOL_ERROR', 'tls'],
    ['net::ERR_CONNECTION_REFUSED', 'connection'],
    ['net::ERR_CONNECTION_TIMED_OUT', 'timeout'],
    ['net::ERR_INTERNET_DISCONNECTED', 'offline'],
  ] as const)('%s is named %s', async (message, code) => {
    const answer = await wired(async () => Promise.reject(new Error(message)))(request);
    expect(answer).toEqual({ ok: false, code, detail: message.slice('net::'.length) });
  });

  it('is offline when the laptop is and the server is elsewhere', async () => {
    const refused: Fetch = async () => Promise.reject(new Error('net::ERR_CONNECTION_REFUSED'));
    expect(await wired(refused, { online: false })(request)).toMatchObject({ code: 'offline' });
    const here = { online: false, server: 'http://127.0.0.1:8787' };
    expect(await wired(refused, here)(request)).toMatchObject({ code: 'connection' });
  });

  it('reports a redirect that nobody follows, and a proxy that wants a password', async () => {
    const redirected: Fetch = async () => Promise.reject(new Error('Redirect was cancelled'));
    expect(await wired(redirected)(request)).toMatchObject({ ok: true, status: 302 });
    const proxied: Fetch = async () => new Response(null, { status: 407 });
    expect(await wired(proxied)(request)).toEqual({ ok: false, code: 'proxy', detail: 'HTTP 407' });
  });
});

describe('network:request against a slow or endless server', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('gives up when no byte came in time', async () => {
    const { stream } = openBody();
    const answer = wired(answering(stream))(request);
    await vi.advanceTimersByTimeAsync(1001);
    expect(await answer).toEqual({ ok: false, code: 'timeout', detail: 'gave up: timeout' });
  });

  it('waits as long as bytes keep coming', async () => {
    const { stream, push, end } = openBody();
    const answer = wired(answering(stream))(request);
    for (let second = 0; second < 5; second += 1) {
      await vi.advanceTimersByTimeAsync(900);
      push(10);
    }
    await vi.advanceTimersByTimeAsync(900);
    end();
    expect(await answer).toMatchObject({ ok: true, body: new Uint8Array(50) });
  });

  it('gives a large body the time that a link of 1 kB/s needs for it', async () => {
    let isDone = false;
    const never: Fetch = (_url, { signal }) =>
      new Promise((_resolve, reject) =>
        signal?.addEventListener('abort', () => reject(new Error('aborted'))),
      );
    const answer = wired(never)({ ...request, method: 'POST', body: new Uint8Array(20_000) }).finally(() => {
      isDone = true;
    });
    await vi.advanceTimersByTimeAsync(20_900);
    expect(isDone).toBe(false);
    await vi.advanceTimersByTimeAsync(200);
    expect(await answer).toMatchObject({ code: 'timeout' });
  });

  it('stops reading an answer that has no end', async () => {
    const mebibyte = new Uint8Array(1024 * 1024);
    const endless = new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(mebibyte) });
    expect(await wired(async () => new Response(endless))(request)).toMatchObject({
      ok: false,
      code: 'too-large',
    });
  });
});
