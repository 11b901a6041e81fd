import { expect, test } from 'vitest';
import { readArguments } from './arguments.ts';

test('without arguments: port 8787 and a folder beside', () => {
  expect(readArguments([])).toEqual({
    ok: true,
    value: { port: 8787, dataFolder: './.sandbox', withFaults: false, appFolder: null, isQuiet: false },
  });
});

test('all arguments are read', () => {
  const argv = ['--port', '0', '--data', '/tmp/x', '--faults', '--app', 'out', '--quiet'];
  expect(readArguments(argv)).toEqual({
    ok: true,
    value: { port: 0, dataFolder: '/tmp/x', withFaults: true, appFolder: 'out', isQuiet: true },
  });
});

test('what does not fit is named', () => {
  expect(readArguments(['--port', '70000'])).toEqual({ ok: false, error: '--port 70000 is not a port' });
  expect(readArguments(['--port', '80a'])).toEqual({ ok: false, error: '--port 80a is not a port' });
  expect(readArguments(['--data', ''])).toEqual({ ok: false, error: '--data needs a folder' });
  expect(readArguments(['--prot', '1']).ok).toBe(false);
});
