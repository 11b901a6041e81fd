import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
};

/** A server of built files that also answers `/v1/time`, and can be stopped and started on the same port. */
export type StaticServer = { readonly url: string; stop(): Promise<void>; start(): Promise<void> };

export async function startStaticServer(folder: string): Promise<StaticServer> {
  let server: Server;
  let port = 0;
  let asked = 0;
  const start = async (): Promise<void> => {
    server = createServer(async (request, response) => {
      const path = new URL(request.url ?? '/', 'http://x').pathname;
      if (path === '/v1/time') {
        asked += 1;
        response.writeHead(200, { 'network-api': '1' }).end(String(asked));
        return;
      }
      const bytes = await readFile(join(folder, path === '/' ? 'index.html' : path)).catch(() => null);
      if (bytes === null) response.writeHead(404).end();
      else {
        const type = types[extname(path)] ?? 'text/html';
        response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' }).end(bytes);
      }
    });
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  };
  await start();
  return {
    url: `http://127.0.0.1:${port}`,
    start,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
