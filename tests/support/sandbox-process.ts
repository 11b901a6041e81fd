import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { freePort } from '#build/start/free-port.ts';
import { type Template, templateRefOf } from '#shared/domain/template.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The built browser edition, which the sandbox serves beside the API. */
export const builtRenderer: string = join(root, 'out/renderer');

/** A real sandbox network with a data folder and a port of its own, which stay the same over a restart. */
export type SandboxProcess = {
  readonly url: string;
  readonly port: number;
  /** Ends it cleanly. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again on the same port and data. */
  start(): Promise<void>;
  /** Puts a form where it finds those that it publishes; handed out from its next start on. */
  publish(template: Template): void;
  /** Stops it and removes its data. */
  dispose(): Promise<void>;
};

type Running = { readonly child: ChildProcess; readonly ended: Promise<void> };

function launch(port: number, dataFolder: string, databaseUrl: string): Promise<Running> {
  const child = spawn(
    process.execPath,
    [
      'sandbox/server.ts',
      ...['--port', String(port), '--data', dataFolder, '--app', builtRenderer],
      ...['--faults', '--quiet'],
    ],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, DATABASE_URL: databaseUrl } },
  );
  const words: string[] = [];
  child.stderr.on('data', (bytes: Buffer) => words.push(bytes.toString('utf8')));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    void ended.then(() =>
      reject(new Error(`the sandbox ended before it listened\n${words.join('').trim()}`)),
    );
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('sandbox listening on ')) resolve({ child, ended });
    });
  });
}

/**
 * Starts a sandbox network on a free port with an empty data folder and with its fault switches; on the embedded
 * PostgreSQL unless it is told another.
 */
export async function startSandboxProcess(databaseUrl = ''): Promise<SandboxProcess> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'compact-desk-sandbox-'));
  const port = await freePort(21_000 + (process.pid % 20_000));
  let running: Running | undefined = await launch(port, dataFolder, databaseUrl);

  const end = async (signal: NodeJS.Signals): Promise<void> => {
    running?.child.kill(signal);
    await running?.ended;
    running = undefined;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    async start() {
      running ??= await launch(port, dataFolder, databaseUrl);
    },
    publish(template) {
      const folder = join(dataFolder, 'templates');
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `${templateRefOf(template)}.json`), JSON.stringify(template));
    },
    async dispose() {
      await end('SIGTERM');
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
