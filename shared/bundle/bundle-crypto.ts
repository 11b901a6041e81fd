/** What Argon2id needs beside the passphrase; `salt` in lower-case hex. */
export type Derivation = {
  readonly name: 'argon2id';
  readonly memoryKiB: number;
  readonly iterations: number;
  readonly parallelism: number;
  readonly salt: string;
};

/** A key that a passphrase made: AES-256-GCM, the tag at the end of what is sealed. */
export interface BundleKey {
  seal(iv: Uint8Array, label: Uint8Array, plain: Uint8Array): Promise<Uint8Array>;
  /** undefined where the bytes, the label or the key are not those of the sealing. */
  open(iv: Uint8Array, label: Uint8Array, sealed: Uint8Array): Promise<Uint8Array | undefined>;
}

/** The port to cryptography: shared/ has none of its own. */
export interface BundleCrypto {
  random(length: number): Uint8Array;
  deriveKey(passphrase: string, derivation: Derivation): Promise<BundleKey>;
}
