import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { freePort } from '#build/start/free-port.ts';
import { apiVersion, headers } from '#shared/sync/protocol-version.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

type Started = {
  readonly lines: string[];
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
};

function start(args: readonly string[]): Started {
  const child = spawn(process.execPath, ['build/start.ts', '--built', '--browser', ...args], {
    cwd: root,
    env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  return { lines, child, ended: new Promise((resolve) => child.once('exit', resolve)) };
}

test('npm start serves the app and its network, passes over a taken port, and Ctrl+C ends both', async () => {
  const data = mkdtempSync(join(tmpdir(), 'compact-desk-start-'));
  const wanted = await freePort(26_000);
  const holder = createServer();
  await new Promise<void>((resolve) => holder.listen(wanted, '127.0.0.1', resolve));
  const { lines, child, ended } = start(['--port', String(wanted), '--data', data]);
  try {
    const address = () => lines.map((line) => /^ {2}(http:\S+)$/.exec(line)?.[1]).find(Boolean);
    await expect.poll(address, { timeout: 60_000 }).toBeDefined();
    expect(lines).toContainEqual(
      expect.stringMatching(new RegExp(`^Port ${wanted} is taken; using \\d+\\.$`)),
    );
    expect(lines).toContainEqual(
      expect.stringMatching(/^Not in Electron: .+\. This is the browser edition:$/),
    );

    const page = await fetch(address() ?? '');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const network = await fetch(new URL('/v1/capabilities', address()));
    expect(network.headers.get(headers.api)).toBe(String(apiVersion));

    child.kill('SIGINT');
    expect(await ended).toBe(0);
    await expect(fetch(address() ?? '')).rejects.toThrow();
  } finally {
    // Not SIGKILL: that would leave its network behind.
    child.kill('SIGTERM');
    await ended;
    holder.close();
    rmSync(data, { recursive: true, force: true });
  }
});
