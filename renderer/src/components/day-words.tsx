import type { CalendarDate } from '@internationalized/date';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';

type DayWordsProps = {
  readonly day: CalendarDate;
  /** CLDR's name of the calendar in which the person reads dates. */
  readonly calendar: string;
};

/** A day in the person's calendar, and as it is kept in the Gregorian one. */
export const DayWords = ({ day, calendar }: DayWordsProps) => {
  const { locale } = useIntl();
  const date = day.toDate('UTC');
  const parts = { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' } as const;
  return (
    <>
      {calendar !== 'gregory' && (
        <>
          {new Intl.DateTimeFormat(`${locale}-u-ca-${calendar}`, parts).format(date)}
          {' · '}
          <FormattedMessage id="calendar.kept" />{' '}
        </>
      )}
      <FormattedDate value={date} {...parts} />
    </>
  );
};
