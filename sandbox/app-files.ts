import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { contentTypes } from '#shared/content-types.ts';

/** One file of the browser edition. */
export type AppFile = { readonly bytes: Buffer; readonly type: string; readonly isImmutable: boolean };

/** The files of the browser edition by address (`/index.html`); anything else does not exist. */
export type AppFiles = ReadonlyMap<string, AppFile>;

/** Vite puts a hash of the content into the names under assets. */
const isHashed = (address: string): boolean => /^\/assets\/.*-[A-Za-z0-9_-]{8,}\.[a-z0-9]+$/.test(address);

/** The folder does not hold a built browser edition. */
export class NoAppError extends Error {
  override readonly name = 'NoAppError';
  constructor(folder: string) {
    super(`There is no index.html in ${folder}; build the browser edition first`);
  }
}

/**
 * Reads the built browser edition once. Only what was found in the folder is served, so that no
 * address leads out of it. Throws NoAppError.
 */
export const readAppFiles = (folder: string): AppFiles => {
  const files = new Map<string, AppFile>();
  let names: string[];
  try {
    names = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    throw new NoAppError(folder);
  }
  const prefix = join(folder, sep).length;
  for (const name of names) {
    const address = `/${name.slice(prefix).split(sep).join('/')}`;
    files.set(address, {
      bytes: readFileSync(name),
      type: contentTypes[extname(name)] ?? 'application/octet-stream',
      isImmutable: isHashed(address),
    });
  }
  if (!files.has('/index.html')) throw new NoAppError(folder);
  return files;
};
