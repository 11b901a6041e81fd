import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Handler = (request: Request) => Response | Promise<Response>;

const handlers = new Map<string, Handler>();

/** The page's own address in this stand-in; `.localhost` makes it a secure context with a lasting origin. */
export const pageHost = 'desk.app.localhost';
export const pageOrigin = `http://${pageHost}`;

/** `app://desk/x` as the page knows it, and back. Other addresses stay as they are. */
export const toPageAddress = (url: string): string => url.replace(/^app:\/\/desk(?=\/|$)/, pageOrigin);
export const toAppAddress = (url: string): string =>
  url === pageOrigin || url.startsWith(`${pageOrigin}/`) ? `app://desk${url.slice(pageOrigin.length)}` : url;

export const protocol = {
  registerSchemesAsPrivileged: (): void => {},
  handle: (scheme: string, handler: Handler): void => {
    handlers.set(scheme, handler);
  },
  unhandle: (scheme: string): void => {
    handlers.delete(scheme);
  },
  isProtocolHandled: (scheme: string): boolean => handlers.has(scheme),
};

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const handler = handlers.get('app');
  if (request.headers.host !== pageHost || handler === undefined) {
    response.writeHead(421).end();
    return;
  }
  const answered = await handler(
    new Request(`app://desk${request.url ?? '/'}`, { method: request.method ?? 'GET' }),
  );
  response.writeHead(answered.status, Object.fromEntries(answered.headers));
  response.end(Buffer.from(await answered.arrayBuffer()));
}

/** Serves what the handler of `app://` answers, on loopback; resolves to the port. */
export async function startWindowServer(): Promise<number> {
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      process.stderr.write(`stand-in: protocol handler failed: ${String(error)}\n`);
      response.writeHead(500).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return (server.address() as AddressInfo).port;
}
