/**
 * How far a reader has come in one realm. `floor`: every field change up to this sequence has been
 * delivered. `position`: in a walk over several pages, documents of the feed up to this sequence
 * have been delivered with their fields beyond `floor`; equal to `floor` between walks. Both are
 * needed: a document that moves on in the feed during a walk still owes its older fields.
 */
export type Progress = { readonly floor: number; readonly position: number };

export const beginning: Progress = { floor: 0, position: 0 };

/** Enough of the epoch to tell two apart; the cursor rides in every push and must stay short. */
const epochMark = (epoch: string): string => epoch.slice(0, 8);

const realmPattern = /^([a-z0-9-]+)\.(\d{1,16})(?:\.(\d{1,16}))?$/;

/** Writes a cursor: opaque to clients, one progress per realm, of characters that a URL keeps. */
export const encodeCursor = (epoch: string, realms: Readonly<Record<string, Progress>>): string =>
  [
    epochMark(epoch),
    ...Object.entries(realms).map(([realm, { floor, position }]) =>
      position === floor ? `${realm}.${floor}` : `${realm}.${floor}.${position}`,
    ),
  ].join('~');

export type ReadCursor = {
  /** Whether the cursor was written in this epoch. */
  readonly isOf: (epoch: string) => boolean;
  readonly realms: readonly string[];
  /** The progress in a realm; the beginning for one that the cursor does not know. */
  readonly progress: (realm: string) => Progress;
};

/** Reads a cursor that this server wrote; undefined for anything else. */
export const decodeCursor = (text: string): ReadCursor | undefined => {
  const [mark = '', ...entries] = text.split('~');
  if (!/^[0-9a-f]{8}$/.test(mark)) return undefined;
  const realms = new Map<string, Progress>();
  for (const entry of entries) {
    const [, realm = '', first, second] = realmPattern.exec(entry) ?? [];
    const floor = Number(first);
    const position = Number(second ?? first);
    if (!Number.isSafeInteger(floor) || !Number.isSafeInteger(position) || position < floor) return undefined;
    realms.set(realm, { floor, position });
  }
  return {
    isOf: (epoch) => epochMark(epoch) === mark,
    realms: [...realms.keys()],
    progress: (realm) => realms.get(realm) ?? beginning,
  };
};
