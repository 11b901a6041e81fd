import { mkdir, open, readdir, readFile, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Answer, Argument, Segment } from '#shared/ipc/channels.ts';
import { lowDiskBytes, segmentFileName, segmentOf, segmentToAppend } from '#shared/ipc/journal-files.ts';
import { errorCode, flushFolder, isDiskFull, isMissing } from '../durable-file.ts';
import type { Log } from '../logger.ts';

/** A segment that has grown to this is followed by another (sync-protocol.md, Safety copy). */
const segmentBytes = 20_000_000;

const lineFeed = 0x0a;

type Journals = {
  /** Each space has a folder of its own in it. */
  readonly folder: string;
  readonly log: Log;
  /** Bytes that are left on the disk of a folder. */
  readonly freeBytes?: (folder: string) => Promise<number>;
  readonly segmentBytes?: number;
};

const freeOnDisk = async (folder: string): Promise<number> => {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
};

const list = async (folder: string): Promise<readonly Segment[]> => {
  const names = await readdir(folder).catch((error) => {
    if (isMissing(error)) return [];
    throw error;
  });
  const segments = names.flatMap((name) => segmentOf(name) ?? []);
  const known = await Promise.all(
    segments.map(async (number) => {
      const { size, mtimeMs } = await stat(join(folder, segmentFileName(number)));
      return { number, sizeBytes: size, modifiedAt: mtimeMs };
    }),
  );
  return known.sort((a, b) => a.number - b.number);
};

/** Whether the last write was cut short: the next line must not begin behind half a one. */
const isTorn = async (file: string, sizeBytes: number): Promise<boolean> => {
  if (sizeBytes === 0) return false;
  const handle = await open(file, 'r');
  try {
    const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, sizeBytes - 1);
    return buffer[0] !== lineFeed;
  } finally {
    await handle.close();
  }
};

/**
 * The journals under `<folder>/<space>/000001.ndjson` and so on: lines are only ever appended, and are on the disk
 * when the answer comes. What the lines say is the window's affair; here they are sealed text.
 */
export const journals = ({
  folder,
  log,
  freeBytes = freeOnDisk,
  segmentBytes: mostBytes = segmentBytes,
}: Journals) => {
  const inSpace = (space: string): string => join(folder, encodeURIComponent(space));
  /** The end of the line of work on each space: one write at a time. */
  const working = new Map<string, Promise<unknown>>();

  const alone = <T>(space: string, work: () => Promise<T>): Promise<T> => {
    const next = (working.get(space) ?? Promise.resolve()).then(work, work);
    working.set(space, next);
    return next;
  };

  const write = async (space: string, lines: string): Promise<number> => {
    const place = inSpace(space);
    await mkdir(place, { recursive: true, mode: 0o700 });
    const { number, sizeBytes, isNew } = segmentToAppend(await list(place), mostBytes);
    const path = join(place, segmentFileName(number));
    const start = (await isTorn(path, sizeBytes)) ? '\n' : '';
    const file = await open(path, 'a', 0o600);
    try {
      await file.writeFile(start + lines, 'latin1');
      await file.sync();
    } finally {
      await file.close();
    }
    if (isNew) await flushFolder(place);
    return number;
  };

  const append = async ({ space, lines }: Argument<'journal:append'>): Promise<Answer<'journal:append'>> => {
    try {
      const segment = await alone(space, () => write(space, lines));
      return { ok: true, segment, isDiskLow: (await freeBytes(folder)) < lowDiskBytes };
    } catch (error) {
      log('error', 'journal-not-written', { space, cause: errorCode(error) || 'unknown' });
      return { ok: false, code: isDiskFull(error) ? 'disk-full' : 'failed' };
    }
  };

  const segments = async ({ space }: Argument<'journal:segments'>): Promise<Answer<'journal:segments'>> => ({
    segments: [...(await alone(space, () => list(inSpace(space))))],
  });

  const read = async ({ space, segment }: Argument<'journal:read'>): Promise<Answer<'journal:read'>> => {
    try {
      return { text: await readFile(join(inSpace(space), segmentFileName(segment)), 'latin1') };
    } catch (error) {
      if (isMissing(error)) return { text: '' };
      throw error;
    }
  };

  const dropBefore = async ({
    space,
    segment,
  }: Argument<'journal:drop-before'>): Promise<Answer<'journal:drop-before'>> => {
    await alone(space, async () => {
      const older = (await list(inSpace(space))).filter(({ number }) => number < segment);
      for (const { number } of older)
        await rm(join(inSpace(space), segmentFileName(number)), { force: true });
    });
    return {};
  };

  return { append, segments, read, dropBefore };
};
