import { utf8ToBytes } from '@noble/hashes/utils.js';
import { unzipSync, type Zippable, zipSync } from 'fflate';
import type { ClientId, DocId } from '#shared/domain/ids.ts';
import { newDocument } from '#shared/sync/document-state.ts';
import { sha256HexOfBytes } from '#shared/sync/hash.ts';
import { freeze } from '#shared/sync/outbox.ts';
import { chainOf } from '#shared/sync/test-versions.ts';
import { bundleDocument } from './bundle-document.ts';
import { carriedOf } from './carried.ts';
import { type BundleContent, writeBundle } from './write-bundle.ts';

/** One bundle with everything in it that a bundle can have: for tests only. */

export const id = '0190a000-0000-7000-8000-000000000001' as DocId;
export const fileBytes = utf8ToBytes('%PDF-1.7 a file');
export const sha256 = sha256HexOfBytes(fileBytes);
const evidence = { 'evidence/0000000001': true, 'evidence/0000000001/sha256': sha256 };

export const state = freeze(
  newDocument(id, 'pledge', 'pledge@2', { title: 'Registros', ...evidence }, 1_000),
);
const carried = carriedOf(state, {
  account: 'training',
  name: 'Ana',
  client: '0190a000-0000-4000-8000-000000000002' as ClientId,
  epoch: null,
});

const sentence = 'A register of births reaches every ward by boat. ';
export const history = chainOf([
  { title: 'R', description: sentence.repeat(8) },
  { title: 'Registros', description: `${sentence.repeat(8)}Soon.` },
  { title: 'Registros', description: `${sentence.repeat(9)}Soon.`, ...evidence },
]);

export const content: BundleContent = {
  madeBy: { name: 'Ana', account: 'training' },
  madeAt: '2026-11-26T12:00:00.000Z',
  appVersion: '1.0.0',
  space: 'training',
  documents: [{ document: bundleDocument(state), title: 'Registros' }],
  versions: new Map([[id, history]]),
  files: new Map([[sha256, fileBytes]]),
  outbox: carried === undefined ? [] : [carried],
};

export const packed = (one: BundleContent): Uint8Array => {
  const written = writeBundle(one);
  if (!written.ok) throw new Error(written.error.code);
  return written.value;
};
export const zip = packed(content);

const unzipped = unzipSync(zip);

/** The bundle with some of its entries changed, and the manifest left as it is unless it is changed too. */
export const rezipped = (change: (entries: Record<string, Uint8Array>) => void): Uint8Array => {
  const entries = { ...unzipped };
  change(entries);
  return zipSync(entries as Zippable, { level: 0 });
};

export const jsonBytes = (value: unknown): Uint8Array => utf8ToBytes(JSON.stringify(value));

/** The bundle as somebody would forge it: entries changed, and a manifest that has the hashes of what is there. */
export const forged = (
  change: (entries: Record<string, Uint8Array>, manifest: Record<string, unknown>) => void,
): Uint8Array =>
  rezipped((entries) => {
    const manifest = JSON.parse(new TextDecoder().decode(entries['manifest.json']));
    change(entries, manifest);
    delete entries['manifest.json'];
    const listed = Object.entries(entries).map(([name, bytes]) => ({
      name,
      sha256: sha256HexOfBytes(bytes),
      sizeBytes: bytes.length,
    }));
    entries['manifest.json'] = jsonBytes({ ...manifest, entries: listed });
  });
