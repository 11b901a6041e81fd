import './day-input.css';
import { type CalendarDate, parseDate } from '@internationalized/date';
import { use, useEffect } from 'react';
import { DateField, DateFieldStateContext, DateInput, DateSegment } from 'react-aria-components/DateField';
import { I18nProvider, useLocale } from 'react-aria-components/I18nProvider';

const dayParts: readonly string[] = ['day', 'month', 'year'];

type DayInputProps = {
  /** CLDR's name of the calendar in which the person writes. */
  readonly calendar: string;
  readonly labelId: string;
  readonly describedBy?: string;
  readonly value: CalendarDate | null;
  readonly isReadOnly?: boolean;
  readonly tone?: 'error' | 'warning' | undefined;
  /** In the Gregorian calendar; a year that is still being typed has fewer digits. null: empty. */
  readonly onChange: (date: CalendarDate | null) => void;
  /** Hears whether some of its parts are there and others are missing, of which `onChange` hears nothing. */
  readonly onHalf?: (isHalf: boolean) => void;
};

/** Tells whether the parts around it are half there. */
const HalfWatch = ({ onHalf }: { readonly onHalf: (isHalf: boolean) => void }) => {
  const parts = use(DateFieldStateContext)?.segments.filter(({ type }) => dayParts.includes(type)) ?? [];
  const missing = parts.filter(({ isPlaceholder }) => isPlaceholder).length;
  const isHalf = missing > 0 && missing < parts.length;
  useEffect(() => onHalf(isHalf), [onHalf, isHalf]);
  return null;
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
  onHalf,
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
        {onHalf !== undefined && <HalfWatch onHalf={onHalf} />}
      </DateField>
    </I18nProvider>
  );
};
