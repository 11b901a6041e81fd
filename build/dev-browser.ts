import { join } from 'node:path';
import { createServer, mergeConfig, type UserConfig } from 'vite';
import electronViteConfig from '../electron.vite.config.ts';
import { projectRoot } from './parts/tool.ts';
import { freePort } from './start/free-port.ts';
import { startSandbox } from './start/sandbox-server.ts';

/** `npm run dev:browser`: the window in a browser with hot reload, and the sandbox network on the same origin. */
const { renderer } = electronViteConfig as { readonly renderer: UserConfig };
const network = await startSandbox(
  await freePort(8787),
  join(projectRoot, '.sandbox'),
  join(projectRoot, 'out/renderer'),
);
const toNetwork = Object.fromEntries(['/v1', '/openapi.json'].map((path) => [path, { target: network.url }]));
const server = await createServer(
  mergeConfig(renderer, { configFile: false, server: { host: '127.0.0.1', proxy: toNetwork } }),
);
await server.listen();
server.printUrls();

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    network.child.kill('SIGTERM');
    void server.close().then(() => process.exit(0));
  });
}
