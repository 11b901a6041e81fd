const day = (date: Date): string => date.toISOString().slice(0, 10);

/** The first day `months` after `start` (YYYY-MM-DD), and the day before it; the last of a shorter month. */
export const monthsAfter = (
  start: string,
  months: number,
): { readonly nextDay: string; readonly lastDay: string } => {
  const [year = 0, month = 1, date = 1] = start.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const next = Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth));
  return { nextDay: day(new Date(next)), lastDay: day(new Date(next - 86_400_000)) };
};

/**
 * A total in minor units over `months`, cut into periods of at most a year as IATI asks (budget/period-end), each with
 * its part by months. The parts are the differences of sums rounded down, so that they add up to the total.
 */
export const budgetPeriods = (
  total: number,
  start: string,
  months: number,
): readonly { readonly start: string; readonly end: string; readonly minor: number }[] => {
  const upTo = (done: number): number => Number((BigInt(total) * BigInt(done)) / BigInt(months));
  return Array.from({ length: Math.ceil(months / 12) }, (_, index) => {
    const [from, to] = [index * 12, Math.min(months, index * 12 + 12)];
    return {
      start: monthsAfter(start, from).nextDay,
      end: monthsAfter(start, to).lastDay,
      minor: upTo(to) - upTo(from),
    };
  });
};
