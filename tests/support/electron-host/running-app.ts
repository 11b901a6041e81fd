import type { Page } from '@playwright/test';

/** How to start the built app. */
export type StartOptions = {
  /** The profile folder; kept between starts by whoever passes the same one. */
  readonly userData: string;
  /** Further arguments, such as `--server=http://127.0.0.1:8787`. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The built main bundle; `out/main/index.js` unless a test builds its own. */
  readonly main?: string;
  /** False: a system without a keychain. Only the stand-in can choose; true otherwise. */
  readonly hasKeychain?: boolean;
};

/** The built app as a test drives it, in whichever shell it runs. */
export type RunningApp = {
  /** `electron` is the real runtime; nothing seen on `stand-in` may be called Electron. */
  readonly shell: 'electron' | 'stand-in';
  readonly page: Page;
  /** Closes the window as a person does and resolves to the exit code. */
  close(): Promise<number | null>;
  /** SIGKILL to the whole app, browser included; resolves when it is gone. */
  kill(): Promise<void>;
  /** Draws or plugs the cable, as the main process sees it. */
  setOnline(online: boolean): Promise<void>;
  /** The person's answer to the next save dialog: a path, or null for Cancel. */
  answerNextSaveDialog(path: string | null): Promise<void>;
  /** Addresses that the app asked the system to open. */
  openedAddresses(): Promise<readonly string[]>;
  /** Chooses the item of the application menu with this id. */
  chooseMenu(id: string): Promise<void>;
  /** What main and window wrote to the terminal so far. */
  output(): string;
};
