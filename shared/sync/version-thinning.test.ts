import fc from 'fast-check';
import { expect, test } from 'vitest';
import { headerOf } from './test-versions.ts';
import type { VersionCause, VersionHeader } from './version.ts';
import { thinnedOut } from './version-thinning.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** A Thursday, 18:00 UTC. */
const now = Date.UTC(2026, 10, 26, 18);

const header = (index: number, at: number, cause?: VersionCause, name?: string): VersionHeader => ({
  ...headerOf(index, at, cause, name ?? null),
  hash: '0'.repeat(16),
  changes: { fields: 0, words: 0 },
});

const left = (headers: readonly VersionHeader[], zoneMs = 0) => {
  const gone = thinnedOut(headers, now, zoneMs);
  return headers.filter(({ id }) => !gone.has(id));
};

test('all of today stay; of an earlier day of this month the last one; of an earlier week the last one', () => {
  const today = [header(1, now - 3 * hour), header(2, now - 2 * hour)];
  const yesterday = [header(3, now - day), header(4, now - day + hour)];
  const [monday, sunday] = [Date.UTC(2026, 8, 7, 9), Date.UTC(2026, 8, 13, 9)];
  const week = [header(5, monday), header(6, sunday)];
  const nextWeek = [header(7, sunday + day)];
  const all = [...week, ...nextWeek, ...yesterday, ...today];
  expect(left(all).map(({ at }) => at)).toEqual([
    sunday,
    sunday + day,
    now - day + hour,
    now - 3 * hour,
    now - 2 * hour,
  ]);
});

test('days are those of the laptop, not of Greenwich', () => {
  const [late, early] = [Date.UTC(2026, 10, 24, 23), Date.UTC(2026, 10, 25, 1)];
  const pair = [header(1, late), header(2, early), header(3, now)];
  expect(left(pair).length).toBe(3);
  expect(left(pair, 2 * hour).map(({ at }) => at)).toEqual([early, now]);
});

test('what was named, submitted, merged or upgraded stays for good', () => {
  const at = now - 400 * day;
  const all = [
    header(1, at, { kind: 'kept' }, 'Sent to the ministry'),
    header(2, at, { kind: 'submitted', round: 1 }),
    header(3, at, { kind: 'merged' }),
    header(4, at, { kind: 'before-upgrade', to: 'pledge@2' }),
    header(5, at, { kind: 'kept' }),
    header(6, at, { kind: 'restored', from: at, field: null }),
  ];
  // The last of the passing ones stands for its week.
  expect(left(all).map(({ id }) => id)).toEqual([1, 2, 3, 4, 6].map((index) => all[index - 1]?.id));
});

test('thinning is bounded by time, keeps the newest, and done twice drops nothing more', () => {
  const moments = fc.array(fc.integer({ min: 0, max: 800 * 24 }), { minLength: 1, maxLength: 300 });
  fc.assert(
    fc.property(moments, fc.integer({ min: -14, max: 14 }), (hours, zone) => {
      const all = hours.map((ago, index) => header(index, now - ago * hour));
      const kept = left(all, zone * hour);
      expect(left(kept, zone * hour)).toEqual(kept);
      const newest = Math.max(...all.map(({ at }) => at));
      expect(kept.some(({ at }) => at === newest)).toBe(true);
      const past = kept.filter(({ at }) => at < now - 2 * day);
      expect(past.length).toBeLessThanOrEqual(31 + 800 / 7 + 2);
    }),
    { numRuns: 300 },
  );
});
