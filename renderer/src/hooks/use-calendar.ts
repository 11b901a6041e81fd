import { usePreferences } from './use-profile.ts';

/** CLDR's name of the calendar in which this person writes dates. */
export const useCalendar = (): string => {
  const { calendar } = usePreferences();
  return calendar === 'automatic'
    ? new Intl.DateTimeFormat(navigator.language).resolvedOptions().calendar
    : calendar;
};
