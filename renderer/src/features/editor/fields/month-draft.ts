import { isCalendarMonth } from '#shared/domain/calendar.ts';
import { keptMonth, monthIn, parseYearIn, sameMonth, yearIn } from './calendar-parts.ts';
import type { DraftKind } from './kept-draft.ts';

/** A month as it stands in the list and the line beside it: its number in the year, and the year, read or not. */
export type MonthDraft = { readonly month: string; readonly year: string };

/** Whose months stand in the list until a year is typed. */
const yearBefore = 2027;

/** A month in a calendar, kept as the Gregorian one (`2027-02`) in which most of it lies. */
export const monthDraft: DraftKind<string, MonthDraft> = {
  draftOf: (calendar, stored) => {
    if (typeof stored !== 'string' || !isCalendarMonth(stored)) return { month: '', year: '' };
    const { month, year } = monthIn(calendar, stored);
    return { month: String(month), year: String(year) };
  },
  keptOf: (calendar, { month, year }) => {
    const read = parseYearIn(calendar, year);
    return month === '' || read === null ? null : keptMonth(calendar, { year: read, month: Number(month) });
  },
};

/** The year whose months stand in the list. */
export const listedYear = (calendar: string, { year }: MonthDraft): number =>
  parseYearIn(calendar, year) ?? yearIn(calendar, yearBefore);

/** The same month of another year: its number may differ between a leap year and a common one. */
export const withYear = (calendar: string, draft: MonthDraft, year: string): MonthDraft => {
  const next = { month: draft.month, year };
  if (draft.month === '') return next;
  const [from, to] = [listedYear(calendar, draft), listedYear(calendar, next)];
  const month = sameMonth(calendar, { year: from, month: Number(draft.month) }, to);
  return { ...next, month: month === null ? '' : String(month) };
};
