import {
  type Version,
  type VersionBody,
  type VersionHeader,
  versionBodySchema,
  versionHeaderSchema,
} from '#shared/sync/version.ts';
import type { VersionRow } from './database.ts';
import { openPacked, sealPacked } from './packed-json.ts';
import { openJson, type Sealer, sealJson } from './sealer.ts';
import { isUnreadable } from './store-failure.ts';

type Key = Pick<VersionRow, 'doc' | 'seq'>;

const label = ({ doc, seq }: Key, part: 'header' | 'body'): string => `versions/${doc}/${seq}/${part}`;

export const sealVersionHeader = (sealer: Sealer, key: Key, header: VersionHeader): Promise<Uint8Array> =>
  sealJson(sealer, header, label(key, 'header'));

export const sealVersionBody = (sealer: Sealer, key: Key, body: VersionBody): Promise<Uint8Array> =>
  sealPacked(sealer, body, label(key, 'body'));

/** Seals a version into its row. */
export const toVersionRow = async (
  sealer: Sealer,
  key: Key,
  { body, ...header }: Version,
): Promise<VersionRow> => ({
  ...key,
  at: header.at,
  header: await sealVersionHeader(sealer, key, header),
  body: await sealVersionBody(sealer, key, body),
});

/** What a row of the store says cannot take part in the chain; anything but an unreadable row is thrown on. */
const orNull = async <T>(open: () => Promise<T | undefined>): Promise<T | null> => {
  try {
    return (await open()) ?? null;
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return null;
  }
};

/** The header of a row; null where it is damaged. */
export const openVersionHeader = (sealer: Sealer, row: VersionRow): Promise<VersionHeader | null> =>
  orNull(async () => {
    const opened = await openJson(sealer, row.header, label(row, 'header'));
    return versionHeaderSchema.safeParse(opened).data as VersionHeader | undefined;
  });

/** The whole of a row; null where any of it is damaged. */
export const openVersion = async (sealer: Sealer, row: VersionRow): Promise<Version | null> => {
  const [header, body] = await Promise.all([
    openVersionHeader(sealer, row),
    orNull(async () => {
      const opened = await openPacked(sealer, row.body, label(row, 'body'));
      return versionBodySchema.safeParse(opened).data as VersionBody | undefined;
    }),
  ]);
  return header && body && { ...header, body };
};
