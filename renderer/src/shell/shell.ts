import type { Answer, MenuCommand, NetworkAnswer, NetworkRequest, Protection } from '#shared/ipc/channels.ts';
import type { JournalFiles } from '#shared/ipc/journal-files.ts';
import type { PrintablePage } from './print-page.ts';

/** Whether and how the key of a space could be had. */
export type SpaceKey =
  | { readonly state: 'open'; readonly key: Uint8Array; readonly protection: Protection }
  /** A passphrase protects it: call `unlock`. */
  | { readonly state: 'locked' }
  | { readonly state: 'failed'; readonly code: 'keychain-unavailable' | 'key-unreadable' | 'disk-full' };

/** A way to call a request off. */
export type Abort = { readonly onAbort: (listener: () => void) => void };

/** The port to whatever surrounds the window: Electron's main process or a browser. */
export interface Shell {
  readonly kind: 'electron' | 'browser';
  info(): Promise<Answer<'app:info'>>;
  setServer(url: string): Promise<Answer<'app:set-server'>>;
  /** One request to the configured server; never rejects. `abort` calls it off. */
  request(request: NetworkRequest, abort?: Abort): Promise<NetworkAnswer>;
  spaceKey(space: string): Promise<SpaceKey>;
  /** Opens a key that a passphrase protects; null when the passphrase is wrong. */
  unlock(space: string, passphrase: string): Promise<Uint8Array | null>;
  /** Puts a passphrase (Argon2id) before the key; null takes it away again. False where the shell cannot. */
  setPassphrase(space: string, key: Uint8Array, passphrase: string | null): Promise<boolean>;
  /** True where `setPassphrase` works. */
  readonly canSetPassphrase: boolean;
  openExternal(url: string): Promise<boolean>;
  saveFile(suggestedName: string, bytes: Uint8Array): Promise<Answer<'files:save'>>;
  /** Opens the print dialog for a page; false where it could not be made ready. */
  print(page: PrintablePage): Promise<boolean>;
  /** A page as a tagged PDF, null where it failed. No such way in a browser: its print dialog saves as PDF. */
  readonly pdf: ((html: string) => Promise<Uint8Array | null>) | null;
  /** The `@font-face` rules that a page to be printed takes over. */
  fontFaces(): Promise<string>;
  /** null where a browser has no place for a safety copy: the person must be reminded to export. */
  readonly journal: JournalFiles | null;
  /** Online, resumed, in the foreground again. */
  onWake(listener: () => void): () => void;
  onMenuCommand(listener: (command: MenuCommand) => void): () => void;
}
