import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { StartOptions } from './running-app.ts';
import type { Answered, HostCommand, HostCommands } from './stand-in/control.ts';

const register = new URL('./register.ts', import.meta.url).href;
const builtMain = fileURLToPath(new URL('../../../out/main/index.js', import.meta.url));

/** The child process in which the built main bundle runs on Node, and the line to it. */
export class HostProcess {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, (answer: Answered) => void>();
  readonly exited: Promise<number | null>;
  #output = '';
  #calls = 0;

  constructor({ userData, args = [], env = {}, main = builtMain, hasKeychain = true }: StartOptions) {
    this.#child = spawn(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        '--import',
        register,
        main,
        `--user-data-dir=${userData}`,
        ...args,
      ],
      {
        env: {
          ...process.env,
          ...(hasKeychain ? { ELECTRON_HOST_KEYCHAIN: `${userData}.keychain` } : {}),
          ...env,
        },
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      },
    );
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (part: Buffer) => {
        this.#output += part.toString();
      });
    }
    this.#child.on('message', (answer: Answered) => this.#waiting.get(answer.id)?.(answer));
    this.exited = once(this.#child, 'exit').then(([code]) => code as number | null);
  }

  get hasExited(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  get output(): string {
    return this.#output;
  }

  /** Runs a command in the host. Rejects with its error, or when the host ended before it answered. */
  async ask<C extends HostCommand>(
    command: C,
    ...given: Parameters<HostCommands[C]>
  ): Promise<Awaited<ReturnType<HostCommands[C]>>> {
    this.#calls += 1;
    const id = this.#calls;
    const answered = new Promise<Answered>((resolve) => this.#waiting.set(id, resolve));
    this.#child.send({ id, command, given });
    const answer = await Promise.race([
      answered,
      this.exited.then((code): Answered => ({ id, error: `the host ended with ${code}\n${this.#output}` })),
    ]);
    this.#waiting.delete(id);
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.value as Awaited<ReturnType<HostCommands[C]>>;
  }

  kill(): Promise<number | null> {
    this.#child.kill('SIGKILL');
    return this.exited;
  }
}
