import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);

/** The root folder of the project. */
export const projectRoot: string = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The script behind a command of an installed package, to be run by this Node: the same on every system, where
 * `npx` and `.cmd` files are not. Throws when the package has no such command.
 */
export function toolScript(packageName: string, command: string): string {
  const manifest = join(projectRoot, 'node_modules', packageName, 'package.json');
  const { bin } = require(manifest) as { bin?: string | Record<string, string> };
  const script = typeof bin === 'string' ? bin : bin?.[command];
  if (script === undefined) throw new Error(`${packageName} has no command ${command}`);
  return join(dirname(manifest), script);
}
