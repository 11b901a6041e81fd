import { fileURLToPath } from 'node:url';
import { appBundles } from '#build/app-bundles.ts';

const outDir = process.env.PROBE_OUT;
if (outDir === undefined) throw new Error('PROBE_OUT must name the output folder');

// biome-ignore lint/style/noDefaultExport: electron-vite reads the default export of a configuration.
export default appBundles({ windowRoot: fileURLToPath(new URL('.', import.meta.url)), outDir });
