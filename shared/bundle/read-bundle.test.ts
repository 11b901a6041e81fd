import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { bundleDocument } from './bundle-document.ts';
import { bundleFailureCodes } from './bundle-failure.ts';
import { sealBundle } from './envelope.ts';
import { readBundle } from './read-bundle.ts';
import {
  content,
  fileBytes,
  forged,
  history,
  id,
  jsonBytes,
  rezipped,
  sha256,
  state,
  zip,
} from './test-bundle.ts';
import { testCrypto } from './test-crypto.ts';

const crypto = testCrypto();

const codeOf = async (bytes: Uint8Array, passphrase: string | null = null): Promise<string> => {
  const read = await readBundle(bytes, passphrase, crypto);
  return read.ok ? 'ok' : read.error.code;
};

const sealed = async (): Promise<Uint8Array> =>
  concatBytes(...(await sealBundle(zip, 'a long night', crypto)));

/** Replaces a name by one of the same length, in the table of contents and before the entry. */
const renamed = (from: string, to: string): Uint8Array => {
  const bytes = Uint8Array.from(zip);
  const [before, after] = [utf8ToBytes(from), utf8ToBytes(to)];
  for (let at = 0; at <= bytes.length - before.length; at += 1) {
    if (before.every((byte, index) => bytes[at + index] === byte)) bytes.set(after, at);
  }
  return bytes;
};

describe('a bundle', () => {
  test('is read as it was written, with its queue and its files', async () => {
    const read = await readBundle(zip, null, crypto);
    expect(read.ok && { ...read.value, manifest: read.value.manifest.documents }).toEqual({
      isSealed: false,
      manifest: [{ id, kind: 'pledge', stage: 'draft', title: 'Registros' }],
      documents: [bundleDocument(state)],
      versions: new Map([[id, history]]),
      files: new Map([[sha256, fileBytes]]),
      outbox: content.outbox,
    });
  });

  test('behind a passphrase says nothing without it', async () => {
    const bytes = await sealed();
    expect(await codeOf(bytes, 'a long night')).toBe('ok');
    expect(await codeOf(bytes)).toBe('passphrase-needed');
    expect(await codeOf(bytes, 'a long day')).toBe('wrong-passphrase');
    expect(new TextDecoder().decode(bytes)).not.toContain('manifest.json');
  });

  test('of several parts is whole or refused: cut, swapped or given another header', async () => {
    const large = new Uint8Array(2_500_000).map((_, index) => (index * 7_919) % 251);
    const bytes = concatBytes(...(await sealBundle(large, 'p', crypto)));
    const headerBytes = new DataView(bytes.buffer).getUint32(8);
    const start = 12 + headerBytes + 16;
    const step = 1_048_576 + 16;
    expect(await codeOf(bytes.subarray(0, start + 2 * step), 'p')).toBe('truncated');
    const swapped = Uint8Array.from(bytes);
    swapped.set(bytes.subarray(start, start + step), start + step);
    expect(await codeOf(swapped, 'p')).toBe('damaged');
    const other = Uint8Array.from(bytes);
    other[12 + headerBytes - 2] = '7'.charCodeAt(0);
    expect(['wrong-passphrase', 'damaged']).toContain(await codeOf(other, 'p'));
  });

  test('of a newer format is refused by that name, sealed or not', async () => {
    const newer = rezipped((entries) => {
      entries['manifest.json'] = utf8ToBytes('{"format":4,"what":"knows"}');
    });
    expect(await codeOf(newer)).toBe('newer-format');
    const header = utf8ToBytes('{"format":2}');
    const bytes = concatBytes(utf8ToBytes('DESKSEAL'), Uint8Array.of(0, 0, 0, header.length), header);
    expect(await codeOf(concatBytes(bytes, new Uint8Array(64)), 'p')).toBe('newer-format');
  });

  test('with names that lead out of the folder is refused before anything is inflated', async () => {
    for (const name of ['../x.json', '/etc/x', 'C:/x', 'a\\b', 'documents/../../x']) {
      expect(await codeOf(rezipped((entries) => Object.assign(entries, { [name]: utf8ToBytes('x') })))).toBe(
        'unsafe-name',
      );
    }
    expect(await codeOf(rezipped((entries) => Object.assign(entries, { 'x.exe': utf8ToBytes('x') })))).toBe(
      'unknown-entry',
    );
  });

  test('that names an entry twice is refused', async () => {
    expect(await codeOf(renamed('manifest.json', 'outbox.json\0\0'))).toBe('unsafe-name');
    const two = zipSync({
      'documents/0190a000-0000-7000-8000-000000000001.json': utf8ToBytes('{}'),
      'documents/0190a000-0000-7000-8000-000000000002.json': utf8ToBytes('{}'),
    });
    const twice = Uint8Array.from(two);
    for (let at = 0; at < twice.length; at += 1) {
      if (twice[at] === 0x32 && twice[at - 1] === 0x30 && twice[at + 1] === 0x2e) twice[at] = 0x31;
    }
    expect(await codeOf(twice)).toBe('duplicate-name');
  });

  test('with another content than its manifest says is refused by the name of the entry', async () => {
    const changed = rezipped((entries) => {
      entries[`documents/${id}.json`] = utf8ToBytes(JSON.stringify({ ...bundleDocument(state), rev: 3 }));
    });
    expect(await readBundle(changed, null, crypto)).toEqual({
      ok: false,
      error: { code: 'wrong-hash', place: `documents/${id}.json` },
    });
    const missing = rezipped((entries) => {
      delete entries['outbox.json'];
    });
    expect(await codeOf(missing)).toBe('missing-entry');
  });

  test('with a history that is not what it says is refused by the name of the entry, whatever the hashes say', async () => {
    const name = `versions/${id}.json`;
    const last = history.length - 1;
    const changedTo = (change: (version: Record<string, unknown>) => void, at = last) => {
      const chain = JSON.parse(JSON.stringify(history));
      change(chain[at]);
      return forged((entries) => Object.assign(entries, { [name]: jsonBytes(chain) }));
    };
    const splices = (cut: unknown) => ({ delta: { set: {}, splices: { description: cut }, removed: [] } });
    const broken = [
      changedTo((version) => Object.assign(version, { hash: '0'.repeat(16) })),
      changedTo((version) => Object.assign(version, { body: splices([[9_999_999, 0, 'x']]) })),
      changedTo((version) => Object.assign(version, { body: splices([[0, 0, 'x']]) })),
      changedTo((version) => Object.assign(version, { id: history[0]?.id })),
      changedTo((version) => Object.assign(version, { files: [] })),
      changedTo((version) => Object.assign(version, { at: 1e300 })),
      changedTo((version) => Object.assign(version, { template: 'practice@1' })),
      changedTo((version) => Object.assign(version, { body: splices([[0, 0, 'x']]) }), 0),
    ];
    for (const bytes of broken) {
      expect(await readBundle(bytes, null, crypto)).toEqual({
        ok: false,
        error: { code: 'bad-history', place: name },
      });
    }
    const stranger = `versions/${id.replace(/1$/, '2')}.json`;
    expect(await codeOf(forged((entries) => Object.assign(entries, { [stranger]: jsonBytes([]) })))).toBe(
      'unknown-entry',
    );
  });

  test('of the first format, without histories, is still read', async () => {
    const first = forged((entries, manifest) => {
      delete entries[`versions/${id}.json`];
      manifest.format = 1;
    });
    const read = await readBundle(first, null, crypto);
    expect(read.ok && [read.value.documents, read.value.versions.size]).toEqual([[bundleDocument(state)], 0]);
  });

  test('that would inflate without end is refused by its table of contents', async () => {
    const bomb = zipSync({ 'manifest.json': new Uint8Array(60_000_000) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await codeOf(bomb)).toBe('too-large');
  });

  test('that lies about a size inflates no further than it said', async () => {
    const bomb = zipSync({ 'manifest.json': new Uint8Array(60_000_000) });
    const lying = Uint8Array.from(bomb);
    const view = new DataView(lying.buffer);
    for (let at = 0; at < lying.length - 4; at += 1) {
      if (view.getUint32(at, true) === 60_000_000) view.setUint32(at, 1_000, true);
    }
    expect(['damaged', 'bad-manifest', 'not-a-bundle']).toContain(await codeOf(lying));
  });

  test('cut anywhere, or something else altogether, is refused by a name', async () => {
    // Below that not even the name of the first entry is there.
    for (let length = 0; length < 60; length += 1)
      expect(bundleFailureCodes).toContain(await codeOf(zip.subarray(0, length)));
    for (let length = 60; length < zip.length; length += 7)
      expect([length, await codeOf(zip.subarray(0, length))]).toEqual([length, 'truncated']);
    expect(await codeOf(utf8ToBytes('{"fields":{}}'))).toBe('not-a-bundle');
    expect(await codeOf(new Uint8Array())).toBe('not-a-bundle');
  });

  test('ten thousand damaged bundles: the same content or a named failure, never a part', async () => {
    const whole = JSON.stringify((await readBundle(zip, null, crypto)).ok);
    const shut = await sealed();
    await fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 6 }),
        fc.option(fc.nat(), { nil: undefined, freq: 6 }),
        async (isSealed, flips, cut) => {
          const from = isSealed ? shut : zip;
          const bytes = Uint8Array.from(from);
          for (const [at, mask] of flips) bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ mask;
          const damaged = cut === undefined ? bytes : bytes.subarray(0, cut % bytes.length);
          const read = await readBundle(damaged, isSealed ? 'a long night' : null, crypto);
          if (!read.ok) expect(bundleFailureCodes).toContain(read.error.code);
          else {
            expect(whole).toBe('true');
            expect(read.value.documents).toEqual([bundleDocument(state)]);
            expect(read.value.files).toEqual(content.files);
            expect(read.value.versions).toEqual(content.versions);
            expect(read.value.outbox).toEqual(content.outbox);
          }
        },
      ),
      { numRuns: 10_000 },
    );
  }, 60_000);
});
