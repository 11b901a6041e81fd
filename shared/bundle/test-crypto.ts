import { sha256HexOfBytes } from '#shared/sync/hash.ts';
import type { BundleCrypto, BundleKey } from './bundle-crypto.ts';

const subtle = globalThis.crypto.subtle;
const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(bytes);

/** Real sealing under a key that costs nothing to make: for tests only. `random` counts up. */
export const testCrypto = (): BundleCrypto => {
  let next = 0;
  return {
    random: (length) => Uint8Array.from({ length }, () => (next = (next + 1) % 256)),
    async deriveKey(passphrase, { salt }): Promise<BundleKey> {
      const hash = sha256HexOfBytes(new TextEncoder().encode(`${salt} ${passphrase}`));
      const raw = Uint8Array.from(hash.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
      const key = await subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
      return {
        seal: async (iv, label, plain) =>
          new Uint8Array(
            await subtle.encrypt(
              { name: 'AES-GCM', iv: own(iv), additionalData: own(label) },
              key,
              own(plain),
            ),
          ),
        open: (iv, label, sealed) =>
          subtle.decrypt({ name: 'AES-GCM', iv: own(iv), additionalData: own(label) }, key, own(sealed)).then(
            (plain) => new Uint8Array(plain),
            () => undefined,
          ),
      };
    },
  };
};
