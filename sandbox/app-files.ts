import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';

/** One file of the browser edition. */
export type AppFile = { readonly bytes: Buffer; readonly type: string; readonly isImmutable: boolean };

/** The files of the browser edition by address (`/index.html`); anything else does not exist. */
export type AppFiles = ReadonlyMap<string, AppFile>;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
};

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
      type: types[extname(name)] ?? 'application/octet-stream',
      isImmutable: isHashed(address),
    });
  }
  if (!files.has('/index.html')) throw new NoAppError(folder);
  return files;
};
