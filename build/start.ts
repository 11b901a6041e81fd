import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPart } from './parts/parts.ts';
import { runPart } from './parts/run-part.ts';
import { projectRoot } from './parts/tool.ts';
import { electronRuntime, hasDisplay } from './start/electron-runtime.ts';
import { freePort } from './start/free-port.ts';
import { openBrowser } from './start/open-browser.ts';
import { runningNetwork } from './start/running-network.ts';
import { type SandboxServer, startSandbox } from './start/sandbox-server.ts';

/**
 * `npm start [-- --port 8787 --data ./.sandbox --built --browser]`: builds, starts the sandbox network, then the
 * app in Electron; where that cannot be, says why in one line and serves the browser edition. Ctrl+C ends all.
 */
const { values: options } = parseArgs({
  options: {
    port: { type: 'string', default: '8787' },
    data: { type: 'string', default: join(projectRoot, '.sandbox') },
    /** Take what is in out/ as it is. */
    built: { type: 'boolean', default: false },
    /** Do not try Electron. */
    browser: { type: 'boolean', default: false },
  },
});

const say = (line: string): void => console.log(line);

async function build(): Promise<void> {
  if (options.built) return;
  say('Building …');
  const { totals } = await runPart(buildPart);
  if (totals.failed > 0) process.exit(1);
}

function wantedPort(): number {
  const wanted = Number(options.port);
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65_000) {
    throw new Error(`--port must be a number between 1 and 65000; it is ${options.port}`);
  }
  return wanted;
}

async function startNetwork(): Promise<SandboxServer> {
  const wanted = wantedPort();
  const port = await freePort(wanted);
  if (port !== wanted) say(`Port ${wanted} is taken; using ${port}.`);
  return startSandbox(port, options.data, join(projectRoot, 'out/renderer'));
}

/** Resolves to how Electron ended; null when it could not be started at all. */
function runElectron(path: string, url: string, children: ChildProcess[]): Promise<number | null> {
  return new Promise((resolve) => {
    const child = spawn(path, ['.', `--server=${url}`], { cwd: projectRoot, stdio: 'inherit' });
    children.push(child);
    child.once('error', () => resolve(null));
    child.once('exit', (code) => resolve(code));
  });
}

function serveBrowserEdition(url: string, reason: string): void {
  say(`Not in Electron: ${reason}. This is the browser edition:`);
  say(`  ${url}/`);
  say('Ctrl+C stops it.');
  if (hasDisplay()) openBrowser(`${url}/`);
}

/** Building again would change the files that the running one serves. */
async function refuseSecond(): Promise<void> {
  const url = await runningNetwork(wantedPort());
  if (url === undefined) return;
  say(`It is running already: ${url}/`);
  say('For a second one beside it: npm start -- --port 8900 --data ./.sandbox-2');
  if (hasDisplay()) openBrowser(`${url}/`);
  process.exit(0);
}

try {
  await refuseSecond();
  await build();
  const network = await startNetwork();
  const children = [network.child];
  let isStopping = false;
  const stop = (): void => {
    isStopping = true;
    for (const child of children) child.kill('SIGTERM');
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  network.child.once('exit', (code) => {
    if (!isStopping) console.error('The sandbox network ended by itself.');
    process.exit(isStopping ? 0 : (code ?? 1) || 1);
  });
  say(`Sandbox network (training): ${network.url}`);

  const runtime = options.browser
    ? ({ isHere: false, reason: 'asked for the browser' } as const)
    : await electronRuntime(say);
  if (runtime.isHere) {
    const code = await runElectron(runtime.path, network.url, children);
    if (code === 0 || isStopping) stop();
    else serveBrowserEdition(network.url, 'Electron could not start on this machine');
  } else {
    serveBrowserEdition(network.url, runtime.reason);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
