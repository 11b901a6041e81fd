import type { YearRange } from '#shared/domain/field-value.ts';
import { keptYear, parseYearIn, yearIn } from './calendar-parts.ts';
import type { DraftKind } from './kept-draft.ts';

/** Years as they stand in the two lines, read or not. */
export type YearsDraft = { readonly from: string; readonly to: string; readonly isPresent: boolean };

/**
 * A range of years in a calendar, kept as the Gregorian ones in which most of them lie; not while one of them is
 * missing. Reversed years are the checks' affair.
 */
export const yearsDraft: DraftKind<YearRange, YearsDraft> = {
  draftOf: (calendar, stored) => {
    if (typeof stored !== 'object' || !('from' in stored)) return { from: '', to: '', isPresent: false };
    const shown = (year: number) => String(yearIn(calendar, year));
    const { from, to } = stored;
    return { from: shown(from), to: to === 'present' ? '' : shown(to), isPresent: to === 'present' };
  },
  keptOf: (calendar, draft) => {
    const read = (text: string) => {
      const year = parseYearIn(calendar, text);
      return year === null ? null : keptYear(calendar, year);
    };
    const from = read(draft.from);
    const to = draft.isPresent ? 'present' : read(draft.to);
    return from === null || to === null ? null : { from, to };
  },
};
