import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * Builds main and preload as they are shipped, with a small page of the tests as the window, into `outDir`.
 * Resolves to the path of the main bundle.
 */
export async function buildProbe(outDir: string): Promise<string> {
  const program = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  const config = join(root, 'tests/support/electron-host/probe/probe.config.ts');
  await promisify(execFile)(process.execPath, [program, 'build', '--config', config], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', PROBE_OUT: outDir },
  });
  return join(outDir, 'main/index.js');
}
