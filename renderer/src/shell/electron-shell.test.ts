import { describe, expect, it } from 'vitest';
import type { DesktopApi } from '#shared/ipc/channels.ts';
import { electronShell } from './electron-shell.ts';

const desktop = (answer: unknown, calls: unknown[] = []): DesktopApi => ({
  invoke: async (channel, argument) => {
    calls.push([channel, argument]);
    if (answer instanceof Error) throw answer;
    return answer as never;
  },
  on: () => () => {},
});

describe('the shell in Electron', () => {
  it('carries calls to the channels of the same name', async () => {
    const calls: unknown[] = [];
    const shell = electronShell(desktop({ ok: true, serverUrl: 'https://network.example' }, calls));
    await shell.info();
    await shell.setServer('https://network.example');
    await shell.saveFile('a.json', new Uint8Array([1]));
    expect(calls).toEqual([
      ['app:info', {}],
      ['app:set-server', { url: 'https://network.example' }],
      ['files:save', { suggestedName: 'a.json', bytes: new Uint8Array([1]) }],
    ]);
  });

  it('turns the answer about a key into what the window knows', async () => {
    const key = new Uint8Array(32);
    const given = electronShell(desktop({ ok: true, key, protection: 'keychain' }));
    expect(await given.spaceKey('training')).toEqual({ state: 'open', key, protection: 'keychain' });
    const refused = electronShell(desktop({ ok: false, code: 'keychain-unavailable' }));
    expect(await refused.spaceKey('training')).toEqual({ state: 'failed', code: 'keychain-unavailable' });
  });

  it('never rejects a request, whatever becomes of the main process', async () => {
    const shell = electronShell(desktop(new Error('gone')));
    const answer = await shell.request({ method: 'GET', path: '/v1/x', headers: {}, idleTimeoutMs: 1000 });
    expect(answer).toEqual({ ok: false, code: 'connection', detail: 'Error: gone' });
  });
});
