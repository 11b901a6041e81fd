import { randomBytes, webcrypto } from 'node:crypto';
import { argon2id } from 'hash-wasm';
import type { BundleCrypto } from '#shared/bundle/bundle-crypto.ts';

const bytesOfHex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));

/** Argon2id by hash-wasm and AES-256-GCM by Node, as the window does it. */
export const nodeBundleCrypto: BundleCrypto = {
  random: (length) => new Uint8Array(randomBytes(length)),
  async deriveKey(passphrase, { salt, memoryKiB, iterations, parallelism }) {
    const raw = await argon2id({
      // The same letters typed on another keyboard may come as other code points; NFKC makes them one.
      password: passphrase.normalize('NFKC'),
      salt: bytesOfHex(salt),
      memorySize: memoryKiB,
      iterations,
      parallelism,
      hashLength: 32,
      outputType: 'binary',
    });
    const key = await webcrypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
    return {
      seal: async (iv, label, plain) =>
        new Uint8Array(
          await webcrypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: label }, key, plain),
        ),
      open: (iv, label, sealed) =>
        webcrypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: label }, key, sealed).then(
          (plain) => new Uint8Array(plain),
          () => undefined,
        ),
    };
  },
};
