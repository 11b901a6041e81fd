import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import type { CustomScheme } from 'electron';
import { contentTypes } from '#shared/content-types.ts';
import { appHost, appScheme } from './app-origin.ts';

/** Must be registered before the app is ready: gives `app://desk/` an origin, storage and a secure context. */
export const appSchemes: CustomScheme[] = [
  {
    scheme: appScheme,
    privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
  },
];

type Served = {
  /** The folder of the built window. */
  readonly root: string;
  readonly contentSecurityPolicy: string;
};

/**
 * Answers `app://desk/…` from the built window and from nowhere else: GET and HEAD only, no path that leaves
 * the folder, 404 for what is not there. A path without an extension is a place inside the app and gets the page.
 */
export const serveWindow = ({ root, contentSecurityPolicy }: Served) => {
  const headers = {
    'Content-Security-Policy': contentSecurityPolicy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cache-Control': 'no-cache',
  };
  const refuse = (status: number): Response => new Response(null, { status, headers });

  return async (request: Request): Promise<Response> => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
    const file = fileFor(request.url, root);
    if (file === null) return refuse(400);
    const bytes = await readFile(file).catch(() => null);
    if (bytes === null) return refuse(404);
    const contentType = contentTypes[extname(file)] ?? 'application/octet-stream';
    return new Response(request.method === 'HEAD' ? null : bytes, {
      headers: { ...headers, 'Content-Type': contentType },
    });
  };
};

/** The file below `root` that an address means; null when it means none. */
export function fileFor(address: string, root: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== `${appScheme}:` || url.host !== appHost) return null;
  const path = decoded(url.pathname);
  if (path === null || /[\0\\]/.test(path)) return null;
  const file = extname(path) === '' ? join(root, 'index.html') : resolve(root, `.${path}`);
  return file.startsWith(resolve(root) + sep) ? file : null;
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
