import { firstByteMs, readBody } from '#shared/ipc/answer-body.ts';
import type { NetworkAnswer, NetworkRequest } from '#shared/ipc/channels.ts';
import type { Abort } from './shell.ts';

type Browser = {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly isOnline: () => boolean;
};

const failure = (code: Extract<NetworkAnswer, { ok: false }>['code'], detail: string): NetworkAnswer => ({
  ok: false,
  code,
  detail,
});

/**
 * One request to the origin that the app came from. A browser does not say which layer failed: what is not a
 * timeout or plainly offline is `connection`. Redirects are reported as 302, not followed. Never rejects.
 */
export const browserRequest =
  ({ fetch, isOnline }: Browser) =>
  async (request: NetworkRequest, abort?: Abort): Promise<NetworkAnswer> => {
    const stopper = new AbortController();
    let stopped: 'timeout' | 'too-large' | null = null;
    const stop = (why: 'timeout' | 'too-large'): void => {
      stopped = why;
      stopper.abort();
    };
    abort?.onAbort(() => stopper.abort());
    let timer = setTimeout(() => stop('timeout'), firstByteMs(request));
    const heard = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => stop('timeout'), request.idleTimeoutMs);
    };
    try {
      const response = await fetch(request.path, {
        method: request.method,
        headers: request.headers,
        ...(request.body === undefined ? {} : { body: Uint8Array.from(request.body) }),
        redirect: 'manual',
        credentials: 'omit',
        cache: 'no-store',
        signal: stopper.signal,
      });
      heard();
      if (response.type === 'opaqueredirect') {
        return { ok: true, status: 302, headers: {}, body: new Uint8Array() };
      }
      const body = await readBody(partsOf(response.body), heard, () => stop('too-large'));
      return { ok: true, status: response.status, headers: Object.fromEntries(response.headers), body };
    } catch (error) {
      if (stopped !== null) return failure(stopped, `gave up: ${stopped}`);
      return failure(isOnline() ? 'connection' : 'offline', error instanceof Error ? error.name : 'unknown');
    } finally {
      clearTimeout(timer);
    }
  };

/** As they come. WebKit cannot iterate over a stream. */
async function* partsOf(body: Response['body']): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  for (;;) {
    const next = await reader?.read();
    if (next?.value === undefined) return;
    yield next.value;
  }
}
