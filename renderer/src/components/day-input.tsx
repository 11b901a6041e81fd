import './day-input.css';
import { type CalendarDate, parseDate } from '@internationalized/date';
import { DateField, DateInput, DateSegment } from 'react-aria-components/DateField';
import { I18nProvider, useLocale } from 'react-aria-components/I18nProvider';

type DayInputProps = {
  /** CLDR's name of the calendar in which the person writes. */
  readonly calendar: string;
  readonly labelId: string;
  readonly describedBy?: string;
  readonly value: CalendarDate | null;
  readonly isReadOnly?: boolean;
  readonly tone?: 'error' | 'warning' | undefined;
  /** In the Gregorian calendar; a year that is still being typed has fewer digits. null: not whole any more. */
  readonly onChange: (date: CalendarDate | null) => void;
};

/** A day, written part by part in a calendar and in the order of the language. */
export const DayInput = ({
  calendar,
  labelId,
  describedBy,
  value,
  isReadOnly = false,
  tone,
  onChange,
}: DayInputProps) => {
  const { locale } = useLocale();
  return (
    <I18nProvider locale={`${locale}-u-ca-${calendar}`}>
      <DateField
        className="day-input"
        aria-labelledby={labelId}
        {...(describedBy !== undefined && { 'aria-describedby': describedBy })}
        granularity="day"
        shouldForceLeadingZeros
        value={value}
        isReadOnly={isReadOnly}
        isInvalid={tone === 'error'}
        validationBehavior="aria"
        onChange={(date) => onChange(date === null ? null : parseDate(date.toString().slice(0, 10)))}
      >
        <DateInput className="control date-parts" data-tone={tone}>
          {(segment) => <DateSegment className="date-part" segment={segment} />}
        </DateInput>
      </DateField>
    </I18nProvider>
  );
};
