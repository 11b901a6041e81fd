import type { NetworkAnswer, NetworkRequest } from '#shared/ipc/channels.ts';
import type { Abort } from './shell.ts';

type Browser = {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly isOnline: () => boolean;
};

const maxAnswerBytes = 64 * 1024 * 1024;
/** A link this slow may still take its time to carry a body up before the first byte comes back. */
const slowestLinkBytesPerMs = 1;

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
    const uploadMs = (request.body?.byteLength ?? 0) / slowestLinkBytesPerMs;
    let timer = setTimeout(() => stop('timeout'), request.idleTimeoutMs + uploadMs);
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
      const body = await readBody(response, heard, () => stop('too-large'));
      return { ok: true, status: response.status, headers: Object.fromEntries(response.headers), body };
    } catch (error) {
      if (stopped !== null) return failure(stopped, `gave up: ${stopped}`);
      return failure(isOnline() ? 'connection' : 'offline', error instanceof Error ? error.name : 'unknown');
    } finally {
      clearTimeout(timer);
    }
  };

async function readBody(
  response: Response,
  heard: () => void,
  tooLarge: () => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = response.body?.getReader();
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for (;;) {
    const next = await reader?.read();
    if (next?.value === undefined) break;
    heard();
    sizeBytes += next.value.byteLength;
    if (sizeBytes > maxAnswerBytes) {
      tooLarge();
      throw new Error('the answer is too large');
    }
    chunks.push(next.value);
  }
  const body = new Uint8Array(sizeBytes);
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.byteLength;
  }
  return body;
}
