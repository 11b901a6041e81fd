import { createHash } from 'node:crypto';
import { mkdir, open, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sha256 } from '#shared/domain/attachment.ts';
import type { BlobShelf } from './blob-shelf.ts';

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** Files in a folder, each under its hash. A file gets its name only when it is whole, verified and flushed. */
export const folderBlobShelf = async (folder: string): Promise<BlobShelf> => {
  await mkdir(folder, { recursive: true });
  const pathOf = (file: Sha256): string => join(folder, file);
  const sizeOf = async (file: Sha256): Promise<number | undefined> => {
    try {
      return (await stat(pathOf(file))).size;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  };
  return {
    sizeOf,
    missing: async (files) => {
      const sizes = await Promise.all(files.map(sizeOf));
      return files.filter((_, index) => sizes[index] === undefined);
    },
    read: async (file, from, to) => {
      const handle = await open(pathOf(file), 'r');
      try {
        const bytes = new Uint8Array(Math.max(0, to - from));
        const { bytesRead } = await handle.read(bytes, 0, bytes.length, from);
        return bytes.subarray(0, bytesRead);
      } finally {
        await handle.close();
      }
    },
    put: async (file, bytes) => {
      if (createHash('sha256').update(bytes).digest('hex') !== file) return false;
      const unfinished = `${pathOf(file)}.${process.hrtime.bigint()}`;
      await writeFile(unfinished, bytes, { flush: true });
      await rename(unfinished, pathOf(file));
      return true;
    },
  };
};
