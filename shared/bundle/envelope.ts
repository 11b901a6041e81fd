import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import * as z from 'zod/mini';
import { err, ok, type Result } from '#shared/result.ts';
import type { BundleCrypto, BundleKey, Derivation } from './bundle-crypto.ts';
import type { BundleFailure } from './bundle-failure.ts';

/**
 * A sealed bundle: `DESKSEAL`, the length of the header (4 bytes, big-endian), the header as JSON, and the zip in
 * chunks, each sealed by itself. The nonce of a chunk is a prefix, its number and whether it is the last, and its
 * label is the header: nothing can be cut off, put in another order or given to another header.
 */
const magic = utf8ToBytes('DESKSEAL');
const lengthBytes = 4;
const tagBytes = 16;
const prefixBytes = 7;
const longestHeader = 4_096;
const chunkBytes = 1_048_576;

/** Argon2id as RFC 9106 recommends where memory is short: 64 MiB, three passes. */
const cost = { name: 'argon2id', memoryKiB: 65_536, iterations: 3, parallelism: 1 } as const;

const hex = (length: number) => z.string().check(z.regex(new RegExp(`^[0-9a-f]{${length * 2}}$`)));

/** The costs are bounded: a file must not decide how long a laptop works for it. */
const headerSchema = z.strictObject({
  format: z.literal(1),
  kdf: z.strictObject({
    name: z.literal('argon2id'),
    memoryKiB: z.int().check(z.gte(8), z.lte(262_144)),
    iterations: z.int().check(z.gte(1), z.lte(10)),
    parallelism: z.int().check(z.gte(1), z.lte(4)),
    salt: hex(16),
  }),
  nonce: hex(prefixBytes),
  chunkBytes: z.int().check(z.gte(1_024), z.lte(4_194_304)),
});

const hexBytes = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

const nonceOf = (prefix: Uint8Array, index: number, isLast: boolean): Uint8Array => {
  const nonce = new Uint8Array(12);
  nonce.set(prefix);
  new DataView(nonce.buffer).setUint32(prefixBytes, index);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
};

/** The nonce under which nothing is sealed but the header itself: it tells a wrong passphrase from a damaged file. */
const checkNonce = (prefix: Uint8Array): Uint8Array => {
  const nonce = nonceOf(prefix, 0xffff_ffff, false);
  nonce[11] = 2;
  return nonce;
};

export const isSealed = (bytes: Uint8Array): boolean => magic.every((byte, index) => bytes[index] === byte);

/** Seals a zip behind a passphrase. */
export const sealBundle = async (
  zip: Uint8Array,
  passphrase: string,
  crypto: BundleCrypto,
  derivation: Omit<Derivation, 'salt'> = cost,
): Promise<readonly Uint8Array[]> => {
  const prefix = crypto.random(prefixBytes);
  const kdf: Derivation = { ...derivation, salt: bytesToHex(crypto.random(16)) };
  const header = utf8ToBytes(JSON.stringify({ format: 1, kdf, nonce: bytesToHex(prefix), chunkBytes }));
  const length = new Uint8Array(lengthBytes);
  new DataView(length.buffer).setUint32(0, header.length);
  const key = await crypto.deriveKey(passphrase, kdf);
  const check = await key.seal(checkNonce(prefix), header, new Uint8Array());
  const parts: Uint8Array[] = [magic, length, header, check];
  const chunks = Math.max(1, Math.ceil(zip.length / chunkBytes));
  for (let index = 0; index < chunks; index += 1) {
    const plain = zip.subarray(index * chunkBytes, (index + 1) * chunkBytes);
    parts.push(await key.seal(nonceOf(prefix, index, index === chunks - 1), header, plain));
  }
  return parts;
};

const failed = (code: BundleFailure['code'], place: string) => err<BundleFailure>({ code, place });

const newerFormat = z.object({ format: z.int().check(z.gte(2)) });

const readHeader = (
  bytes: Uint8Array,
): Result<{ readonly raw: Uint8Array; readonly header: z.infer<typeof headerSchema> }, BundleFailure> => {
  const start = magic.length + lengthBytes;
  if (bytes.length < start) return failed('truncated', 'header');
  const length = new DataView(bytes.buffer, bytes.byteOffset + magic.length, lengthBytes).getUint32(0);
  if (length > longestHeader) return failed('damaged', 'header');
  if (bytes.length < start + length + tagBytes) return failed('truncated', 'header');
  const raw = bytes.subarray(start, start + length);
  let told: unknown;
  try {
    told = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw));
  } catch {
    return failed('damaged', 'header');
  }
  if (newerFormat.safeParse(told).success) return failed('newer-format', 'header');
  const header = headerSchema.safeParse(told);
  return header.success ? ok({ raw, header: header.data }) : failed('damaged', 'header');
};

const openChunks = async (
  sealed: Uint8Array,
  key: BundleKey,
  raw: Uint8Array,
  { nonce, chunkBytes: size }: z.infer<typeof headerSchema>,
): Promise<Result<Uint8Array, BundleFailure>> => {
  const [prefix, step] = [hexBytes(nonce), size + tagBytes];
  const count = Math.max(1, Math.ceil(sealed.length / step));
  const plain: Uint8Array[] = [];
  for (let index = 0; index < count; index += 1) {
    const chunk = sealed.subarray(index * step, (index + 1) * step);
    const opened = await key.open(nonceOf(prefix, index, index === count - 1), raw, chunk);
    // A file that was cut at the end of a chunk lacks the one that says it is the last.
    if (opened === undefined)
      return failed(index === count - 1 ? 'truncated' : 'damaged', `part ${index + 1}`);
    plain.push(opened);
  }
  return ok(concatBytes(...plain));
};

/** The zip in a sealed bundle. */
export const openBundle = async (
  bytes: Uint8Array,
  passphrase: string | null,
  crypto: BundleCrypto,
): Promise<Result<Uint8Array, BundleFailure>> => {
  const read = readHeader(bytes);
  if (!read.ok) return read;
  if (passphrase === null || passphrase === '') return failed('passphrase-needed', 'header');
  const { raw, header } = read.value;
  const key = await crypto.deriveKey(passphrase, header.kdf);
  const start = magic.length + lengthBytes + raw.length;
  const check = bytes.subarray(start, start + tagBytes);
  if ((await key.open(checkNonce(hexBytes(header.nonce)), raw, check)) === undefined) {
    return failed('wrong-passphrase', 'header');
  }
  return openChunks(bytes.subarray(start + tagBytes), key, raw, header);
};
