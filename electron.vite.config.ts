import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { messagesPlugin } from './build/messages-plugin.ts';
import { serviceWorkerPlugin } from './build/service-worker-plugin.ts';
import packageJson from './package.json' with { type: 'json' };

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Three bundles that need no node_modules at run time: main (ESM), preload (one CommonJS file), window. */
export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      lib: { entry: at('electron/main/index.ts') },
      outDir: at('out/main'),
    },
  },
  preload: {
    build: {
      // A sandboxed preload can require only electron, and must be CommonJS.
      externalizeDeps: false,
      isolatedEntries: true,
      outDir: at('out/preload'),
      rolldownOptions: {
        input: { index: at('electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    define: { 'import.meta.env.VITE_APP_VERSION': JSON.stringify(packageJson.version) },
    plugins: [
      react(),
      messagesPlugin(),
      serviceWorkerPlugin({ entry: at('renderer/src/service-worker/service-worker.ts') }),
    ],
    build: {
      minify: true,
      outDir: at('out/renderer'),
      rolldownOptions: { input: at('renderer/index.html') },
    },
  },
});
