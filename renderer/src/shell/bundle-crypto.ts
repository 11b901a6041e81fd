import type { BundleCrypto } from '#shared/bundle/bundle-crypto.ts';

const owned = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => bytes as Uint8Array<ArrayBuffer>;

/** Argon2id by hash-wasm and AES-256-GCM by WebCrypto. */
export const bundleCrypto: BundleCrypto = {
  random: (length) => crypto.getRandomValues(new Uint8Array(length)),
  async deriveKey(passphrase, { salt, memoryKiB, iterations, parallelism }) {
    const { argon2id } = await import('hash-wasm');
    const raw = await argon2id({
      // The same letters typed on another keyboard may come as other code points; NFKC makes them one.
      password: passphrase.normalize('NFKC'),
      salt: Uint8Array.from(salt.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)),
      memorySize: memoryKiB,
      iterations,
      parallelism,
      hashLength: 32,
      outputType: 'binary',
    });
    const key = await crypto.subtle.importKey('raw', owned(raw), 'AES-GCM', false, ['encrypt', 'decrypt']);
    const parameters = (iv: Uint8Array, label: Uint8Array) => ({
      name: 'AES-GCM',
      iv: owned(iv),
      additionalData: owned(label),
    });
    return {
      seal: async (iv, label, plain) =>
        new Uint8Array(await crypto.subtle.encrypt(parameters(iv, label), key, owned(plain))),
      open: (iv, label, sealed) =>
        crypto.subtle.decrypt(parameters(iv, label), key, owned(sealed)).then(
          (plain) => new Uint8Array(plain),
          () => undefined,
        ),
    };
  },
};
