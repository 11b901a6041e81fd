import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { fileFor, serveWindow } from './protocol.ts';

const policy = "default-src 'none'";
let serve: (request: Request) => Promise<Response>;

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'compact-desk-protocol-'));
  const root = join(folder, 'renderer');
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(root, 'index.html'), '<p>page</p>');
  writeFileSync(join(root, 'assets', 'a b.js'), 'export {}');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  serve = serveWindow({ root, contentSecurityPolicy: policy });
});

const get = (path: string, method = 'GET') => serve(new Request(`app://desk${path}`, { method }));

describe('app://desk/', () => {
  it.each(['/', '/index.html', '/index.html?x=1'])('%s is the page, with its policy', async (path) => {
    const response = await get(path);
    expect([response.status, await response.text()]).toEqual([200, '<p>page</p>']);
    expect(response.headers.get('content-security-policy')).toBe(policy);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('serves files by their decoded name and type', async () => {
    const response = await get('/assets/a%20b.js');
    expect(await response.text()).toBe('export {}');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/assets/%00.js',
    '/%E0%A4%A.js',
    '//etc/passwd.txt',
    '/missing.js',
  ])('%s leads nowhere', async (path) => {
    const response = await get(path);
    expect([400, 404]).toContain(response.status);
    expect(await response.text()).toBe('');
    expect(response.headers.get('content-security-policy')).toBe(policy);
  });

  it('answers only GET and HEAD', async () => {
    expect((await get('/', 'POST')).status).toBe(405);
    const head = await get('/', 'HEAD');
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('knows no other host or scheme', () => {
    for (const address of ['app://other/index.html', 'file:///index.html', 'https://desk/', 'nonsense']) {
      expect(fileFor(address, '/root')).toBeNull();
    }
  });
});
