import './date-field.css';
import { type CalendarDate, parseDate } from '@internationalized/date';
import { useEffect, useRef, useState } from 'react';
import { DateField as AriaDateField, DateInput, DateSegment } from 'react-aria-components/DateField';
import { I18nProvider, useLocale } from 'react-aria-components/I18nProvider';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import { useCalendar } from '#renderer/hooks/use-calendar.ts';
import { useFieldValue } from '#renderer/hooks/use-document.ts';
import { isCalendarDate } from '#shared/domain/calendar.ts';
import type { FieldValue } from '#shared/domain/field-value.ts';
import type { ControlProps, FieldOf } from '../control-props.ts';
import { useEditor } from '../editor-context.ts';
import { ClearButton } from './clear-button.tsx';

const asDate = (value: FieldValue | undefined): CalendarDate | null =>
  typeof value === 'string' && isCalendarDate(value) ? parseDate(value) : null;

/** A date in the person's calendar and the order of the language, kept as `2027-02-28` of the Gregorian one. */
export const DateField = ({ path, labelId, describedBy, tone }: ControlProps<FieldOf<'date'>>) => {
  const { session, isReadOnly } = useEditor();
  const stored = useFieldValue(session, path);
  const { locale: partsLocale } = useLocale();
  const { locale } = useIntl();
  const calendar = useCalendar();
  const [shown, setShown] = useState<CalendarDate | null>(() => asDate(stored));
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (place.current?.contains(document.activeElement) !== true) setShown(asDate(stored));
  }, [stored]);

  const kept = asDate(stored);
  return (
    <div ref={place}>
      <div className="number-parts">
        <I18nProvider locale={`${partsLocale}-u-ca-${calendar}`}>
          <AriaDateField
            className="date-field"
            aria-labelledby={labelId}
            {...(describedBy !== undefined && { 'aria-describedby': describedBy })}
            granularity="day"
            shouldForceLeadingZeros
            value={shown}
            isReadOnly={isReadOnly}
            isInvalid={tone === 'error'}
            validationBehavior="aria"
            onChange={(date) => {
              const text = date?.toString();
              setShown(date === null ? null : parseDate(date.toString().slice(0, 10)));
              // A year that is still being typed is not yet a date of the form.
              if (text === undefined || isCalendarDate(text)) session.set(path, text);
            }}
          >
            <DateInput className="control date-parts" data-tone={tone}>
              {(segment) => <DateSegment className="date-part" segment={segment} />}
            </DateInput>
          </AriaDateField>
        </I18nProvider>
        {stored !== undefined && !isReadOnly && (
          <ClearButton
            onPress={() => {
              setShown(null);
              session.set(path, undefined);
            }}
          />
        )}
      </div>
      {kept !== null && (
        <p className="date-words">
          {calendar !== 'gregory' && (
            <>
              {new Intl.DateTimeFormat(`${locale}-u-ca-${calendar}`, {
                timeZone: 'UTC',
                day: 'numeric',
                month: 'long',
                year: 'numeric',
              }).format(kept.toDate('UTC'))}
              {' · '}
              <FormattedMessage id="calendar.kept" />{' '}
            </>
          )}
          <FormattedDate
            value={kept.toDate('UTC')}
            timeZone="UTC"
            day="numeric"
            month="long"
            year="numeric"
          />
        </p>
      )}
    </div>
  );
};
