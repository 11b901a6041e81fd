import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { projectRoot, toolScript } from './parts/tool.ts';
import { makePlaceholderRuntime } from './placeholder-runtime.ts';

/**
 * `npm run dist:dir`: the unpacked app in dist/, from the Electron runtime that npm has fetched. Where there is
 * none, the same package around a placeholder, so that its contents can still be looked at; it says so.
 */
const electron = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
const { version } = JSON.parse(readFileSync(join(electron, 'package.json'), 'utf8')) as { version: string };

async function runtimeFolder(): Promise<string> {
  const fetched = join(electron, 'dist');
  if (existsSync(join(fetched, 'version'))) return fetched;
  if (process.platform !== 'linux') throw new Error('the Electron runtime is not installed; run: npm start');
  const placeholder = join(projectRoot, 'node_modules/.cache/placeholder-runtime');
  await makePlaceholderRuntime(placeholder, version);
  console.log('The Electron runtime is not installed: this package is made around a placeholder.');
  return placeholder;
}

const child = spawn(
  process.execPath,
  [
    toolScript('electron-builder', 'electron-builder'),
    '--dir',
    '--config',
    'build/electron-builder.yml',
    `--config.electronDist=${await runtimeFolder()}`,
  ],
  { cwd: projectRoot, stdio: 'inherit' },
);
child.once('exit', (code) => {
  process.exitCode = code ?? 1;
});
