import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import type { UserConfig } from 'electron-vite';
import { messagesPlugin } from './messages-plugin.ts';
import { pdfDecodersPlugin } from './pdf-decoders-plugin.ts';
import { screenLanguagesPlugin } from './screen-languages-plugin.ts';
import { serviceWorkerPlugin } from './service-worker-plugin.ts';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8')) as { version: string };

/**
 * Three bundles that need no node_modules at run time: main (ESM), preload (one CommonJS file, since a sandboxed
 * preload can require nothing but electron), and the window at `windowRoot`; below `outDir`.
 */
export const appBundles = ({ windowRoot = at('renderer'), outDir = at('out') } = {}) =>
  ({
    main: {
      build: {
        externalizeDeps: false,
        lib: { entry: at('electron/main/index.ts') },
        outDir: join(outDir, 'main'),
      },
    },
    preload: {
      build: {
        externalizeDeps: false,
        isolatedEntries: true,
        outDir: join(outDir, 'preload'),
        rolldownOptions: {
          input: { index: at('electron/preload/index.ts') },
          output: { format: 'cjs', entryFileNames: '[name].cjs' },
        },
      },
    },
    renderer: {
      root: windowRoot,
      // The house templates for Word (renderer/src/word-templates.ts).
      assetsInclude: ['**/*.docx'],
      define: { 'import.meta.env.VITE_APP_VERSION': JSON.stringify(version) },
      plugins: [
        react(),
        // React Aria brings its own words in some thirty languages; the screens need these.
        { ...optimizeLocales.vite({ locales: ['en-US', 'es-ES'] }), enforce: 'pre' },
        messagesPlugin(),
        screenLanguagesPlugin(),
        pdfDecodersPlugin(),
        serviceWorkerPlugin({ entry: at('renderer/src/service-worker/service-worker.ts') }),
      ],
      build: {
        minify: true,
        outDir: join(outDir, 'renderer'),
        rolldownOptions: {
          input: join(windowRoot, 'index.html'),
          output: {
            codeSplitting: {
              // What is waited for together in one file: each further one is a way through the service worker.
              groups: [
                { name: 'first-paint', tags: ['$initial'] },
                { name: 'forms', test: /\?screens$/ },
              ],
            },
          },
        },
      },
    },
  }) satisfies UserConfig;
