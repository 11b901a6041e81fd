import { makeCodec } from './codec.ts';

type Listener = (event: object, ...given: unknown[]) => unknown;

const listeners = new Map<string, Listener>();
const codec = makeCodec();

export const ipcMain = {
  handle: (channel: string, listener: Listener): void => {
    if (listeners.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    listeners.set(channel, listener);
  },
  removeHandler: (channel: string): void => {
    listeners.delete(channel);
  },
};

/** Runs the handler of an encoded call and encodes its answer, or Electron's text of its error. */
export async function answerCall(message: string, event: object): Promise<string> {
  const [channel, given] = codec.decode(message) as [string, unknown[]];
  try {
    const listener = listeners.get(channel);
    if (listener === undefined) throw new Error(`No handler registered for '${channel}'`);
    return codec.encode({ value: await listener(event, ...given) });
  } catch (error) {
    return codec.encode({ error: String(error) });
  }
}

export const encodeEvent = (channel: string, payload: readonly unknown[]): string =>
  codec.encode([channel, payload]);
