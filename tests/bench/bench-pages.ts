import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { screenLanguagesPlugin } from '#build/screen-languages-plugin.ts';

const pagesFolder = fileURLToPath(new URL('./pages/', import.meta.url));
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** The pages of the benchmarks, built as the app is, and beside them what `folder` holds, on one origin. */
export type BenchPages = { readonly url: string; close(): Promise<void> };

function fileIn(folders: readonly string[], path: string): Buffer | undefined {
  for (const folder of folders) {
    const file = normalize(join(folder, path));
    if (!file.startsWith(folder + sep)) continue;
    try {
      return readFileSync(file);
    } catch {
      // The next folder may have it.
    }
  }
  return undefined;
}

/** Builds the pages named and serves them under /bench/, with the files of `appFolder` at the root. */
export async function serveBenchPages(pages: readonly string[], appFolder: string): Promise<BenchPages> {
  const outDir = mkdtempSync(join(tmpdir(), 'compact-desk-bench-'));
  await build({
    configFile: false,
    root: pagesFolder,
    base: '/bench/',
    logLevel: 'warn',
    plugins: [react(), screenLanguagesPlugin()],
    assetsInclude: ['**/*.docx'],
    build: {
      outDir: join(outDir, 'bench'),
      emptyOutDir: true,
      minify: true,
      target: 'esnext',
      rolldownOptions: { input: pages.map((page) => join(pagesFolder, page)) },
    },
  });
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    const bytes = fileIn([outDir, normalize(appFolder)], path);
    if (bytes === undefined) {
      response.writeHead(404).end();
      return;
    }
    const type = types[extname(path)] ?? 'application/octet-stream';
    response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}
