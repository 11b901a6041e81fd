import { usePreferences } from './use-profile.ts';

/** CLDR's name of the calendar in which this person writes dates. */
export const useCalendar = (): string => {
  // The browser's own locale, not navigator.language: that may be a name that Intl refuses (en-US@posix).
  const { calendar } = usePreferences();
  return calendar === 'automatic' ? new Intl.DateTimeFormat().resolvedOptions().calendar : calendar;
};
