const daysInMonth = (year: number, month: number): number => {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
};

/** True for `YYYY-MM-DD` that the Gregorian calendar has: not 2027-02-30. */
export const isCalendarDate = (text: string): boolean => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return year >= 1900 && year <= 2200 && day >= 1 && day <= daysInMonth(year, month);
};

/** True for `YYYY-MM`. */
export const isCalendarMonth = (text: string): boolean => isCalendarDate(`${text}-01`);
