/** Where the browser edition keeps the key of each space: a small text by name. */
export interface KeyVault {
  /** The text kept under a name; null when there is none. Rejects when it cannot be read. */
  read(name: string): Promise<string | null>;
  /** Replaces the text. Resolves when a killed browser would still have it; rejects with the browser's error. */
  write(name: string, text: string): Promise<void>;
  /** Runs `work` while nobody else, in whatever tab, does so under the same name. */
  alone<T>(name: string, work: () => Promise<T>): Promise<T>;
}

const fileName = (name: string): string => `${encodeURIComponent(name)}.key.json`;

/**
 * Keys in files of the origin's private file system. Not in IndexedDB or localStorage: both leave an overwritten
 * value in their logs, so that a bare key would outlive the passphrase put before it; and localStorage writes
 * seconds late, so that a kill right after the first save would lose the key of what was saved.
 */
export const privateFileVault = (): KeyVault => {
  const folder = async (): Promise<FileSystemDirectoryHandle> => {
    const root = await navigator.storage.getDirectory();
    return root.getDirectoryHandle('keys', { create: true });
  };
  return {
    read: async (name) => {
      try {
        const handle = await (await folder()).getFileHandle(fileName(name));
        return await (await handle.getFile()).text();
      } catch (error) {
        if (error instanceof DOMException && error.name === 'NotFoundError') return null;
        throw error;
      }
    },
    write: async (name, text) => {
      const handle = await (await folder()).getFileHandle(fileName(name), { create: true });
      const file = await handle.createWritable();
      await file.write(text);
      await file.close();
    },
    alone: (name, work) => navigator.locks.request(`compact-desk:key:${name}`, work),
  };
};
