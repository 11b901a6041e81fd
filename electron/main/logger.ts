import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { redacted } from './redact.ts';

export type LogLevel = 'info' | 'warn' | 'error';
export type LogFields = Readonly<Record<string, string | number | boolean>>;
/** Writes one line: what happened, by a fixed name, and the few values that explain it. Never throws. */
export type Log = (level: LogLevel, event: string, fields?: LogFields) => void;

const rotateAtBytes = 1_000_000;

/**
 * A log of JSON lines at `file`, with one older part beside it (`….old`), together at most about 2 MB.
 * Values pass through `redacted`. What cannot be written goes to `fallback`.
 */
export const fileLog = (
  file: string,
  now: () => number,
  fallback: (line: string) => void = (line) => process.stderr.write(line),
): Log => {
  let sizeBytes = existingSize(file);
  return (level, event, fields = {}) => {
    const safe = Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, redacted(name, value)]),
    );
    const line = `${JSON.stringify({ at: new Date(now()).toISOString(), level, event, ...safe })}\n`;
    try {
      if (sizeBytes === 0) mkdirSync(dirname(file), { recursive: true });
      if (sizeBytes > rotateAtBytes) {
        renameSync(file, `${file}.old`);
        sizeBytes = 0;
      }
      appendFileSync(file, line, { mode: 0o600 });
      sizeBytes += Buffer.byteLength(line);
    } catch {
      fallback(line);
    }
  };
};

function existingSize(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
