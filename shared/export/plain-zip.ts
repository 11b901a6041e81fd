import { type Zippable, zipSync } from 'fflate';

/** The files of a zip by their path in it. */
export type Parts = Readonly<Record<string, Uint8Array>>;

/** The first moment that a zip can tell, as the local time that it keeps. */
const zipEpoch = '1980-01-01T00:00:00';
const first = '[Content_Types].xml';

/**
 * Parts as a zip of always the same bytes: in the order of their names, all of one time. The content types come
 * first, where Word looks for them.
 */
export const zipped = (parts: Parts): Uint8Array<ArrayBuffer> => {
  const rank = (name: string): string => (name === first ? '' : name);
  const entries: Zippable = {};
  for (const [name, bytes] of Object.entries(parts).sort(([a], [b]) => (rank(a) < rank(b) ? -1 : 1)))
    entries[name] = [bytes, { mtime: zipEpoch }];
  return zipSync(entries);
};

/** Files that are packed already (Word, PDF) in one zip, as of `at`, milliseconds since 1970. */
export const zipOfPacked = (files: Parts, at: number): Uint8Array<ArrayBuffer> =>
  zipSync({ ...files }, { level: 0, mtime: at });
