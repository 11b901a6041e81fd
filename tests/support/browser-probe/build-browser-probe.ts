import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { serviceWorkerPlugin } from '#build/service-worker-plugin.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Builds a small page with the shell and the service worker of the browser edition; `version` is its title. */
export async function buildBrowserProbe(outDir: string, version: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: at('.'),
    define: {
      // Vitest sets NODE_ENV to test, which Vite would take for a build that is not for use.
      'import.meta.env.PROD': 'true',
      'import.meta.env.VITE_PROBE_VERSION': JSON.stringify(version),
    },
    plugins: [serviceWorkerPlugin({ entry: at('../../../renderer/src/service-worker/service-worker.ts') })],
    build: { outDir, emptyOutDir: true },
  });
}
