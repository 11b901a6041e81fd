import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

/** Stands for the system's keychain, so it lies outside the profile; unset: a system without a keychain. */
const keychainFile = process.env.ELECTRON_HOST_KEYCHAIN;

function keychainKey(): Buffer {
  if (keychainFile === undefined) throw new Error('stand-in: no keychain');
  try {
    writeFileSync(keychainFile, randomBytes(32), { flag: 'wx', mode: 0o600 });
  } catch {
    // It is there already.
  }
  return readFileSync(keychainFile);
}

export const safeStorage = {
  isAsyncEncryptionAvailable: async (): Promise<boolean> => keychainFile !== undefined,
  getSelectedStorageBackend: (): string => (keychainFile === undefined ? 'basic_text' : 'gnome_libsecret'),
  encryptStringAsync: async (text: string): Promise<Buffer> => {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', keychainKey(), iv);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
  },
  decryptStringAsync: async (bytes: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }> => {
    const decipher = createDecipheriv('aes-256-gcm', keychainKey(), bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    const opened = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
    return { result: opened.toString('utf8'), shouldReEncrypt: false };
  },
};
