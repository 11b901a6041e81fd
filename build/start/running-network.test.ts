import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { runningNetwork } from './running-network.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

const listening = async (headers: Record<string, string>): Promise<number> => {
  const server = createServer((_, response) => response.writeHead(200, headers).end('{}'));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
};

test('a Network that answers is found, anything else on the port is not', async () => {
  const port = await listening({ 'network-api': '1' });
  expect(await runningNetwork(port)).toBe(`http://127.0.0.1:${port}`);
  expect(await runningNetwork(await listening({}))).toBeUndefined();
});

test('where nothing listens there is none', async () => {
  const port = await listening({});
  servers.splice(0)[0]?.close();
  expect(await runningNetwork(port)).toBeUndefined();
});
