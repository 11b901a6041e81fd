import { isCalendarDate } from './calendar.ts';

/** A day of the Gregorian calendar as `YYYY-MM-DD`. */
export type CivilDay = string;

const dayMs = 86_400_000;

/** Days since 1970-01-01; NaN for what is no day of the calendar. */
const dayNumber = (day: CivilDay): number => {
  if (!isCalendarDate(day)) return Number.NaN;
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return Date.UTC(year, month - 1, date) / dayMs;
};

/** Days from `a` to `b`; negative when `b` lies before `a`. */
export const daysBetween = (a: CivilDay, b: CivilDay): number => dayNumber(b) - dayNumber(a);

/** `count` days after a day, or before it where negative. */
export const daysAfter = (day: CivilDay, count: number): CivilDay =>
  new Date((dayNumber(day) + count) * dayMs).toISOString().slice(0, 10);

/** What the clocks of a zone show at an instant, in milliseconds as if that were UTC. */
const wallClockMs = (atMs: number, zone: string): number => {
  const parts = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(atMs);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((candidate) => candidate.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
};

/** The day that a zone has at an instant in milliseconds since 1970, UTC. */
export const dayIn = (atMs: number, zone: string): CivilDay =>
  new Date(wallClockMs(atMs, zone)).toISOString().slice(0, 10);

/** The instant at which a day ends in a zone, in milliseconds since 1970, UTC; summer time counts. */
export const endOfDayMs = (day: CivilDay, zone: string): number => {
  const midnight = (dayNumber(day) + 1) * dayMs;
  const offsetAt = (atMs: number) => wallClockMs(atMs, zone) - atMs;
  // The offset that holds at the guess may not be the one that holds at the answer.
  return midnight - offsetAt(midnight - offsetAt(midnight));
};

/** Whether this machine knows a zone by its name, such as `Europe/Zurich`. */
export const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};
