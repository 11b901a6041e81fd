import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { htmlFile, printPage } from '#shared/export/html.ts';
import type { Channel, DesktopApi } from '#shared/ipc/channels.ts';
import { contentSecurityPolicy } from '#shared/security/content-security-policy.ts';
import { buildProbe } from '#tests/support/electron-host/build-probe.ts';
import { HostProcess } from '#tests/support/electron-host/host-process.ts';
import { type HostedApp, startElectronHost } from '#tests/support/electron-host/start-electron-host.ts';
import { sampleModel } from '#tests/support/samples.ts';

/** What a page sees; the functions below run in it. */
type ProbePage = { desktop: DesktopApi; heard: unknown[] };

let folder: string;
let main: string;
let userData: string;
let app: HostedApp;
let server: Server;
let requests: string[];

const address = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const start = () => startElectronHost({ userData, main, args: [`--server=${address()}`] });

/** Calls a channel from the page; a rejection comes back as its text. */
const call = (channel: string, argument: unknown): Promise<unknown> =>
  app.page.evaluate(
    ([name, given]) =>
      (window as unknown as ProbePage).desktop
        .invoke(name as Channel, given as never)
        .catch((error: unknown) => String(error)),
    [channel, argument] as const,
  );

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'compact-desk-hosted-'));
  userData = join(folder, 'profile');
  main = await buildProbe(join(folder, 'out'));
  requests = [];
  server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url} ${request.headers.cookie ?? 'no cookie'}`);
    if (request.url === '/v1/away') response.writeHead(302, { location: 'http://example.org/' }).end();
    else response.writeHead(200, { 'network-api': '1', 'set-cookie': 'a=b' }).end('hello');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  app = await start();
  console.log('shell: stand-in (the built main and preload bundles on Node; not Electron)');
});

afterAll(async () => {
  await app?.close();
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the built main and preload bundles, hosted', () => {
  it('show the page with the whole policy, in a secure context, with nothing of Node or the host', async () => {
    const response = await app.page.reload();
    expect(response?.headers()['content-security-policy']).toBe(
      contentSecurityPolicy({ connectSrc: "'none'" }),
    );
    const seen = await app.page.evaluate(() => ({
      isSecure: isSecureContext,
      desktop: Object.keys((window as unknown as ProbePage).desktop),
      isFrozen: Object.isFrozen((window as unknown as ProbePage).desktop),
      foreign: ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in window),
      host: Object.keys(window).filter((name) => name.startsWith('host_')),
    }));
    expect(seen).toEqual({
      isSecure: true,
      desktop: ['invoke', 'on'],
      isFrozen: true,
      foreign: [],
      host: [],
    });
  });

  it('let the page reach no network of its own', async () => {
    const tried = await app.page.evaluate(
      async (url) =>
        Promise.all([
          fetch(url).then(
            () => 'reached',
            (error: unknown) => String(error),
          ),
          new Promise((resolve) => {
            const image = new Image();
            image.onload = () => resolve('reached');
            image.onerror = () => resolve('refused');
            image.src = `${url}/image.png`;
          }),
        ]),
      address(),
    );
    expect(tried).toEqual(['TypeError: Failed to fetch', 'refused']);
    expect(requests).toEqual([]);
  });

  it('carry a request to the configured server, and bytes back', async () => {
    const answered = await app.page.evaluate(async () => {
      const answer = await (window as unknown as ProbePage).desktop.invoke('network:request', {
        method: 'POST',
        path: '/v1/mutations',
        headers: { 'content-type': 'application/json' },
        body: new TextEncoder().encode('{}'),
        idleTimeoutMs: 5000,
      });
      return answer.ok
        ? {
            ...answer,
            body: new TextDecoder().decode(answer.body),
            isBytes: answer.body instanceof Uint8Array,
          }
        : answer;
    });
    expect(answered).toMatchObject({ ok: true, status: 200, body: 'hello', isBytes: true });
    expect(answered).not.toHaveProperty('headers.set-cookie');
    const request = { method: 'GET', headers: {}, idleTimeoutMs: 5000 };
    expect(await call('network:request', { ...request, path: '/v1/away' })).toMatchObject({ status: 302 });
    expect(requests).toEqual(['POST /v1/mutations no cookie', 'GET /v1/away no cookie']);
  });

  it('name the failing layer', async () => {
    const request = { method: 'GET', path: '/v1/changes', headers: {}, idleTimeoutMs: 5000 };
    await app.setOnline(false);
    expect(await call('network:request', request)).toMatchObject({ ok: false, code: 'offline' });
    await app.setOnline(true);
    expect(await call('network:request', request)).toMatchObject({ ok: true });
  });

  it.each([
    ['app:info', { surplus: 1 }],
    ['app:info', null],
    ['network:request', { method: 'TRACE', path: '/v1/x', headers: {}, idleTimeoutMs: 1000 }],
    ['network:request', { method: 'GET', path: 'https://example.org/', headers: {}, idleTimeoutMs: 1000 }],
    ['network:request', { method: 'GET', path: '/v1/../__faults', headers: {}, idleTimeoutMs: 1000 }],
    ['network:request', { method: 'GET', path: '/v1/x', headers: { cookie: 'a=b' }, idleTimeoutMs: 1000 }],
    ['secrets:space-key', { space: '../../etc/passwd' }],
    ['secrets:space-key', { space: 'x'.repeat(1_000_000) }],
    ['files:save', { suggestedName: '', bytes: [] }],
    ['app:set-server', { url: 'x'.repeat(3000) }],
  ])('refuse a bad argument of %s by name', async (channel, argument) => {
    expect(await call(channel, argument)).toMatch(/ipc-bad-argument/);
  });

  it('know no channel beside the table', async () => {
    const error = app.page.evaluate(() =>
      (window as unknown as ProbePage).desktop.invoke('fs:read' as Channel, {} as never),
    );
    await expect(error).rejects.toThrow('no channel fs:read');
  });

  it('open outside only what passes the check', async () => {
    expect(await call('app:open-external', { url: 'https://example.org/x' })).toEqual({ opened: true });
    expect(await call('app:open-external', { url: 'file:///etc/passwd' })).toEqual({ opened: false });
    await app.page.evaluate(() => {
      window.open('https://example.org/popup');
    });
    await expect
      .poll(() => app.openedAddresses())
      .toEqual(['https://example.org/x', 'https://example.org/popup']);
    await expect.poll(() => app.page.context().pages().length).toBe(1);
  });

  it('deny permissions but two', async () => {
    const both = (granted: boolean) => ({ check: granted, request: granted });
    expect(await app.askPermission('clipboard-sanitized-write', 'app://desk/')).toEqual(both(true));
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'hid']) {
      expect(await app.askPermission(permission, 'app://desk/')).toEqual(both(false));
    }
    expect(await app.askPermission('persistent-storage', 'https://example.org/')).toEqual(both(false));
  });

  it('tell the window of menu items and of waking up', async () => {
    await app.chooseMenu('new-pledge');
    await app.resume();
    const heard = () => app.page.evaluate(() => (window as unknown as ProbePage).heard);
    await expect.poll(heard).toEqual([
      ['menu:command', { command: 'new-pledge' }],
      ['app:wake', {}],
    ]);
  });

  it('save a file where the person says, and nothing when the person cancels', async () => {
    const path = join(folder, 'saved.json');
    const save = () =>
      app.page.evaluate(() =>
        (window as unknown as ProbePage).desktop.invoke('files:save', {
          suggestedName: 'pledge.json',
          bytes: new Uint8Array([123, 125]),
        }),
      );
    await app.answerNextSaveDialog(null);
    expect(await save()).toEqual({ outcome: 'cancelled' });
    await app.answerNextSaveDialog(path);
    expect(await save()).toEqual({ outcome: 'saved' });
    expect(readFileSync(path, 'utf8')).toBe('{}');
  });

  it('make a tagged PDF of a copy, in a page that runs nothing and is gone afterwards', async () => {
    const model = sampleModel('concept-note-cuenca-lago-es');
    const html = htmlFile(printPage(model, 'a4')).replace(
      '</main>',
      '<script>document.title = "ran"</script><img src="http://127.0.0.1:9/"></main>',
    );
    const bytes = await app.page.evaluate(async (text) => {
      const answer = await (window as unknown as ProbePage).desktop.invoke('print:pdf', { html: text });
      return answer.ok ? Array.from(answer.bytes) : [];
    }, html);
    const pdf = Buffer.from(bytes).toString('latin1');
    expect(pdf.slice(0, 5)).toBe('%PDF-');
    expect(pdf).toMatch(/\/MarkInfo\s*<<\s*\/Type \/MarkInfo\s*\/Marked true/);
    expect(pdf).toContain('/StructTreeRoot');
    // The names of structure: headings and heads of rows come along.
    expect(pdf).toMatch(/\/S \/H1[^0-9]/);
    expect(pdf).toMatch(/\/S \/TH[^e]/);
    expect(pdf).toMatch(/\/MediaBox \[0 0 594\.\d+ 841\.\d+\]/);
    expect(pdf).not.toContain('(ran)');
    expect(app.page.context().pages()).toHaveLength(1);
    expect(await app.page.evaluate(() => document.title)).not.toBe('');
  });

  it('are one instance per profile: a second start ends at once', async () => {
    const second = new HostProcess({ userData, main });
    expect(await second.exited).toBe(0);
    expect(await call('app:info', {})).toMatchObject({ serverUrl: address() });
  });

  it('refuse to start against a server without https', async () => {
    const other = join(folder, 'other');
    mkdirSync(other);
    const refused = new HostProcess({ userData: other, main, args: ['--server=http://example.org'] });
    expect(await refused.exited).toBe(2);
    expect(refused.output).toContain('--server: not-https');
  });
});

describe('what a killed app leaves behind', () => {
  const write = (text: string) =>
    app.page.evaluate(
      (value) =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('kept', 1);
          opening.onupgradeneeded = () => opening.result.createObjectStore('rows');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const change = opening.result.transaction('rows', 'readwrite', { durability: 'strict' });
            change.objectStore('rows').put(value, 1);
            change.oncomplete = () => resolve();
          };
        }),
      text,
    );
  const read = () =>
    app.page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open('kept', 1);
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const asked = opening.result.transaction('rows').objectStore('rows').get(1);
            asked.onsuccess = () => resolve(asked.result);
          };
        }),
    );

  it('is every committed row, and the same key', async () => {
    const key = await call('secrets:space-key', { space: 'training' });
    expect(key).toMatchObject({ ok: true, protection: 'keychain' });
    await write('committed');
    await app.kill();
    app = await start();
    expect(await read()).toBe('committed');
    expect(await call('secrets:space-key', { space: 'training' })).toEqual(key);
  });

  it('does not open with a copy of the profile where the keychain protects it', async () => {
    const file = join(userData, 'keys', 'training.key');
    expect(readdirSync(join(userData, 'keys'))).toEqual(['training.key']);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ protection: 'keychain' });
    await app.close();
    rmSync(`${userData}.keychain`);
    app = await start();
    expect(await call('secrets:space-key', { space: 'training' })).toEqual({
      ok: false,
      code: 'key-unreadable',
    });
  });

  it('ends with exit code 0 when the person closes the window', async () => {
    await app.page.close();
    const exitCode = await app.close();
    expect({ exitCode, output: app.output() }).toEqual({ exitCode: 0, output: 'shell: stand-in\n' });
    app = await start();
  });
});
