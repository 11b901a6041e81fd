import { referredFiles } from '#shared/domain/attachment.ts';
import { type FieldMap, textSchema } from '#shared/domain/field-value.ts';
import { type VersionBody, type VersionChain, versionChainSchema } from '#shared/sync/version.ts';
import { bodiesWithout, chainContents, contentAfter } from '#shared/sync/version-chain.ts';
import type { BundleFailureCode } from './bundle-failure.ts';
import { bundleLimits } from './manifest.ts';

const charsOf = (fields: FieldMap): number =>
  Object.entries(fields).reduce(
    (sum, [path, value]) =>
      sum + path.length + (typeof value === 'string' || Array.isArray(value) ? String(value).length : 8),
    0,
  );

/**
 * The newest versions of a history that a bundle of so many documents can carry; the rest stays on its laptop.
 * What is answered is a chain by itself, of the versions that can be read.
 */
export const carriedVersions = (chain: VersionChain, documents: number): VersionChain => {
  const limit = Math.min(bundleLimits.versionChars, bundleLimits.totalVersionChars / Math.max(1, documents));
  const contents = chainContents(chain);
  const kept = new Set<number>();
  let chars = 0;
  for (let index = chain.length - 1; index >= 0 && kept.size < bundleLimits.versions; index -= 1) {
    const fields = contents[index];
    if (!fields) continue;
    chars += charsOf(fields);
    if (chars > limit) break;
    kept.add(index);
  }
  const bodies = bodiesWithout(chain, (index) => !kept.has(index));
  return chain.flatMap((version, index) =>
    kept.has(index) ? [{ ...version, body: bodies.get(index) ?? version.body }] : [],
  );
};

const sameFiles = (one: readonly string[], other: readonly string[]): boolean =>
  JSON.stringify([...new Set(one)].sort()) === JSON.stringify([...new Set(other)].sort());

/** Whether the texts that a delta put together are texts that a document may have. */
const hasSoundTexts = (body: VersionBody, fields: FieldMap): boolean =>
  'whole' in body ||
  Object.keys(body.delta.splices).every((path) => textSchema.safeParse(fields[path]).success);

/** A history that was read; `chars`: how much its versions are, put together. */
export type ReadVersions =
  | { readonly chain: VersionChain; readonly chars: number }
  | Extract<BundleFailureCode, 'bad-history' | 'too-large'>;

/**
 * Reads the history of a document of this kind. Every version is put together and must be what its own check sum
 * and its list of files say; `limit`: characters after which no more is put together.
 */
export const readVersions = (value: unknown, kind: string, limit: number): ReadVersions => {
  const read = versionChainSchema.safeParse(value);
  if (!read.success) return 'bad-history';
  const chain: VersionChain = read.data as VersionChain;
  if (chain.length > bundleLimits.versions) return 'too-large';
  if (new Set(chain.map(({ id }) => id)).size !== chain.length) return 'bad-history';
  let fields: FieldMap | null = null;
  let chars = 0;
  for (const version of chain) {
    fields = contentAfter(fields, version);
    const isSound =
      fields !== null && version.template.startsWith(`${kind}@`) && hasSoundTexts(version.body, fields);
    if (fields === null || !isSound) return 'bad-history';
    chars += charsOf(fields);
    if (chars > Math.min(limit, bundleLimits.versionChars)) return 'too-large';
    if (!sameFiles(version.files, referredFiles(fields))) return 'bad-history';
  }
  return { chain, chars };
};
