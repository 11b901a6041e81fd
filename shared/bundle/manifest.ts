import * as z from 'zod/mini';
import { docKindSchema, serverStages } from '#shared/domain/document.ts';
import { docIdSchema } from '#shared/domain/ids.ts';

/** The format that this version writes, and the newest that it reads. 1 had no versions of documents, 2 no refusals. */
export const bundleFormat = 3;

const mebi = 1_048_576;

/** Largest numbers and sizes after inflation, checked before a bundle is made and before anything is inflated. */
export const bundleLimits = {
  documents: 5_000,
  /** Everything but the manifest. */
  entries: 20_000,
  jsonBytes: 64 * mebi,
  fileBytes: 26_214_400,
  totalBytes: 1_024 * mebi,
  /** Versions of one document. */
  versions: 2_000,
  /** Characters of all versions of one document, each put together, and of all in the bundle. */
  versionChars: 64 * mebi,
  totalVersionChars: 1_024 * mebi,
  /** More than so many bytes out of one is no document. */
  ratio: 200,
  /** Below this size, a high ratio does no harm. */
  ratioFromBytes: mebi,
} as const;

/** Largest size of one entry. */
export const sizeLimit = (name: string): number =>
  name.startsWith('files/') ? bundleLimits.fileBytes : bundleLimits.jsonBytes;

const text = z.string().check(z.maxLength(2_000));

/** `manifest.json`: what the bundle is, and every other entry of it with its hash. */
export const manifestSchema = z.strictObject({
  format: z.int().check(z.gte(1), z.lte(bundleFormat)),
  madeBy: z.strictObject({ name: text, account: z.nullable(text) }),
  madeAt: z.iso.datetime(),
  appVersion: text,
  /** Practice documents only ever go into a practice space. */
  space: z.enum(['training', 'local']),
  documents: z
    .array(z.strictObject({ id: docIdSchema, kind: docKindSchema, title: text, stage: z.enum(serverStages) }))
    .check(z.maxLength(bundleLimits.documents)),
  entries: z
    .array(
      z.strictObject({
        name: text,
        sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
        sizeBytes: z.int().check(z.gte(0)),
      }),
    )
    .check(z.maxLength(bundleLimits.entries)),
});
export type Manifest = z.infer<typeof manifestSchema>;

export const manifestName = 'manifest.json';
export const outboxName = 'outbox.json';
export const documentEntry = (id: string): string => `documents/${id}.json`;
export const versionsEntry = (id: string): string => `versions/${id}.json`;
export const fileEntry = (sha256: string): string => `files/${sha256}`;

/** What a bundle may hold; a name that is none of these is never looked at further. */
export const isEntryName = (name: string): boolean =>
  name === manifestName ||
  name === outboxName ||
  /^(documents|versions)\/[0-9a-f-]{36}\.json$/.test(name) ||
  /^files\/[0-9a-f]{64}$/.test(name);

/** A name that points out of the folder into which somebody might unpack it. */
export const isUnsafeName = (name: string): boolean =>
  /(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[A-Za-z]:|\0|\\/.test(name);
