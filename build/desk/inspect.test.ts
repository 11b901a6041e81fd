import { concatBytes } from '@noble/hashes/utils.js';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { bundleDocument } from '#shared/bundle/bundle-document.ts';
import { sealBundle } from '#shared/bundle/envelope.ts';
import { packed } from '#shared/bundle/test-bundle.ts';
import type { DocId } from '#shared/domain/ids.ts';
import { newDocument } from '#shared/sync/document-state.ts';
import { nodeBundleCrypto } from './bundle-crypto.ts';
import { runDesk } from './run-desk.ts';

const id = '0190a000-0000-7000-8000-000000000001' as DocId;
const zip = packed({
  madeBy: { name: 'Ana', account: null },
  madeAt: '2026-11-26T12:00:00.000Z',
  appVersion: '1.0.0',
  space: 'training',
  documents: [
    { document: bundleDocument(newDocument(id, 'pledge', 'pledge@2', { title: 'A' }, 1)), title: 'A' },
  ],
  versions: new Map(),
  files: new Map(),
  outbox: [],
});

const inspect = async (files: Readonly<Record<string, Uint8Array>>, ...args: string[]) => {
  const [out, said]: [string[], string[]] = [[], []];
  const code = await runDesk(['inspect', ...args], {
    read: async (path) => {
      const bytes = files[path];
      if (bytes === undefined) throw new Error('no such file');
      return bytes;
    },
    write: async () => {
      throw new Error('inspect writes nothing');
    },
    out: (text) => out.push(text),
    say: (text) => said.push(text),
    today: '2026-11-26',
  });
  return { code, out: JSON.parse(out.join('') || 'null'), said: said.join('') };
};

const content = {
  isVerified: true,
  isSealed: false,
  format: 3,
  madeBy: { name: 'Ana', account: null },
  madeAt: '2026-11-26T12:00:00.000Z',
  appVersion: '1.0.0',
  space: 'training',
  documents: [{ id, kind: 'pledge', title: 'A', stage: 'draft', versions: 0, waits: false }],
  files: [],
};

test('inspect prints what is in a bundle', async () => {
  expect(await inspect({ b: zip }, 'b')).toEqual({ code: 0, out: content, said: '' });
});

test('inspect says in words why a bundle cannot be read, and where if that says more', async () => {
  const cut = await inspect({ b: zip.subarray(0, zip.length - 200) }, 'b');
  expect(cut.said).toContain('b: it was cut short; copy it again from where it came\n');
  const odd = await inspect({ b: zipSync({ 'documents/../../a': new Uint8Array(3) }) }, 'b');
  expect(odd.out).toMatchObject({ code: 'unsafe-name' });
  expect(odd.said).toContain('do not use it. Nothing of it was unpacked (in it: documents/../../a)\n');
});

test('inspect opens a sealed bundle with the passphrase of a file, and names a wrong one', async () => {
  const cost = { name: 'argon2id', memoryKiB: 64, iterations: 1, parallelism: 1 } as const;
  const b = concatBytes(...(await sealBundle(zip, 'frío', nodeBundleCrypto, cost)));
  const files = { b, right: new TextEncoder().encode('frío\n'), wrong: new TextEncoder().encode('frio') };
  expect((await inspect(files, 'b', '--passphrase-file', 'right')).out).toEqual({
    ...content,
    isSealed: true,
  });
  expect(await inspect(files, 'b', '--passphrase-file', 'wrong')).toMatchObject({
    code: 2,
    out: { isVerified: false, code: 'wrong-passphrase', place: 'header' },
  });
  expect(await inspect(files, 'b')).toMatchObject({ code: 2, out: { code: 'passphrase-needed' } });
});
