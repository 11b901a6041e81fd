import type { SignedTemplate } from '#renderer/sync/ports.ts';
import pinned from '#resources/template-keys.json';
import { isLoopbackHost } from '#shared/loopback.ts';

/** A key whose signature counts: its id, and its 32 bytes (Ed25519) in base64. */
export type TemplateKey = { readonly id: string; readonly key: string };

/**
 * The keys that the forms of a server may be signed with: those that the build pins. The one of the practice Network is no
 * secret, so it counts only where the server is on this laptop (docs/decisions/0023).
 */
export const keysFor = (serverUrl: string): readonly TemplateKey[] =>
  isLoopbackHost(new URL(serverUrl).hostname) ? [...pinned.network, ...pinned.training] : pinned.network;

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

/** Whether one of `keys` signed exactly these bytes. What is no signature, or no base64, is a wrong one. */
export const isSigned = async (
  { bytes, keyId, signature }: SignedTemplate,
  keys: readonly TemplateKey[],
): Promise<boolean> => {
  const known = keys.find(({ id }) => id === keyId);
  if (known === undefined) return false;
  try {
    const key = await crypto.subtle.importKey('raw', bytesOf(known.key), 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', key, bytesOf(signature), bytes);
  } catch {
    return false;
  }
};
