import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type InstanceLock = { isFirst: true } | { isFirst: false; told: Promise<void> };

/** Socket paths may be no longer than about 100 bytes; a profile's may. */
const socketOf = (userData: string): string => {
  const short = createHash('sha256').update(userData).digest('hex').slice(0, 16);
  return process.platform === 'win32'
    ? `\\\\.\\pipe\\electron-host-${short}`
    : join(tmpdir(), `electron-host-${short}.sock`);
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

function tryFile(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    const owner = Number(readFileSync(file, 'utf8'));
    if (owner > 0 && isAlive(owner)) return false;
    rmSync(file, { force: true });
    return tryFile(file);
  }
}

/** One instance per profile: the first holds a file with its pid, a later one tells it its arguments. */
export function takeInstanceLock(
  userData: string,
  onSecond: (argv: string[], cwd: string) => void,
): InstanceLock {
  const file = join(userData, 'instance.pid');
  const socket = socketOf(userData);
  if (!tryFile(file)) {
    const told = new Promise<void>((resolve) => {
      const line = connect(socket, () => line.end(JSON.stringify([process.argv, process.cwd()])));
      line.on('close', () => resolve());
      line.on('error', () => resolve());
    });
    return { isFirst: false, told };
  }
  process.on('exit', () => rmSync(file, { force: true }));
  rmSync(socket, { force: true });
  const server = createServer((line) => {
    let text = '';
    line.on('data', (part) => {
      text += part.toString();
    });
    line.on('end', () => {
      const [argv, cwd] = JSON.parse(text) as [string[], string];
      onSecond(argv, cwd);
    });
  });
  server.listen(socket);
  server.unref();
  return { isFirst: true };
}
