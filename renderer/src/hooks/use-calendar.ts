import { calendars } from '#renderer/commands/profile.ts';
import { usePreferences } from './use-profile.ts';

/** CLDR's name of the calendar in which this person writes dates. */
export const useCalendar = (): string => {
  // The browser's own locale, not navigator.language: that may be a name that Intl refuses (en-US@posix).
  const { calendar } = usePreferences();
  if (calendar !== 'automatic') return calendar;
  // One that cannot be written in (Chinese, ISO 8601) gives way to the Gregorian one.
  const own = new Intl.DateTimeFormat().resolvedOptions().calendar;
  return calendars.find((known) => known === own) ?? 'gregory';
};
