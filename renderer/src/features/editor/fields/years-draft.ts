import type { FieldValue, YearRange } from '#shared/domain/field-value.ts';
import { parseYear } from './typed-number.ts';

/** Years as they stand in the two lines, read or not. */
export type YearsDraft = { readonly from: string; readonly to: string; readonly isPresent: boolean };

/** A kept range as it is shown. */
export const yearsDraftOf = (value: FieldValue | undefined): YearsDraft => {
  if (typeof value !== 'object' || !('from' in value)) return { from: '', to: '', isPresent: false };
  const isPresent = value.to === 'present';
  return { from: String(value.from), to: isPresent ? '' : String(value.to), isPresent };
};

/** The range that a draft means; null while one of the years is missing. Reversed years are the checks' affair. */
export const readYears = (draft: YearsDraft): YearRange | null => {
  const from = parseYear(draft.from);
  const to = draft.isPresent ? 'present' : parseYear(draft.to);
  return from === null || to === null ? null : { from, to };
};
