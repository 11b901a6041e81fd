import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, posix, relative, sep } from 'node:path';
import { build, type Plugin } from 'vite';

type BuiltFile = { readonly address: string; readonly bytes: string | Uint8Array };

/** The version of a set of files: equal when, and only when, names and contents are. */
export function versionOf(files: readonly BuiltFile[]): string {
  const hash = createHash('sha256');
  for (const { address, bytes } of files.toSorted((a, b) => (a.address < b.address ? -1 : 1))) {
    hash.update(`${address}\0${createHash('sha256').update(bytes).digest('hex')}\0`);
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * Emits `sw.js`, the service worker of the browser edition, with the list of everything that was built and a
 * version made from it. Only in builds: while developing there is no worker between the page and the server.
 */
export function serviceWorkerPlugin({ entry }: { readonly entry: string }): Plugin {
  let publicDir = '';
  return {
    name: 'compact-desk:service-worker',
    apply: 'build',
    enforce: 'post',
    configResolved: (config) => {
      publicDir = config.publicDir;
    },
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const emitted = Object.values(bundle).map((file) => ({
          address: `/${file.fileName}`,
          bytes: file.type === 'chunk' ? file.code : file.source,
        }));
        const files = [...emitted, ...(await filesBelow(publicDir))].filter(
          ({ address }) => !address.endsWith('.map'),
        );
        const source = await compiled(entry, files);
        this.emitFile({ type: 'asset', fileName: 'sw.js', source });
      },
    },
  };
}

async function filesBelow(folder: string): Promise<BuiltFile[]> {
  if (folder === '') return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    paths.map(async (path) => ({
      address: posix.join('/', ...relative(folder, path).split(sep)),
      bytes: await readFile(path),
    })),
  );
}

async function compiled(entry: string, files: readonly BuiltFile[]): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    define: {
      __ASSETS__: JSON.stringify(files.map(({ address }) => address).toSorted()),
      __VERSION__: JSON.stringify(versionOf(files)),
    },
    build: { write: false, minify: true, lib: { entry, formats: ['iife'], name: 'worker', fileName: 'sw' } },
  });
  const outputs = Array.isArray(result) ? result : [result];
  const chunk = outputs
    .flatMap((output) => ('output' in output ? output.output : []))
    .find((file) => file.type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error('the service worker was not built');
  return chunk.code;
}
