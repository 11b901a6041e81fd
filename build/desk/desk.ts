import { readFile, writeFile } from 'node:fs/promises';
import { runDesk } from './run-desk.ts';

process.exitCode = await runDesk(process.argv.slice(2), {
  read: (path) => readFile(path),
  write: (path, bytes) => writeFile(path, bytes),
  out: (text) => void process.stdout.write(text),
  say: (text) => void process.stderr.write(text),
  today: new Date().toISOString().slice(0, 10),
});
