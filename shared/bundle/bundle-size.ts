import type { Failure } from '#shared/errors.ts';
import { bundleLimits, sizeLimit } from './manifest.ts';

/** How much is in a bundle, or would be. */
export type BundleSize = {
  readonly documents: number;
  /** Everything but the manifest. */
  readonly entries: number;
  /** Before packing. */
  readonly bytes: number;
};

const megabytes = 1_000_000;

/** Why a bundle of this size could not be read by anybody, and so is not made; null where it can. */
export const excessOf = ({ documents, entries, bytes }: BundleSize): Failure | null => {
  if (documents > bundleLimits.documents) {
    return { code: 'bundle-documents', params: { count: documents, limit: bundleLimits.documents } };
  }
  if (entries > bundleLimits.entries) {
    return { code: 'bundle-entries', params: { count: entries, limit: bundleLimits.entries } };
  }
  if (bytes <= bundleLimits.totalBytes) return null;
  const limit = Math.floor(bundleLimits.totalBytes / megabytes);
  return { code: 'bundle-bytes', params: { count: Math.ceil(bytes / megabytes), limit } };
};

/** The same of what was put together, the manifest included, entry by entry. */
export const excessIn = (
  documents: number,
  entries: readonly (readonly [name: string, bytes: Uint8Array])[],
): Failure | null => {
  if (entries.some(([name, { length }]) => length > sizeLimit(name))) return { code: 'bundle-entry' };
  const bytes = entries.reduce((total, [, { length }]) => total + length, 0);
  return excessOf({ documents, entries: entries.length - 1, bytes });
};
