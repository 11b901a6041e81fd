import type { VersionHeader } from './version.ts';

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
/** 1970 began on a Thursday; weeks begin on Monday. */
const mondayOffsetDays = 3;

/** What the person named, what was submitted, and what cannot be had again stays for good. */
const staysForGood = ({ name, cause }: VersionHeader): boolean =>
  name !== null || cause.kind === 'submitted' || cause.kind === 'merged' || cause.kind === 'before-upgrade';

/**
 * The stretch of time of which one version is kept; null where all are.
 * Today: all. For 30 days: one a day. After that: one a week.
 */
const stretchOf = (at: number, now: number, zoneMs: number): string | null => {
  const day = Math.floor((at + zoneMs) / dayMs);
  const today = Math.floor((now + zoneMs) / dayMs);
  if (day >= today) return null;
  if (today - day <= 30) return `day ${day}`;
  return `week ${Math.floor((day + mondayOffsetDays) / 7)}`;
};

/**
 * Which versions are to go. Of those that do not stay for good the last one of each stretch of time stays; the newest
 * of all stays in any case. `zoneMs`: what the laptop's clock is ahead of UTC. Thinning what was thinned drops nothing
 * more at the same moment.
 */
export const thinnedOut = (
  headers: readonly VersionHeader[],
  now: number,
  zoneMs: number,
): ReadonlySet<VersionHeader['id']> => {
  const passing = headers.filter((header) => !staysForGood(header));
  const newest = headers.reduce<VersionHeader | undefined>(
    (last, header) => (last === undefined || header.at >= last.at ? header : last),
    undefined,
  );
  const lastOf = new Map<string, VersionHeader>();
  for (const header of passing) {
    const stretch = stretchOf(header.at, now, zoneMs);
    const last = stretch === null ? undefined : lastOf.get(stretch);
    if (stretch !== null && (last === undefined || header.at >= last.at)) lastOf.set(stretch, header);
  }
  const kept = new Set([...lastOf.values()].map(({ id }) => id));
  return new Set(
    passing
      .filter(
        (header) =>
          stretchOf(header.at, now, zoneMs) !== null && !kept.has(header.id) && header.id !== newest?.id,
      )
      .map(({ id }) => id),
  );
};
