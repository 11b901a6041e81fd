import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#build/parts/tool.ts';

/** Electron's program, or in one sentence why the app cannot start in it here. */
export type ElectronRuntime =
  | { readonly isHere: true; readonly path: string }
  | { readonly isHere: false; readonly reason: string };

const folder = join(projectRoot, 'node_modules/electron');
const probeTimeoutMs = 5_000;
const fetchTimeoutMs = 10 * 60_000;

/** True where a window could be shown. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);
}

function installedPath(): string | undefined {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const pathFile = join(folder, 'path.txt');
  if (override === undefined && !existsSync(pathFile)) return undefined;
  const program = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron';
  const path = join(override ?? join(folder, 'dist'), program);
  return existsSync(path) ? path : undefined;
}

/** Electron's own installer tries for minutes on a machine without the internet; this knows in seconds. */
async function isSourceReachable(): Promise<boolean> {
  const source =
    process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'https://github.com/';
  try {
    await fetch(source, { method: 'HEAD', signal: AbortSignal.timeout(probeTimeoutMs) });
    return true;
  } catch {
    return false;
  }
}

function fetchRuntime(): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(folder, 'install.js')], {
      stdio: ['ignore', 'ignore', 'ignore'],
      timeout: fetchTimeoutMs,
    });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}

/** Looks for Electron's runtime and fetches it at the first start, where that is possible. */
export async function electronRuntime(say: (line: string) => void): Promise<ElectronRuntime> {
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    return { isHere: false, reason: 'Electron keeps its sandbox and so does not run as root' };
  }
  if (!hasDisplay()) return { isHere: false, reason: 'there is no display' };
  const installed = installedPath();
  if (installed !== undefined) return { isHere: true, path: installed };
  if (!(await isSourceReachable())) {
    return { isHere: false, reason: 'its runtime is not installed and cannot be fetched from here' };
  }
  say('Fetching the Electron runtime (about 110 MB, only this once) …');
  const isFetched = await fetchRuntime();
  const path = installedPath();
  return isFetched && path !== undefined
    ? { isHere: true, path }
    : { isHere: false, reason: 'fetching its runtime failed' };
}
