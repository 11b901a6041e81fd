import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A living process already serves from this data folder. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError';
  constructor(folder: string, pid: number) {
    super(`The data folder ${folder} is in use by process ${pid}`);
  }
}

type Holder = { readonly pid: number; readonly started: string };

/** Start time of a process in kernel ticks; tells a reused pid apart. Empty where /proc is absent. */
const startOf = (pid: number): string => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const readHolder = (file: string): Holder | null => {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof value !== 'object' || value === null) return null;
    const { pid, started } = value as Partial<Holder>;
    return Number.isInteger(pid) && typeof started === 'string' ? { pid: pid as number, started } : null;
  } catch {
    return null;
  }
};

const holdsStill = (holder: Holder): boolean =>
  isAlive(holder.pid) && (holder.started === '' || startOf(holder.pid) === holder.started);

const tryCreate = (file: string): boolean => {
  try {
    const holder: Holder = { pid: process.pid, started: startOf(process.pid) };
    writeFileSync(file, JSON.stringify(holder), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
};

/**
 * Takes `folder` for this process until `release`; a lock left by a process that is gone is taken
 * over. Throws FolderInUseError. Needed because a second PGlite on one folder is not refused.
 */
export const lockFolder = (folder: string): { readonly release: () => void } => {
  const file = join(folder, 'lock.json');
  if (!tryCreate(file)) {
    const holder = readHolder(file);
    if (holder !== null && holdsStill(holder)) throw new FolderInUseError(folder, holder.pid);
    rmSync(file, { force: true });
    if (!tryCreate(file)) throw new FolderInUseError(folder, readHolder(file)?.pid ?? 0);
  }
  return { release: () => rmSync(file, { force: true }) };
};
