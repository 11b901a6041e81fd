import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startArguments } from './arguments.ts';
import { appHandlers } from './handlers/app.ts';
import { defaultServer, serverAddress } from './server-address.ts';
import { serverSetting } from './server-setting.ts';

const settingsFile = () => join(mkdtempSync(join(tmpdir(), 'compact-desk-settings-')), 'settings.json');

describe('the address of a server', () => {
  it.each([
    ['https://network.example', 'https://network.example'],
    [' https://Network.Example/ ', 'https://network.example'],
    ['https://un.example:8443/network/', 'https://un.example:8443/network'],
    ['http://127.0.0.1:8787', 'http://127.0.0.1:8787'],
    ['http://localhost:8787/', 'http://localhost:8787'],
    ['http://[::1]:8787', 'http://[::1]:8787'],
  ])('%s is taken as %s', (text, address) => {
    expect(serverAddress(text)).toEqual({ ok: true, value: address });
  });

  it.each([
    ['', 'not-a-url'],
    ['network.example', 'not-a-url'],
    ['ftp://network.example', 'not-a-url'],
    ['https://user:pass@network.example', 'not-a-url'],
    ['https://network.example/?x=1', 'not-a-url'],
    ['javascript:alert(1)', 'not-a-url'],
    ['http://network.example', 'not-https'],
    ['http://127.0.0.1.example', 'not-https'],
    ['http://10.0.0.1', 'not-https'],
  ])('%s is refused as %s', (text, code) => {
    expect(serverAddress(text)).toEqual({ ok: false, error: code });
  });
});

describe('the server in force', () => {
  it('is the one on this laptop until another is set, and then stays set', async () => {
    const file = settingsFile();
    const setting = serverSetting(file, undefined);
    expect(setting.url()).toBe(defaultServer);
    await setting.set('https://network.example');
    expect(setting.url()).toBe('https://network.example');
    expect(serverSetting(file, undefined).url()).toBe('https://network.example');
  });

  it('is the one that the app was started with, whatever is stored', async () => {
    const file = settingsFile();
    await serverSetting(file, undefined).set('https://network.example');
    expect(serverSetting(file, 'http://127.0.0.1:9999').url()).toBe('http://127.0.0.1:9999');
  });

  it.each(['', 'not json', '{"serverUrl":7}', '{"serverUrl":"http://evil.example"}'])(
    'survives a settings file with %j',
    (text) => {
      const file = settingsFile();
      writeFileSync(file, text);
      expect(serverSetting(file, undefined).url()).toBe(defaultServer);
    },
  );
});

describe('the start arguments', () => {
  it('may name a server, and the last one counts', () => {
    expect(startArguments(['electron', '.'])).toEqual({ ok: true, value: {} });
    expect(startArguments(['a', '--server=http://127.0.0.1:1', '--server=https://network.example/'])).toEqual(
      {
        ok: true,
        value: { serverUrl: 'https://network.example' },
      },
    );
  });

  it('are refused when the server cannot be used', () => {
    expect(startArguments(['a', '--server=http://network.example'])).toEqual({
      ok: false,
      error: '--server: not-https',
    });
  });
});

describe('the channels about the app', () => {
  const built = (file = settingsFile()) => {
    const outside: string[] = [];
    const handlers = appHandlers({
      version: '1.2.3',
      platform: 'linux',
      server: serverSetting(file, undefined),
      openOutside: async (address) => {
        outside.push(address);
      },
    });
    return { file, outside, handlers };
  };

  it('app:set-server refuses without changing anything, and tells the address in force', async () => {
    const { file, handlers } = built();
    expect(await handlers.setServer({ url: 'http://network.example' })).toEqual({
      ok: false,
      code: 'not-https',
    });
    expect(handlers.info()).toEqual({
      version: '1.2.3',
      platform: 'linux',
      serverUrl: defaultServer,
      networkSpace: 'training',
    });
    expect(await handlers.setServer({ url: 'https://network.example/' })).toEqual({
      ok: true,
      serverUrl: 'https://network.example',
    });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ serverUrl: 'https://network.example' });
    // The store, the journal and the key of the other server stay as they are (CL13).
    expect(handlers.info().networkSpace).toMatch(/^training-[0-9a-f]{16}$/);
  });

  it('app:open-external opens what passes the check, and says when it did not', async () => {
    const { outside, handlers } = built();
    expect(await handlers.openExternal({ url: 'https://example.org/a b' })).toEqual({ opened: true });
    expect(await handlers.openExternal({ url: 'file:///etc/passwd' })).toEqual({ opened: false });
    expect(outside).toEqual(['https://example.org/a%20b']);
  });
});
