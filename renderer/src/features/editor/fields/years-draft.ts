import type { FieldValue, YearRange } from '#shared/domain/field-value.ts';
import { keptYear, parseYearIn, yearIn } from './calendar-parts.ts';

/** Years as they stand in the two lines, read or not. */
export type YearsDraft = { readonly from: string; readonly to: string; readonly isPresent: boolean };

/** A kept range as it is shown in a calendar. */
export const yearsDraftOf = (calendar: string, value: FieldValue | undefined): YearsDraft => {
  if (typeof value !== 'object' || !('from' in value)) return { from: '', to: '', isPresent: false };
  const shown = (year: number) => String(yearIn(calendar, year));
  const { from, to } = value;
  return { from: shown(from), to: to === 'present' ? '' : shown(to), isPresent: to === 'present' };
};

/**
 * The range of Gregorian years that a draft in a calendar means; null while one of the years is missing. Reversed years
 * are the checks' affair.
 */
export const readYears = (calendar: string, draft: YearsDraft): YearRange | null => {
  const read = (text: string) => {
    const year = parseYearIn(calendar, text);
    return year === null ? null : keptYear(calendar, year);
  };
  const from = read(draft.from);
  const to = draft.isPresent ? 'present' : read(draft.to);
  return from === null || to === null ? null : { from, to };
};
