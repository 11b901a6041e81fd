import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Lies in every package made without a runtime, so that nobody takes it for the app. */
export const placeholderMark = 'NOT-AN-ELECTRON-RUNTIME.txt';

/**
 * Makes a folder that the packager takes for an unpacked Electron of Linux, for looking into a package on a machine
 * that cannot fetch the runtime. What is packed with it does not start, and says so.
 */
export async function makePlaceholderRuntime(folder: string, version: string): Promise<void> {
  await mkdir(join(folder, 'locales'), { recursive: true });
  await writeFile(join(folder, 'version'), version);
  const sentence = 'This package was made without the Electron runtime and cannot start.';
  await writeFile(join(folder, placeholderMark), `${sentence}\n`);
  // The packager picks languages from this folder, and does not copy empty ones.
  await writeFile(join(folder, 'locales/en-US.pak'), '');
  await writeFile(join(folder, 'electron'), `#!/bin/sh\necho '${sentence}' >&2\nexit 1\n`);
  await chmod(join(folder, 'electron'), 0o755);
}
