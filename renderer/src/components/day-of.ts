/** How far back a moment lies, as people count days: by the calendar of this laptop. */
export type DayOf = 'today' | 'yesterday' | 'this-year' | 'earlier';

const startOfDay = (at: number): Date => {
  const date = new Date(at);
  date.setHours(0, 0, 0, 0);
  return date;
};

/** Which day `at` fell on, seen from `now`; both are milliseconds since 1970. A moment to come is today. */
export const dayOf = (at: number, now: number): DayOf => {
  const today = startOfDay(now);
  if (at >= today.getTime()) return 'today';
  const yesterday = new Date(today);
  // Not minus 24 hours: the day on which clocks change has 23 or 25.
  yesterday.setDate(yesterday.getDate() - 1);
  if (at >= yesterday.getTime()) return 'yesterday';
  return new Date(at).getFullYear() === today.getFullYear() ? 'this-year' : 'earlier';
};
