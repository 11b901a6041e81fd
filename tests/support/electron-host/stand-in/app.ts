import { EventEmitter } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { closeBrowser } from './browser.ts';
import { allowed } from './cancelable.ts';
import { takeInstanceLock } from './single-instance.ts';

/** A window, as far as the app must know it to close it. */
export type Closable = { close(): void; isDestroyed(): boolean };

const prefix = '--user-data-dir=';
const profile = process.argv.find((argument) => argument.startsWith(prefix))?.slice(prefix.length);
const packageFile = new URL('../../../../package.json', import.meta.url);
const { name, productName, version } = JSON.parse(readFileSync(packageFile, 'utf8')) as Record<
  string,
  string
>;

class App extends EventEmitter {
  readonly isPackaged = false;
  readonly name = productName ?? name ?? '';
  #windows = new Set<Closable>();
  #isReady = false;
  #isQuitting = false;
  readonly #ready: Promise<void>;
  /** What must be done before the process may end, such as handing the arguments to the first instance. */
  readonly #pending: Promise<unknown>[] = [];

  constructor() {
    super();
    this.#ready = new Promise((resolve) => {
      setImmediate(() => {
        if (this.#isQuitting) return;
        this.#isReady = true;
        this.emit('ready');
        resolve();
      });
    });
  }

  whenReady = (): Promise<void> => this.#ready;
  isReady = (): boolean => this.#isReady;
  getVersion = (): string => version ?? '';
  getName = (): string => this.name;
  getLocale = (): string => process.env.ELECTRON_HOST_LOCALE ?? 'en-US';
  enableSandbox = (): void => {};
  setAppUserModelId = (): void => {};

  getPath = (which: string): string => {
    if (profile === undefined) throw new Error(`stand-in: start with ${prefix}FOLDER`);
    mkdirSync(profile, { recursive: true });
    if (which === 'userData') return profile;
    if (which === 'documents') return join(profile, 'documents');
    if (which === 'home') return homedir();
    throw new Error(`stand-in: no path "${which}"`);
  };

  requestSingleInstanceLock = (): boolean => {
    const lock = takeInstanceLock(this.getPath('userData'), (argv, cwd) =>
      this.emit('second-instance', {}, argv, cwd),
    );
    if (!lock.isFirst) this.#pending.push(lock.told);
    return lock.isFirst;
  };

  quit = (): void => {
    if (this.#isQuitting || !allowed(this, 'before-quit')) return;
    this.#isQuitting = true;
    for (const window of this.#windows) window.close();
    this.#endWhenEmpty();
  };

  exit = (code = 0): void => {
    this.#isQuitting = true;
    void this.#end(code);
  };

  opened(window: Closable): void {
    this.#windows.add(window);
  }

  closed(window: Closable): void {
    this.#windows.delete(window);
    if (this.#isQuitting) this.#endWhenEmpty();
    else if (this.#windows.size === 0 && !this.emit('window-all-closed')) this.quit();
  }

  #endWhenEmpty(): void {
    if (this.#windows.size > 0) return;
    if (!allowed(this, 'will-quit')) {
      this.#isQuitting = false;
      return;
    }
    void this.#end(0);
  }

  async #end(code: number): Promise<void> {
    await Promise.all([closeBrowser(), ...this.#pending]);
    this.emit('quit', {}, code);
    process.exit(code);
  }
}

export const app = new App();
