import { access, constants, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const lookAt = (path: string) => stat(path, { bigint: true }).catch(() => null);

/** Whether two paths lead to one file, also by links. */
export const isSameFile = async (a: string, b: string): Promise<boolean> => {
  const [one, other] = await Promise.all([lookAt(a), lookAt(b)]);
  return one !== null && other !== null && one.dev === other.dev && one.ino === other.ino;
};

/**
 * Writes a file beside its place and then puts it there: cut short, what stood there before is still whole. What is no
 * file, such as /dev/stdout, is written as it is. Rejects with the system's own error.
 */
export const writeWhole = async (path: string, bytes: Uint8Array): Promise<void> => {
  const before = await lookAt(path);
  if (before !== null && !before.isFile()) return writeFile(path, bytes);
  if (before !== null) await access(path, constants.W_OK);
  const place = before === null ? path : await realpath(path);
  const beside = join(dirname(place), `.desk-${process.pid}.part`);
  try {
    await writeFile(beside, bytes, before === null ? {} : { mode: Number(before.mode) });
    await rename(beside, place);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
};
