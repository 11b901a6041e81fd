import { expect, test } from 'vitest';
import { readArguments } from './arguments.ts';

test('without arguments: port 8787 and a folder beside', () => {
  expect(readArguments([])).toEqual({
    ok: true,
    value: {
      port: 8787,
      dataFolder: './.sandbox',
      withFaults: false,
      appFolder: null,
      isQuiet: false,
      meetings: undefined,
    },
  });
});

test('all arguments are read', () => {
  const argv = [
    '--port',
    '0',
    '--data',
    '/tmp/x',
    '--faults',
    '--app',
    'out',
    '--quiet',
    '--meetings',
    '2027-05-12,2027-11-10',
  ];
  expect(readArguments(argv)).toEqual({
    ok: true,
    value: {
      port: 0,
      dataFolder: '/tmp/x',
      withFaults: true,
      appFolder: 'out',
      isQuiet: true,
      meetings: ['2027-05-12', '2027-11-10'],
    },
  });
});

test('what does not fit is named', () => {
  expect(readArguments(['--port', '70000'])).toEqual({ ok: false, error: '--port 70000 is not a port' });
  expect(readArguments(['--port', '80a'])).toEqual({ ok: false, error: '--port 80a is not a port' });
  expect(readArguments(['--data', ''])).toEqual({ ok: false, error: '--data needs a folder' });
  expect(readArguments(['--meetings', '2027-05-12,soon'])).toEqual({
    ok: false,
    error: '--meetings: soon is not a day such as 2027-05-12',
  });
  expect(readArguments(['--prot', '1']).ok).toBe(false);
});
