import type { SafeStorage } from 'electron';

/** The system's keychain as far as we use it. */
export type Keychain = {
  /** False where encrypting would only be obfuscation. */
  isAvailable(): Promise<boolean>;
  encrypt(text: string): Promise<Uint8Array>;
  /** `isStale`: the keychain's own key has changed, and the text should be encrypted again. */
  decrypt(bytes: Buffer): Promise<{ readonly text: string; readonly isStale: boolean }>;
};

/**
 * The keychain behind `safeStorage`. On Linux without a secret service Electron encrypts with a password that
 * everybody knows (`basic_text`); that counts as no keychain.
 */
export const systemKeychain = (
  safeStorage: Pick<
    SafeStorage,
    'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
  >,
  platform: NodeJS.Platform,
): Keychain => ({
  isAvailable: async () => {
    if (!(await safeStorage.isAsyncEncryptionAvailable())) return false;
    return (
      platform !== 'linux' || !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend())
    );
  },
  encrypt: (text) => safeStorage.encryptStringAsync(text),
  decrypt: async (bytes) => {
    const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(bytes);
    return { text: result, isStale: shouldReEncrypt };
  },
});
