import './date-field.css';
import { type CalendarDate, parseDate } from '@internationalized/date';
import { useEffect, useRef, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { DayInput } from '#renderer/components/day-input.tsx';
import { DayWords } from '#renderer/components/day-words.tsx';
import { useCalendar } from '#renderer/hooks/use-calendar.ts';
import { useFieldValue } from '#renderer/hooks/use-document.ts';
import { isCalendarDate } from '#shared/domain/calendar.ts';
import type { FieldValue } from '#shared/domain/field-value.ts';
import type { ControlProps, FieldOf } from '../control-props.ts';
import { useEditor } from '../editor-context.ts';
import { keepableYears } from './calendar-parts.ts';
import { ClearButton } from './clear-button.tsx';
import { UnkeptNote } from './unkept-note.tsx';
import { useFocusLeft } from './use-focus-left.ts';

const asDate = (value: FieldValue | undefined): CalendarDate | null =>
  typeof value === 'string' && isCalendarDate(value) ? parseDate(value) : null;

/** A date in the person's calendar and the order of the language, kept as `2027-02-28` of the Gregorian one. */
export const DateField = ({ path, labelId, describedBy, tone }: ControlProps<FieldOf<'date'>>) => {
  const { session, isReadOnly } = useEditor();
  const stored = useFieldValue(session, path);
  const calendar = useCalendar();
  const [shown, setShown] = useState<CalendarDate | null>(() => asDate(stored));
  const [isHalf, setHalf] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  /** Of the document, as the control has it; older than `stored` while the focus rests in it. */
  const seen = useRef(stored);

  const show = () => {
    seen.current = stored;
    setShown(asDate(stored));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: `show` is of the stored value.
  useEffect(() => {
    if (place.current?.contains(document.activeElement) !== true) show();
  }, [stored]);

  const keep = (text: string | undefined) => {
    session.set(path, text, { value: seen.current });
    seen.current = text;
  };
  const kept = asDate(stored);
  const isUnkept = isHalf || (shown !== null && !isCalendarDate(shown.toString()));
  useFocusLeft(place, () => {
    if (!isUnkept) show();
  });
  return (
    <div ref={place}>
      <div className="number-parts">
        <DayInput
          calendar={calendar}
          labelId={labelId}
          {...(describedBy !== undefined && { describedBy })}
          value={shown}
          isReadOnly={isReadOnly}
          tone={tone}
          onHalf={setHalf}
          onChange={(date) => {
            setShown(date);
            const text = date?.toString();
            // A year that is still being typed, or too far away, is none that the form takes.
            if (text === undefined || isCalendarDate(text)) keep(text);
          }}
        />
        {(stored !== undefined || shown !== null) && !isReadOnly && (
          <ClearButton
            onPress={() => {
              setShown(null);
              keep(undefined);
            }}
          />
        )}
      </div>
      <UnkeptNote isShown={isUnkept}>
        <FormattedMessage id="fields.date.unkept" values={keepableYears(calendar)} />
      </UnkeptNote>
      {kept !== null && (
        <p className="date-words">
          {isUnkept && (
            <>
              <FormattedMessage id="fields.date.kept" />{' '}
            </>
          )}
          <DayWords day={kept} calendar={calendar} />
        </p>
      )}
    </div>
  );
};
