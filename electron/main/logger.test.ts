import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileLog } from './logger.ts';
import { redacted } from './redact.ts';

const logFile = () => join(mkdtempSync(join(tmpdir(), 'compact-desk-log-')), 'logs', 'main.log');

describe('the log', () => {
  it('writes one line of JSON per event', () => {
    const file = logFile();
    fileLog(file, () => 0)('warn', 'refused', { what: 'navigation', count: 2 });
    expect(readFileSync(file, 'utf8')).toBe(
      '{"at":"1970-01-01T00:00:00.000Z","level":"warn","event":"refused","what":"navigation","count":2}\n',
    );
  });

  it('starts a new part when the old one is full', () => {
    const file = logFile();
    const log = fileLog(file, () => 0);
    for (let line = 0; line < 3000; line += 1) log('info', 'line', { text: 'word '.repeat(80) });
    expect(statSync(file).size).toBeLessThan(1_100_000);
    expect(statSync(`${file}.old`).size).toBeGreaterThan(1_000_000);
  });

  it('never throws: what cannot be written is said elsewhere', () => {
    const said: string[] = [];
    fileLog(
      '/dev/null/logs/main.log',
      () => 0,
      (line) => said.push(line),
    )('error', 'x');
    expect(said).toHaveLength(1);
  });
});

describe('what is left out of a log', () => {
  const secret = fc.stringMatching(/^[A-Za-z0-9_-]{40,90}$/);

  it('no token survives, wherever it stands', () => {
    fc.assert(
      fc.property(secret, fc.constantFrom('Bearer ', 'token=', 'at ', '"', '?code='), (token, before) => {
        expect(redacted('cause', `${before}${token} and more`)).not.toContain(token);
      }),
    );
  });

  it('no value survives under the name of a secret', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (value) => {
        for (const name of ['authorization', 'accessToken', 'passphrase', 'cookie', 'key']) {
          expect(redacted(name, value)).toBe('[left out]');
        }
      }),
    );
  });

  it('ordinary words stay', () => {
    expect(redacted('cause', 'Error: ENOENT, no such file')).toBe('Error: ENOENT, no such file');
    expect(redacted('exitCode', 3)).toBe(3);
  });
});
