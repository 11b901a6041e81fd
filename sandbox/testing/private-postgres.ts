import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

const installs = '/usr/lib/postgresql';
const giveUpAfterTries = 600;

/** A PostgreSQL of our own in a temporary folder, reached by a socket in it. */
export type PrivatePostgres = { readonly connectionString: string; readonly stop: () => Promise<void> };

/** The folder of the newest installed server's programs; undefined when none is installed. */
export const postgresPrograms = (): string | undefined => {
  if (!existsSync(installs)) return undefined;
  return readdirSync(installs)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(installs, version, 'bin'))
    .find((folder) => existsSync(join(folder, 'initdb')));
};

/** PostgreSQL refuses to run as root: then it runs as the user that its package made. */
const asServerUser = (): { readonly prefix: readonly string[]; readonly own: (folder: string) => void } => {
  if (process.getuid?.() !== 0) return { prefix: [], own: () => undefined };
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return {
    prefix: ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups'],
    own: (folder) => chownSync(folder, id('-u'), id('-g')),
  };
};

const accepts = async (connectionString: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
};

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null) resolve();
    else child.once('exit', () => resolve());
  });

/**
 * Starts a new cluster with the programs in `folder`; polls until it takes connections. `isDurable`: every commit
 * waits for the disk, as in real use.
 */
export const startPrivatePostgres = async (folder: string, isDurable = false): Promise<PrivatePostgres> => {
  const { prefix, own } = asServerUser();
  const home = mkdtempSync(join(tmpdir(), 'desk-pg-'));
  own(home);
  const data = join(home, 'data');
  const commandOf = (program: string, args: readonly string[]) => {
    const [command = '', ...rest] = [...prefix, join(folder, program), ...args];
    return { command, rest };
  };
  const init = commandOf('initdb', ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '-N']);
  execFileSync(init.command, init.rest, { cwd: home, stdio: 'ignore' });
  const settings = ['listen_addresses=', `fsync=${isDurable ? 'on' : 'off'}`];
  const run = commandOf('postgres', ['-D', data, '-k', home, ...settings.flatMap((one) => ['-c', one])]);
  const child = spawn(run.command, run.rest, { cwd: home, stdio: 'ignore' });
  const connectionString = `postgresql://postgres@/postgres?host=${encodeURIComponent(home)}`;
  const stop = async () => {
    // SIGINT: the fast shutdown, which does not wait for connections to close.
    child.kill('SIGINT');
    await ended(child);
    rmSync(home, { recursive: true, force: true });
  };
  for (let tries = 0; tries < giveUpAfterTries; tries += 1) {
    if (await accepts(connectionString)) return { connectionString, stop };
    if (child.exitCode !== null) break;
    await wait(50);
  }
  await stop();
  throw new Error(`PostgreSQL in ${folder} did not start`);
};
