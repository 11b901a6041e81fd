import type { IpcMainInvokeEvent } from 'electron';
import { describe, expect, it } from 'vitest';
import { type Channel, channels } from '#shared/ipc/channels.ts';
import { ownAddresses } from './app-origin.ts';
import { BadArgument, type Handlers, openChannels } from './ipc.ts';

type Listener = (event: IpcMainInvokeEvent, argument: unknown) => Promise<unknown>;

const frame = (url: string, parent: object | null = null) =>
  ({ senderFrame: { url, parent } }) as unknown as IpcMainInvokeEvent;
const ownFrame = frame('app://desk/index.html');

function opened(handlers: Partial<Handlers> = {}) {
  const listeners = new Map<string, Listener>();
  const reached: string[] = [];
  const logged: string[] = [];
  const all = Object.fromEntries(
    Object.keys(channels).map((channel) => [channel, () => reached.push(channel)]),
  ) as unknown as Handlers;
  openChannels(
    { handle: (channel: string, listener: Listener) => listeners.set(channel, listener) } as never,
    { ...all, ...handlers },
    { isOwnAddress: ownAddresses(), log: (_level, event) => logged.push(event) },
  );
  const call = (channel: Channel, event: IpcMainInvokeEvent, argument: unknown) =>
    (listeners.get(channel) as Listener)(event, argument);
  return { listeners, reached, logged, call };
}

const fitting: Record<Channel, object> = {
  'app:info': {},
  'app:set-server': { url: 'https://network.example' },
  'app:open-external': { url: 'https://example.org' },
  'network:request': { method: 'GET', path: '/v1/changes', headers: {}, idleTimeoutMs: 1000 },
  'network:abort': { id: 'a1' },
  'secrets:space-key': { space: 'training' },
  'journal:segments': { space: 'training' },
  'journal:append': { space: 'training', lines: 'a line\n' },
  'journal:read': { space: 'training', segment: 1 },
  'journal:drop-before': { space: 'training', segment: 2 },
  'print:pdf': { html: '<p>copy</p>' },
  'files:save': { suggestedName: 'a.json', bytes: new Uint8Array(3) },
};

describe('the channels of the main process', () => {
  it('opens every channel of the table and no other', () => {
    expect([...opened().listeners.keys()]).toEqual(Object.keys(channels));
  });

  it.each(Object.keys(fitting) as Channel[])(
    '%s reaches its handler with a fitting argument',
    async (channel) => {
      const { call, reached } = opened();
      await call(channel, ownFrame, fitting[channel]);
      expect(reached).toEqual([channel]);
    },
  );

  it.each(Object.keys(fitting) as Channel[])('%s refuses what does not fit, by name', async (channel) => {
    const { call, reached, logged } = opened();
    const surplus = { ...fitting[channel], surplus: 1 };
    for (const argument of [undefined, null, 'text', 7, [], surplus, { url: 7 }]) {
      await expect(call(channel, ownFrame, argument)).rejects.toThrow(/^ipc-bad-argument/);
    }
    expect(reached).toEqual([]);
    expect(new Set(logged)).toEqual(new Set(['ipc-bad-argument']));
  });

  it.each([
    ['another origin', frame('https://desk/')],
    ['a look-alike host', frame('app://desk.example/')],
    ['an address with a user in it', frame('app://x@desk/')],
    ['a frame inside our page', frame('app://desk/index.html', {})],
    ['a frame that is gone', { senderFrame: null } as unknown as IpcMainInvokeEvent],
    ['an address that is none', frame('')],
  ])('refuses a call from %s', async (_who, event) => {
    const { call, reached } = opened();
    await expect(call('app:info', event, {})).rejects.toThrow(/^ipc-sender-refused$/);
    expect(reached).toEqual([]);
  });

  it('never repeats a refused argument in its error', async () => {
    const { call } = opened();
    const secret = 'hunter2-hunter2';
    const refused = call('secrets:space-key', ownFrame, { space: `../${secret}` });
    await expect(refused).rejects.not.toThrow(secret);
  });

  it('names a failing handler without telling why', async () => {
    const { call, logged } = opened({
      'app:info': () => {
        throw new Error('/home/amina/secret path');
      },
    });
    await expect(call('app:info', ownFrame, {})).rejects.toThrow(/^ipc-failed: app:info$/);
    expect(logged).toEqual(['ipc-failed']);
  });

  it('passes on what a handler says about a bad argument', async () => {
    const { call } = opened({
      'network:request': () => {
        throw new BadArgument('path leaves the API');
      },
    });
    await expect(call('network:request', ownFrame, fitting['network:request'])).rejects.toThrow(
      /^ipc-bad-argument: path leaves the API$/,
    );
  });

  it('takes calls from the dev server only when there is one', () => {
    expect(ownAddresses()('http://localhost:5173/')).toBe(false);
    expect(ownAddresses('http://localhost:5173')('http://localhost:5173/')).toBe(true);
    expect(ownAddresses('http://localhost:5173')('http://localhost:5174/')).toBe(false);
  });
});
