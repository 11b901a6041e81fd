import { makeCodec } from './codec.ts';

type PageScript = {
  readonly preload: string;
  readonly origin: string;
  /** The function that leads to the host; taken away before the page's own code runs. */
  readonly binding: string;
  /** The event by which the host speaks to the page; its name is a secret of host and preload. */
  readonly event: string;
};

type Binding = (message: string) => Promise<string>;

/** Runs in the page, before its code: gives the preload what Electron would give it. Has no surroundings. */
function prepare(
  names: Omit<PageScript, 'preload'>,
  codecSource: typeof makeCodec,
  preload: (require: unknown, module: unknown, exports: unknown) => void,
): void {
  if (window.top !== window || location.origin !== names.origin) return;
  const globals = globalThis as unknown as Record<string, unknown>;
  const call = globals[names.binding] as Binding;
  delete globals[names.binding];
  const codec = codecSource();
  const listeners = new Map<string, Set<(event: object, ...payload: unknown[]) => void>>();

  window.addEventListener(names.event, (event) => {
    const [channel, payload] = codec.decode((event as CustomEvent<string>).detail) as [string, unknown[]];
    for (const listener of [...(listeners.get(channel) ?? [])]) listener({}, ...payload);
  });

  const freeze = <T>(value: T): T => {
    if (typeof value === 'object' && value !== null) for (const entry of Object.values(value)) freeze(entry);
    return Object.freeze(value);
  };
  const ipcRenderer = {
    invoke: async (channel: string, ...given: unknown[]): Promise<unknown> => {
      const answer = codec.decode(await call(codec.encode([channel, given]))) as {
        value?: unknown;
        error?: string;
      };
      if (answer.error !== undefined) {
        throw new Error(`Error invoking remote method '${channel}': ${answer.error}`);
      }
      return answer.value;
    },
    on: (channel: string, listener: (event: object, ...payload: unknown[]) => void) => {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
      return ipcRenderer;
    },
    removeListener: (channel: string, listener: (event: object, ...payload: unknown[]) => void) => {
      listeners.get(channel)?.delete(listener);
      return ipcRenderer;
    },
  };
  const contextBridge = {
    exposeInMainWorld: (key: string, api: unknown) => {
      Object.defineProperty(window, key, { value: freeze(api), enumerable: true });
    },
  };
  const require = (name: string): unknown => {
    if (name === 'electron') return { contextBridge, ipcRenderer };
    throw new Error(`module not found: ${name}`);
  };
  const module = { exports: {} };
  preload(require, module, module.exports);
}

/** The init script: the built preload, untouched, in a function of its own with its own `require`. */
export const pageScript = ({ preload, ...names }: PageScript): string =>
  `(${prepare.toString()})(${JSON.stringify(names)}, ${makeCodec.toString()}, function (require, module, exports) {\n${preload}\n});`;
