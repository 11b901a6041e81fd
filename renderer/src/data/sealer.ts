import { UnreadableRowError } from './store-failure.ts';

const nonceBytes = 12;
const format = 1;

/** Seals bytes for the disk. `label` says what they are and whose; opening under another label fails. */
export interface Sealer {
  seal(plain: Uint8Array, label: string): Promise<Uint8Array>;
  /** Rejects when the bytes were changed, cut, or sealed with another key or label. */
  open(sealed: Uint8Array, label: string): Promise<Uint8Array>;
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** AES-256-GCM by WebCrypto. A sealed row is `format (1 byte) · nonce (12) · ciphertext and tag`. */
export const aesGcmSealer = async (key: Uint8Array): Promise<Sealer> => {
  const imported = await crypto.subtle.importKey('raw', Uint8Array.from(key), 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ]);
  return {
    async seal(plain, label) {
      const iv = crypto.getRandomValues(new Uint8Array(nonceBytes));
      const parameters = { name: 'AES-GCM', iv, additionalData: bytesOf(label) };
      const ciphertext = await crypto.subtle.encrypt(parameters, imported, plain as Uint8Array<ArrayBuffer>);
      const sealed = new Uint8Array(1 + nonceBytes + ciphertext.byteLength);
      sealed[0] = format;
      sealed.set(iv, 1);
      sealed.set(new Uint8Array(ciphertext), 1 + nonceBytes);
      return sealed;
    },
    async open(sealed, label) {
      if (sealed[0] !== format) throw new UnreadableRowError(`${label} is sealed in an unknown format`);
      const bytes = sealed as Uint8Array<ArrayBuffer>;
      const iv = bytes.subarray(1, 1 + nonceBytes);
      const parameters = { name: 'AES-GCM', iv, additionalData: bytesOf(label) };
      return new Uint8Array(
        await crypto.subtle.decrypt(parameters, imported, bytes.subarray(1 + nonceBytes)),
      );
    },
  };
};

/** Seals a value as JSON. */
export const sealJson = (sealer: Sealer, value: unknown, label: string): Promise<Uint8Array> =>
  sealer.seal(bytesOf(JSON.stringify(value)), label);

/** Opens a value sealed by `sealJson`; the caller parses it by a schema. */
export const openJson = async (sealer: Sealer, sealed: Uint8Array, label: string): Promise<unknown> =>
  JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await sealer.open(sealed, label)));
