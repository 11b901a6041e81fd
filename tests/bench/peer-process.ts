import { execFileSync, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

const folder = fileURLToPath(new URL('./peers/', import.meta.url));

const answerSchema = z.union([
  z.object({ ok: z.literal(true), ms: z.number(), port: z.exactOptional(z.number()) }),
  z.object({ ok: z.literal(false), error: z.string() }),
]);

/** A document of the benchmark as a flat object, for every subject alike. */
export type PeerDocument = { readonly id: string } & Readonly<Record<string, string | readonly string[]>>;

/** What is measured: something with documents on a laptop and on a server, and a way between them. */
export type Subject = {
  /** Where its server listens. */
  readonly port: number;
  edit(side: 'laptop' | 'server', edits: readonly PeerDocument[]): Promise<void>;
  /** Sends what was edited on the laptop; milliseconds until the server has it. */
  push(url: string): Promise<number>;
  /** Fetches what was edited on the server; milliseconds until the laptop has it. */
  pull(url: string): Promise<number>;
  close(): Promise<void>;
};

/** Installs the peers where they are missing: their own lock file, no scripts. */
const install = (): void => {
  if (existsSync(`${folder}node_modules`)) return;
  console.error('installing what is measured against (tests/bench/peers) …');
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: 'inherit',
  });
};

/** Starts a peer, laptop and server in a process of their own, with these documents on both sides. */
export async function startPeer(
  name: 'pouchdb' | 'rxdb',
  options: { readonly gzip: boolean; readonly documents: readonly PeerDocument[] },
): Promise<Subject> {
  install();
  // RxDB praises its shop on the console.
  const child = fork(`${folder}${name}.mjs`, {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const call = (message: Readonly<Record<string, unknown>>) =>
    new Promise<{ readonly ms: number; readonly port: number }>((resolve, reject) => {
      child.once('message', (message) => {
        const answer = answerSchema.parse(message);
        if (answer.ok) resolve({ ms: answer.ms, port: answer.port ?? 0 });
        else reject(new Error(answer.error));
      });
      child.send(message);
    });
  const { port } = await call({ step: 'make', ...options });
  return {
    port,
    edit: async (side, edits) => {
      await call({ step: 'edit', side, edits });
    },
    push: async (url) => (await call({ step: 'push', url })).ms,
    pull: async (url) => (await call({ step: 'pull', url })).ms,
    close: async () => {
      child.kill();
    },
  };
}
