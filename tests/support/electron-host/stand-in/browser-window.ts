import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Frame, Page } from '@playwright/test';
import { app } from './app.ts';
import { browserContext } from './browser.ts';
import { allowed } from './cancelable.ts';
import { answerCall, encodeEvent } from './ipc-main.ts';
import { pageScript } from './page-script.ts';
import { defaultSession } from './session.ts';
import { pageOrigin, toAppAddress, toPageAddress } from './window-server.ts';

type Bounds = { x: number; y: number; width: number; height: number };
type WindowOptions = Partial<Bounds> & { webPreferences?: { preload?: string } };
type PdfOptions = {
  readonly preferCSSPageSize?: boolean;
  readonly printBackground?: boolean;
  readonly generateTaggedPDF?: boolean;
};
type OpenHandler = (details: { url: string }) => { action: 'deny' | 'allow' };

/** A frame as a sender check sees it: with the address that it would have in Electron. */
const senderFrame = (frame: Frame): object => ({
  get url() {
    return toAppAddress(frame.url());
  },
  get parent() {
    const parent = frame.parentFrame();
    return parent === null ? null : senderFrame(parent);
  },
});

class WebContents extends EventEmitter {
  readonly session = defaultSession;
  readonly id: number;
  readonly #page: () => Page | undefined;
  readonly #event: string;
  openHandler: OpenHandler = () => ({ action: 'deny' });

  constructor(id: number, page: () => Page | undefined, event: string) {
    super();
    this.id = id;
    this.#page = page;
    this.#event = event;
  }

  get mainFrame(): object | null {
    const page = this.#page();
    return page === undefined ? null : senderFrame(page.mainFrame());
  }

  getURL = (): string => toAppAddress(this.#page()?.url() ?? '');
  setWindowOpenHandler = (handler: OpenHandler): void => {
    this.openHandler = handler;
  };
  reload = (): void => {
    void this.#page()?.reload();
  };
  printToPDF = async (options: PdfOptions): Promise<Buffer> => {
    const page = this.#page();
    if (page === undefined) throw new Error('nothing is loaded');
    const { generateTaggedPDF = false, ...rest } = options;
    return page.pdf({ ...rest, tagged: generateTaggedPDF });
  };
  send = (channel: string, ...payload: unknown[]): void => {
    const detail = encodeEvent(channel, payload);
    void this.#page()
      ?.evaluate(([name, text]) => window.dispatchEvent(new CustomEvent(name, { detail: text })), [
        this.#event,
        detail,
      ] as const)
      // A page that is just going away does not hear any more; Electron drops the message as well.
      .catch(() => {});
  };
}

const windows = new Set<BrowserWindow>();

/** One page of the Chromium behind this host. Native things (focus, bounds) are only remembered. */
export class BrowserWindow extends EventEmitter {
  static getAllWindows = (): BrowserWindow[] => [...windows];

  readonly id = windows.size + 1;
  readonly webContents: WebContents;
  readonly #binding = `host_${randomUUID().replaceAll('-', '')}`;
  readonly #event = randomUUID();
  readonly #preload: string | undefined;
  #bounds: Bounds;
  #page: Page | undefined;
  #isMaximized = false;
  #isMinimized = false;
  #isDestroyed = false;

  constructor(options: WindowOptions = {}) {
    super();
    const { x = 0, y = 0, width = 800, height = 600 } = options;
    this.#bounds = { x, y, width, height };
    this.#preload = options.webPreferences?.preload;
    this.webContents = new WebContents(this.id, () => this.#page, this.#event);
    windows.add(this);
    app.opened(this);
    app.emit('web-contents-created', {}, this.webContents);
  }

  loadURL = (url: string): Promise<void> => {
    const loaded = this.#load(url);
    // As in Electron, nobody has to listen: closing a window that still loads is no fault of the app.
    loaded.catch((error: unknown) => {
      if (!this.#isDestroyed) process.stderr.write(`stand-in: ${url} did not load: ${String(error)}\n`);
    });
    return loaded;
  };

  async #load(url: string): Promise<void> {
    this.#page ??= await this.#openPage();
    await this.#page.goto(toPageAddress(url));
    this.webContents.emit('did-finish-load');
    this.emit('ready-to-show');
  }

  async #openPage(): Promise<Page> {
    const context = await browserContext(app.getPath('userData'));
    const page = context.pages().find((open) => open.url() === 'about:blank') ?? (await context.newPage());
    page.on('close', () => this.#gone());
    page.on('crash', () => {
      this.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
    });
    page.on('popup', (popup) => {
      void popup.close().catch(() => {});
    });
    const session = await context.newCDPSession(page);
    await session.send('Page.enable');
    const { width, height } = this.#bounds;
    const { windowId } = await session.send('Browser.getWindowForTarget');
    await session.send('Browser.setWindowBounds', { windowId, bounds: { width, height } });
    session.on('Page.windowOpen', ({ url }) => {
      this.webContents.openHandler({ url: toAppAddress(url) });
    });
    if (this.#preload !== undefined) {
      await page.exposeBinding(this.#binding, ({ frame }, message: string) =>
        answerCall(message, { sender: this.webContents, senderFrame: senderFrame(frame), type: 'frame' }),
      );
      await page.addInitScript({
        content: pageScript({
          preload: readFileSync(this.#preload, 'utf8'),
          origin: pageOrigin,
          binding: this.#binding,
          event: this.#event,
        }),
      });
    }
    return page;
  }

  close = (): void => {
    if (this.#isDestroyed || !allowed(this, 'close')) return;
    if (this.#page === undefined) this.#gone();
    // It fails only when the page went away by itself in between, and then it is gone.
    else this.#page.close({ runBeforeUnload: true }).catch(() => this.#gone());
  };

  destroy = (): void => {
    if (this.#isDestroyed) return;
    const page = this.#page;
    this.#gone();
    // It may have gone away by itself in between.
    page?.close().catch(() => {});
  };

  /** The page went away: closed by us, by the test, or with the browser. */
  #gone(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    windows.delete(this);
    this.emit('closed');
    app.closed(this);
  }

  isDestroyed = (): boolean => this.#isDestroyed;
  getBounds = (): Bounds => ({ ...this.#bounds });
  getNormalBounds = (): Bounds => ({ ...this.#bounds });
  maximize = (): void => {
    this.#isMaximized = true;
  };
  isMaximized = (): boolean => this.#isMaximized;
  minimize = (): void => {
    this.#isMinimized = true;
  };
  isMinimized = (): boolean => this.#isMinimized;
  restore = (): void => {
    this.#isMinimized = false;
  };
  show = (): void => {
    this.emit('show');
  };
  focus = (): void => {
    this.emit('focus');
  };
}
