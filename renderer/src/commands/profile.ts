import * as z from 'zod/mini';
import { isCalendarDate } from '#shared/domain/calendar.ts';

/** Characters that a line about a person may have. */
export const longestLine = 300;

const line = z.string().check(z.maxLength(longestLine));

/** Who writes here; filled into new documents, changed any time. */
export const profileSchema = z.strictObject({
  name: line,
  organization: line,
  /** A country code of the vocabulary, or empty. */
  country: line,
});
export type Profile = z.infer<typeof profileSchema>;

export const screenLanguages = ['en', 'es'] as const;
/** In which dates are written and read; they are always kept in the Gregorian one. CLDR's names of calendars. */
export const calendars = [
  'gregory',
  'persian',
  'islamic-umalqura',
  'islamic-civil',
  'buddhist',
  'ethiopic',
  'coptic',
  'hebrew',
  'indian',
  'japanese',
  'roc',
] as const;

/** `en-XB` is the pseudo right-to-left locale for looking at layouts; Settings does not offer it. */
export const preferencesSchema = z.strictObject({
  language: z.enum([...screenLanguages, 'en-XB']),
  theme: z.enum(['system', 'light', 'dark', 'contrast']),
  /** Per cent of the browser's text size. */
  textSize: z.union([z.literal(100), z.literal(125), z.literal(150), z.literal(200)]),
  density: z.enum(['comfortable', 'compact']),
  /** Dates of the Steering Committee's meetings that the person knows of, `YYYY-MM-DD`, in order. */
  meetings: z._default(z.array(z.string().check(z.refine(isCalendarDate))), []),
  /** `automatic`: that of the laptop's own region. Absent in what earlier versions kept. */
  calendar: z._default(z.enum(['automatic', ...calendars]), 'automatic'),
});
export type Preferences = z.infer<typeof preferencesSchema>;
