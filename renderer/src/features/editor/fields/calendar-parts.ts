import {
  CalendarDate,
  createCalendar,
  DateFormatter,
  GregorianCalendar,
  toCalendar,
} from '@internationalized/date';
import { parseYear, westernDigits } from './typed-number.ts';

/** CLDR's name of a calendar. */
type CalendarId = Parameters<typeof createCalendar>[0];

export type CalendarMonth = { readonly year: number; readonly month: number };

const firstYear = 1900;
const lastYear = 2200;
const gregorian = new GregorianCalendar();

/** Their years begin anew with an era, so that a number alone does not say which one is meant; their months are the Gregorian ones. */
const withEras: readonly string[] = ['japanese', 'roc'];

const calendarOf = (id: string) => (withEras.includes(id) ? gregorian : createCalendar(id as CalendarId));

const middleOfMonth = (date: CalendarDate): CalendarDate =>
  date.set({ day: Math.ceil(date.calendar.getDaysInMonth(date) / 2) });

const inGregorian = (date: CalendarDate): CalendarDate => toCalendar(date, gregorian);

const asKept = ({ year, month }: CalendarDate): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;

const isKeepable = ({ year }: CalendarDate): boolean => year >= firstYear && year <= lastYear;

/** The Gregorian month, as it is kept, in which most of a month of another calendar lies; null outside 1900–2200. */
export const keptMonth = (id: string, { year, month }: CalendarMonth): string | null => {
  const calendar = calendarOf(id);
  const first = new CalendarDate(calendar, year, 1, 1);
  if (month < 1 || month > calendar.getMonthsInYear(first)) return null;
  const middle = inGregorian(middleOfMonth(first.set({ month })));
  return isKeepable(middle) ? asKept(middle) : null;
};

/**
 * The month of a calendar that is kept as this one (`2027-02`): that whose middle lies in it. `keptMonth` of it is this
 * one, but for the few in which no month of a lunar calendar has its middle.
 */
export const monthIn = (id: string, kept: string): CalendarMonth => {
  const [year = 0, month = 0] = kept.split('-').map(Number);
  const calendar = calendarOf(id);
  const candidates = [15, 1, 28].map((day) => {
    const there = toCalendar(new CalendarDate(year, month, day), calendar);
    return { year: there.year, month: there.month };
  });
  const [nearest] = candidates;
  return candidates.find((candidate) => keptMonth(id, candidate) === kept) ?? nearest ?? { year, month };
};

/** The names of the months of a year, in a language. */
export const monthNames = (id: string, year: number, locale: string): readonly string[] => {
  const calendar = calendarOf(id);
  const first = new CalendarDate(calendar, year, 1, 1);
  const format = new DateFormatter(`${locale}-u-ca-${calendar.identifier}`, {
    month: 'long',
    timeZone: 'UTC',
  });
  return Array.from({ length: calendar.getMonthsInYear(first) }, (_, index) =>
    format.format(first.set({ month: index + 1 }).toDate('UTC')),
  );
};

/** The number that a month has in another year, by its name; null where that year has none of the name. */
export const sameMonth = (id: string, { year, month }: CalendarMonth, other: number): number | null => {
  const name = monthNames(id, year, 'en')[month - 1];
  const index = name === undefined ? -1 : monthNames(id, other, 'en').indexOf(name);
  return index < 0 ? null : index + 1;
};

/** The Gregorian year in which most of a year of another calendar lies; null outside 1900–2200. */
export const keptYear = (id: string, year: number): number | null => {
  const calendar = calendarOf(id);
  const first = new CalendarDate(calendar, year, 1, 1);
  const middle = inGregorian(first.set({ month: 1 + Math.floor(calendar.getMonthsInYear(first) / 2) }));
  return isKeepable(middle) ? middle.year : null;
};

/** The year of a calendar that is kept as this Gregorian one: that of its middle. */
export const yearIn = (id: string, kept: number): number =>
  toCalendar(new CalendarDate(kept, 7, 1), calendarOf(id)).year;

/** The first and the last year that can be kept, for a sentence. */
export const keepableYears = (id: string) => ({
  first: String(yearIn(id, firstYear)),
  last: String(yearIn(id, lastYear)),
});

/** Reads a year as it is written in a calendar; null while it is none that can be kept. */
export const parseYearIn = (id: string, text: string): number | null => {
  if (calendarOf(id).identifier === 'gregory') return parseYear(text);
  const digits = westernDigits(text).trim();
  return /^\d{1,4}$/.test(digits) && Number(digits) > 0 && keptYear(id, Number(digits)) !== null
    ? Number(digits)
    : null;
};
