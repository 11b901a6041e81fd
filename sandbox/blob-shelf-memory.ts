import { createHash } from 'node:crypto';
import type { Sha256 } from '#shared/domain/attachment.ts';
import type { BlobShelf } from './blob-shelf.ts';

/** Files in memory: for tests and the simulation. */
export const memoryBlobShelf = (): BlobShelf => {
  const files = new Map<Sha256, Uint8Array>();
  return {
    missing: async (wanted) => wanted.filter((file) => !files.has(file)),
    sizeOf: async (file) => files.get(file)?.length,
    read: async (file, from, to) => {
      const bytes = files.get(file);
      if (bytes === undefined) throw new Error(`no such file: ${file}`);
      return bytes.slice(from, to);
    },
    put: async (file, bytes) => {
      if (createHash('sha256').update(bytes).digest('hex') !== file) return false;
      files.set(file, bytes.slice());
      return true;
    },
  };
};
