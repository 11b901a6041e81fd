import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { projectRoot } from '#build/parts/tool.ts';

/** A sandbox network that was started and answers. */
export type SandboxServer = { readonly url: string; readonly child: ChildProcess };

/** Starts the sandbox on a port and resolves when it listens; rejects with its last words when it ends first. */
export function startSandbox(port: number, dataFolder: string, appFolder: string): Promise<SandboxServer> {
  const child = spawn(
    process.execPath,
    ['sandbox/server.ts', '--port', String(port), '--data', dataFolder, '--app', appFolder, '--quiet'],
    { cwd: projectRoot, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let words = '';
  child.stderr.on('data', (bytes: Buffer) => {
    words = (words + bytes.toString('utf8')).slice(-2000);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`the sandbox network did not start\n${words.trim()}`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const url = /^sandbox listening on (http:\S+)/.exec(line)?.[1];
      if (url !== undefined) resolve({ url, child });
    });
  });
}
