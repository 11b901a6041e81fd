import * as z from 'zod/mini';

/** Gives `length` unpredictable bytes. */
export type RandomBytes = (length: number) => Uint8Array;

/** Argon2id as RFC 9106 recommends where memory is short: 64 MiB, three passes. */
const argon2id = { name: 'argon2id', memoryKiB: 65_536, iterations: 3, parallelism: 1 } as const;
const saltBytes = 16;
const ivBytes = 12;

const base64 = z.string().check(z.regex(/^[A-Za-z0-9+/]+={0,2}$/), z.maxLength(200));

/** A key that only a passphrase opens. The cost of the derivation is stored, so that it can rise later. */
export const wrappedKeySchema = z.strictObject({
  kdf: z.strictObject({
    name: z.literal('argon2id'),
    memoryKiB: z.int().check(z.gte(8), z.lte(1_048_576)),
    iterations: z.int().check(z.gte(1), z.lte(100)),
    parallelism: z.int().check(z.gte(1), z.lte(16)),
    salt: base64,
  }),
  iv: base64,
  wrapped: base64,
});
export type WrappedKey = z.infer<typeof wrappedKeySchema>;

export const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

/** The same letters typed on another keyboard may come as other code points; NFKC makes them one. */
const spelled = (passphrase: string): string => passphrase.normalize('NFKC');

async function wrappingKey(passphrase: string, kdf: WrappedKey['kdf']): Promise<CryptoKey> {
  const { argon2id: derive } = await import('hash-wasm');
  const derived = await derive({
    password: spelled(passphrase),
    salt: fromBase64(kdf.salt),
    memorySize: kdf.memoryKiB,
    iterations: kdf.iterations,
    parallelism: kdf.parallelism,
    hashLength: 32,
    outputType: 'binary',
  });
  return crypto.subtle.importKey('raw', Uint8Array.from(derived), 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** Puts the passphrase before the key: AES-256-GCM under a key that Argon2id makes from the passphrase. */
export async function wrapKey(key: Uint8Array, passphrase: string, random: RandomBytes): Promise<WrappedKey> {
  const kdf = { ...argon2id, salt: toBase64(random(saltBytes)) };
  const iv = Uint8Array.from(random(ivBytes));
  const wrapping = await wrappingKey(passphrase, kdf);
  const wrapped = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, wrapping, Uint8Array.from(key));
  return { kdf, iv: toBase64(iv), wrapped: toBase64(new Uint8Array(wrapped)) };
}

/** The key, or null when the passphrase is another one (or the record was altered: the seal tells no difference). */
export async function unwrapKey(record: WrappedKey, passphrase: string): Promise<Uint8Array | null> {
  if (passphrase === '') return null;
  const wrapping = await wrappingKey(passphrase, record.kdf);
  try {
    const iv = fromBase64(record.iv);
    return new Uint8Array(
      await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, wrapping, fromBase64(record.wrapped)),
    );
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return null;
    throw error;
  }
}
