import { firstByteMs, readBody } from '#shared/ipc/answer-body.ts';
import type { NetworkAnswer, NetworkRequest } from '#shared/ipc/channels.ts';
import { BadArgument } from '../ipc.ts';
import { isLoopback } from '../server-address.ts';
import { networkFailure } from './network-failure.ts';

type Network = {
  /** `net.fetch`: Chromium's stack with the system's proxy and certificates. */
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly isOnline: () => boolean;
  /** Requests that may be called off, by their id; shared with `networkAbort`. */
  readonly abortable?: Map<string, () => void>;
  /** The base address of the configured server. */
  readonly serverUrl: () => string;
};

/** Headers that belong to the stack, not to the caller. */
const stackHeaders =
  /^(host|cookie|origin|referer|connection|upgrade|te|trailer|transfer-encoding|content-length|expect|via|(proxy|sec)-.*)$/;

/**
 * One request to the configured server, and to no other: redirects are reported, not followed, no cookies
 * are kept, nothing is cached. Gives up when no byte came for `idleTimeoutMs` (plus the time that a 1 kB/s
 * link needs for the body). Never rejects for what the network does; throws BadArgument for a request that it may not send.
 */
export const networkRequest =
  ({ fetch, isOnline, serverUrl, abortable = new Map() }: Network) =>
  async (request: NetworkRequest): Promise<NetworkAnswer> => {
    if (request.server !== undefined && request.server !== serverUrl())
      return { ok: false, code: 'connection', detail: 'another server is in force' };
    const url = addressOf(request.path, serverUrl());
    const headers = callerHeaders(request.headers);
    const stopper = new AbortController();
    let stopped: 'timeout' | 'too-large' | null = null;
    const stop = (why: 'timeout' | 'too-large'): void => {
      stopped = why;
      stopper.abort();
    };
    if (request.id !== undefined) abortable.set(request.id, () => stopper.abort());
    let timer = setTimeout(() => stop('timeout'), firstByteMs(request));
    const heard = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => stop('timeout'), request.idleTimeoutMs);
    };
    try {
      const response = await fetch(url, {
        method: request.method,
        headers,
        ...(request.body === undefined ? {} : { body: new Uint8Array(request.body) }),
        redirect: 'manual',
        credentials: 'omit',
        cache: 'no-store',
        signal: stopper.signal,
      });
      heard();
      if (response.status === 407) return { ok: false, code: 'proxy', detail: 'HTTP 407' };
      const body = await readBody(response.body ?? [], heard, () => stop('too-large'));
      return { ok: true, status: response.status, headers: plainHeaders(response.headers), body };
    } catch (error) {
      if (stopped !== null) return { ok: false, code: stopped, detail: `gave up: ${stopped}` };
      if (isRefusedRedirect(error)) return { ok: true, status: 302, headers: {}, body: new Uint8Array() };
      const failure = networkFailure(error);
      const isCut = failure.code === 'dns' || failure.code === 'connection';
      return isCut && !isOnline() && !isLoopback(url) ? { ...failure, code: 'offline' } : failure;
    } finally {
      clearTimeout(timer);
      if (request.id !== undefined) abortable.delete(request.id);
    }
  };

/** Calls off a request that waits. */
export const networkAbort =
  (abortable: ReadonlyMap<string, () => void>) =>
  ({ id }: { readonly id: string }): Record<string, never> => {
    abortable.get(id)?.();
    return {};
  };

function addressOf(path: string, serverUrl: string): string {
  const url = new URL(`${serverUrl}${path}`);
  // Dots and their encodings are resolved by now; what left the API must not be asked.
  if (!url.href.startsWith(`${serverUrl}/v1/`)) throw new BadArgument('path leaves the API');
  return url.href;
}

function callerHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const foreign = Object.keys(headers).find((name) => stackHeaders.test(name));
  if (foreign !== undefined) throw new BadArgument(`header ${foreign} is not the caller's to set`);
  return { ...headers };
}

function plainHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => name !== 'set-cookie'));
}

/** Electron has no "manual" answer of its own: a redirect that nobody follows ends as this error. */
const isRefusedRedirect = (error: unknown): boolean =>
  error instanceof Error && /^Redirect was cancelled|ERR_ABORTED.*redirect/i.test(error.message);
