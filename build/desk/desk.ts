import { readFile } from 'node:fs/promises';
import type { ExitCode } from './command.ts';
import { whyNot } from './input.ts';
import { writeWhole } from './output-file.ts';
import { runDesk } from './run-desk.ts';

/** Standard output goes out in one piece, so that what becomes of it is known before the command ends. */
const printed: string[] = [];
const say = (text: string): void => void process.stderr.write(text);

/** A reader that has seen enough is no fault, and says nothing of the file; an output that takes nothing is one. */
const print = (text: string): Promise<ExitCode | null> =>
  new Promise((resolve) => {
    process.stdout.on('error', () => {}); // It comes to the callback too.
    process.stdout.write(text, (error) => {
      if (error == null || ('code' in error && error.code === 'EPIPE')) return resolve(null);
      say(`desk: standard output cannot be written: ${whyNot(error)}\n`);
      resolve(2);
    });
  });

process.stderr.on('error', () => {}); // There is nobody left to tell.

const code = await runDesk(process.argv.slice(2), {
  read: (path) => readFile(path),
  write: writeWhole,
  out: (text) => void printed.push(text),
  say,
  today: new Date().toISOString().slice(0, 10),
});
process.exitCode = (await print(printed.join(''))) ?? code;
