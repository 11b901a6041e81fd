import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { capabilitiesSchema, changesSchema, trainingSessionSchema } from '#shared/sync/protocol.ts';
import { aDoc, creation, set } from './testing/builders.ts';
import { testClient } from './testing/http.ts';

const server = fileURLToPath(new URL('./server.ts', import.meta.url));

let home: string;
const running = new Set<ChildProcess>();

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'desk-sandbox-'));
  mkdirSync(join(home, 'app/assets'), { recursive: true });
  writeFileSync(join(home, 'app/index.html'), '<!doctype html><title>Desk</title>');
  writeFileSync(join(home, 'app/sw.js'), 'self;');
  writeFileSync(join(home, 'app/assets/main-DzQ1w9Xk.js'), 'export {};');
  writeFileSync(join(home, 'secret.txt'), 'secret');
});
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

type Started = {
  readonly child: ChildProcess;
  readonly lines: readonly string[];
  readonly errors: () => string;
  readonly ended: Promise<number | null>;
};

const start = (args: readonly string[]): Started => {
  const { DATABASE_URL: _unused, ...env } = process.env;
  const child = spawn(process.execPath, [server, '--port', '0', ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const lines: string[] = [];
  let errors = '';
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  child.stderr.on('data', (bytes: Buffer) => {
    errors += bytes.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  return { child, lines, errors: () => errors, ended };
};

const address = async ({ lines, child, errors }: Started): Promise<string> => {
  await expect.poll(() => lines.length > 0 || child.exitCode !== null, { timeout: 60_000 }).toBe(true);
  const url = /^sandbox listening on (http:\/\/127\.0\.0\.1:\d+)$/.exec(lines[0] ?? '')?.[1];
  if (url === undefined) throw new Error(`did not listen: ${lines.join('\n')}${errors()}`);
  return url;
};

test('what was written survives kill -9 and a clean stop; a second server on the folder is refused', async () => {
  const data = join(home, 'data');
  const first = start(['--data', data, '--quiet']);
  const url = await address(first);
  const { token } = trainingSessionSchema.parse(
    await (await fetch(`${url}/v1/training/session`, { method: 'POST' })).json(),
  );
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'network-client': testClient,
  };
  const doc = aDoc();
  const body = JSON.stringify({ muts: [creation(doc, [set('title', 'Kept')])] });
  expect((await fetch(`${url}/v1/mutations`, { method: 'POST', headers, body })).status).toBe(200);
  const { epoch } = capabilitiesSchema.parse(await (await fetch(`${url}/v1/capabilities`)).json());

  const second = start(['--data', data, '--quiet']);
  expect(await second.ended).toBe(1);
  expect(second.errors()).toContain(`is in use by process ${first.child.pid}`);

  first.child.kill('SIGKILL');
  await first.ended;
  const third = start(['--data', data, '--quiet']);
  const answer = await fetch(`${await address(third)}/v1/changes`, { headers });
  expect(answer.headers.get('network-epoch')).toBe(epoch);
  expect(changesSchema.parse(await answer.json()).docs).toMatchObject([
    { id: doc, fields: { title: { v: 'Kept' } } },
  ]);
  third.child.kill('SIGTERM');
  expect(await third.ended).toBe(0);
  expect([third.lines.length, third.errors()]).toEqual([1, '']);
});

test('the browser edition comes from the same origin, and nothing beside it', async () => {
  const started = start(['--data', join(home, 'data-of-app'), '--app', join(home, 'app'), '--quiet']);
  const url = await address(started);
  const get = async (path: string) => {
    const answer = await fetch(`${url}${path}`);
    const named = ['content-type', 'cache-control', 'x-content-type-options', 'referrer-policy'];
    return {
      status: answer.status,
      text: await answer.text(),
      headers: named.map((name) => answer.headers.get(name)),
      policy: answer.headers.get('content-security-policy') ?? '',
    };
  };
  const page = await get('/');
  expect(page).toMatchObject({
    status: 200,
    text: '<!doctype html><title>Desk</title>',
    headers: ['text/html; charset=utf-8', 'no-cache', 'nosniff', 'no-referrer'],
  });
  expect(page.policy).toContain("connect-src 'self'");
  expect(await get('/sw.js')).toMatchObject({
    headers: ['text/javascript; charset=utf-8', 'no-cache', 'nosniff', 'no-referrer'],
  });
  expect((await get('/assets/main-DzQ1w9Xk.js')).headers[1]).toBe('public, max-age=31536000, immutable');
  for (const path of ['/../secret.txt', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/assets', '/nothing.js']) {
    const outside = await get(path);
    expect([outside.status, outside.text.includes('secret"')]).toEqual([404, false]);
  }
  started.child.kill('SIGINT');
  expect(await started.ended).toBe(0);
});

test('a wrong command line or a folder without an app ends with a sentence', async () => {
  const wrong = start(['--prot']);
  expect(await wrong.ended).toBe(2);
  expect(wrong.errors()).toContain('usage: node sandbox/server.ts');
  const empty = start(['--app', join(home, 'nowhere'), '--data', join(home, 'unused')]);
  expect(await empty.ended).toBe(1);
  expect(empty.errors()).toContain('There is no index.html in');
});
