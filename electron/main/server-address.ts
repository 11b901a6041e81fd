import { isLoopbackHost } from '#shared/loopback.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { sha256Hex } from '#shared/sync/hash.ts';

/** The sandbox network on this laptop, where nothing else was set. */
export const defaultServer = 'http://127.0.0.1:8787';

/** The space of a server: `training` for the one on this laptop, else with 16 hex digits of the address's sha256. */
export const networkSpaceOf = (server: string): string =>
  server === defaultServer ? 'training' : `training-${sha256Hex(server).slice(0, 16)}`;

/** True for an address that never leaves this laptop. */
export const isLoopback = (address: string): boolean => isLoopbackHost(new URL(address).hostname);

/**
 * The base address of a server, without a slash at its end: https, or http on this laptop only. Credentials,
 * a query or a fragment do not belong into it.
 */
export function serverAddress(text: string): Result<string, 'not-a-url' | 'not-https'> {
  const trimmed = text.trim();
  if (!URL.canParse(trimmed)) return err('not-a-url');
  const url = new URL(trimmed);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  if (!isWeb || url.hostname === '' || `${url.username}${url.password}${url.search}${url.hash}` !== '')
    return err('not-a-url');
  if (url.protocol === 'http:' && !isLoopbackHost(url.hostname)) return err('not-https');
  return ok(`${url.origin}${url.pathname.replace(/\/+$/, '')}`);
}
