import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CutProxy, startCutProxy } from './cut-proxy.ts';

let served = 0;
const server = createServer((request, response) => {
  request.resume().on('end', () => {
    served += 1;
    response.end(`answer ${served}`);
  });
});
let proxy: CutProxy;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  proxy = await startCutProxy((server.address() as AddressInfo).port);
});

afterAll(async () => {
  await proxy.close();
  server.closeAllConnections();
  server.close();
});

async function ask(path: string): Promise<string> {
  const answer = await fetch(`${proxy.url}${path}`, { method: 'POST', body: 'four' });
  return answer.text();
}

test('a cut cable breaks every request until it is mended', async () => {
  await ask('/before');
  proxy.cut();
  await expect(ask('/during')).rejects.toThrow();
  proxy.restore();
  await expect(ask('/after')).resolves.toMatch(/^answer/);
});

test('a lost answer was worked on by the server exactly once', async () => {
  const before = served;
  proxy.dropAnswerOnce(({ path }) => path === '/lost');
  await expect(ask('/lost')).rejects.toThrow();
  expect(served).toBe(before + 1);
  await expect(ask('/lost')).resolves.toBe(`answer ${before + 2}`);
});

test('the meter counts what went through', async () => {
  proxy.forget();
  await ask('/counted');
  expect(proxy.requests().map(({ method, path, bodyBytes }) => ({ method, path, bodyBytes }))).toEqual([
    { method: 'POST', path: '/counted', bodyBytes: 4 },
  ]);
});
