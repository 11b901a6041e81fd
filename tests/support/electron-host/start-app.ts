import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { RunningApp, StartOptions } from './running-app.ts';
import { startElectron } from './start-electron.ts';
import { startElectronHost } from './start-electron-host.ts';

/** Electron's program where npm has fetched it; null otherwise. Never fetches anything. */
function electronProgram(): string | null {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const nameFile = join(folder, 'path.txt');
  if (!existsSync(nameFile)) return null;
  const program = join(folder, 'dist', readFileSync(nameFile, 'utf8'));
  return existsSync(program) ? program : null;
}

const hasDisplay = (): boolean =>
  process.platform !== 'linux' ||
  [process.env.DISPLAY, process.env.WAYLAND_DISPLAY].some((display) => (display ?? '') !== '');

export type ShellChoice =
  | { readonly shell: 'electron'; readonly program: string }
  | { readonly shell: 'stand-in'; readonly reason: string };

/** Which shell the app's tests run on here, and why not on Electron. */
export function chooseShell(): ShellChoice {
  const program = electronProgram();
  if (program === null) return { shell: 'stand-in', reason: "Electron's runtime is not installed" };
  if (process.getuid?.() === 0) return { shell: 'stand-in', reason: 'Electron does not run as root' };
  if (!hasDisplay()) return { shell: 'stand-in', reason: 'there is no display' };
  return { shell: 'electron', program };
}

/** Starts the built app in real Electron wherever it can run, else on the stand-in, and says which in one line. */
export async function startApp(options: StartOptions): Promise<RunningApp> {
  const choice = chooseShell();
  const reason = choice.shell === 'stand-in' ? ` (${choice.reason})` : '';
  process.stdout.write(`shell: ${choice.shell}${reason}\n`);
  return choice.shell === 'electron' ? startElectron(options) : startElectronHost(options);
}
