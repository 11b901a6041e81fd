import type { NetworkAnswer } from '#shared/ipc/channels.ts';

type FailureCode = Extract<NetworkAnswer, { ok: false }>['code'];

/** Chromium's names of network errors, by the layer that failed; first match counts. */
const layers: readonly (readonly [RegExp, FailureCode])[] = [
  [/^ERR_(INTERNET_DISCONNECTED|NETWORK_IO_SUSPENDED)$/, 'offline'],
  [/PROXY|^ERR_(TUNNEL_|PAC_|SOCKS_)/, 'proxy'],
  [/^ERR_(CERT_|SSL_|BAD_SSL_)/, 'tls'],
  [/^ERR_(NAME_|DNS_|ICANN_)/, 'dns'],
  [/TIMED_OUT$/, 'timeout'],
];

/** Chromium's name of the error, such as ERR_NAME_NOT_RESOLVED; empty when the error is not one of its own. */
export const chromiumErrorName = (error: unknown): string =>
  /\bnet::(ERR_[A-Z0-9_]+)/.exec(error instanceof Error ? error.message : '')?.[1] ?? '';

/** Which layer a failed request failed in, and Chromium's own name for the log and for diagnostics. */
export function networkFailure(error: unknown): Extract<NetworkAnswer, { ok: false }> {
  const name = chromiumErrorName(error);
  const code = layers.find(([pattern]) => pattern.test(name))?.[1] ?? 'connection';
  return { ok: false, code, detail: name === '' ? 'request failed' : name };
}
