import type { Answer, Segment } from '#shared/ipc/channels.ts';
import {
  type JournalFiles,
  lowDiskBytes,
  segmentFileName,
  segmentOf,
  segmentToAppend,
} from '#shared/ipc/journal-files.ts';

/** A browser rewrites a file to append to it, so that segments are small here. */
const segmentBytes = 1_000_000;

const isNamed = (error: unknown, name: string): boolean =>
  error instanceof DOMException && error.name === name;

/** How much room the browser says that there is; plenty where it does not say. */
const freeBytes = async (): Promise<number> => {
  const { quota, usage } = await navigator.storage.estimate();
  return quota === undefined ? Number.POSITIVE_INFINITY : quota - (usage ?? 0);
};

const folderOf = async (space: string): Promise<FileSystemDirectoryHandle> => {
  const root = await navigator.storage.getDirectory();
  const journals = await root.getDirectoryHandle('journal', { create: true });
  return journals.getDirectoryHandle(encodeURIComponent(space), { create: true });
};

const list = async (folder: FileSystemDirectoryHandle): Promise<readonly Segment[]> => {
  const segments: Segment[] = [];
  for await (const [name, handle] of folder.entries()) {
    const number = segmentOf(name);
    if (number === undefined || handle.kind !== 'file') continue;
    const file = await (handle as FileSystemFileHandle).getFile();
    segments.push({ number, sizeBytes: file.size, modifiedAt: file.lastModified });
  }
  return segments.sort((a, b) => a.number - b.number);
};

const write = async (space: string, lines: string): Promise<number> => {
  const folder = await folderOf(space);
  const { number, sizeBytes } = segmentToAppend(await list(folder), segmentBytes);
  const handle = await folder.getFileHandle(segmentFileName(number), { create: true });
  // The browser swaps the file for the longer one when it is closed: a line is there whole or not at all.
  const file = await handle.createWritable({ keepExistingData: true });
  await file.write({ type: 'write', position: sizeBytes, data: lines });
  await file.close();
  return number;
};

/**
 * Journals in files of the origin's private file system; null where the browser has none. They outlive a damaged
 * store, and not what empties both: "Clear site data", or an eviction.
 */
export const privateFileJournal = (): JournalFiles | null => {
  if (typeof navigator.storage?.getDirectory !== 'function') return null;
  const alone = <T>(space: string, work: () => Promise<T>): Promise<T> =>
    navigator.locks.request(`compact-desk:journal:${space}`, work);
  return {
    checkpointBytes: 4_000_000,
    segments: async (space) => list(await folderOf(space)),
    append: async (space, lines): Promise<Answer<'journal:append'>> => {
      try {
        const segment = await alone(space, () => write(space, lines));
        return { ok: true, segment, isDiskLow: (await freeBytes()) < lowDiskBytes };
      } catch (error) {
        return { ok: false, code: isNamed(error, 'QuotaExceededError') ? 'disk-full' : 'failed' };
      }
    },
    read: async (space, segment) => {
      try {
        const handle = await (await folderOf(space)).getFileHandle(segmentFileName(segment));
        return await (await handle.getFile()).text();
      } catch (error) {
        if (isNamed(error, 'NotFoundError')) return '';
        throw error;
      }
    },
    dropBefore: (space, segment) =>
      alone(space, async () => {
        const folder = await folderOf(space);
        const older = (await list(folder)).filter(({ number }) => number < segment);
        for (const { number } of older) await folder.removeEntry(segmentFileName(number));
      }),
  };
};
