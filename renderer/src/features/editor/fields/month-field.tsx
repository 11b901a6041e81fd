import './date-field.css';
import { useMemo } from 'react';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import { Select } from '#renderer/components/select.tsx';
import { useCalendar } from '#renderer/hooks/use-calendar.ts';
import { useFieldValue } from '#renderer/hooks/use-document.ts';
import type { ControlProps, FieldOf } from '../control-props.ts';
import { useEditor } from '../editor-context.ts';
import { keptMonth, monthIn, monthNames, parseYearIn, yearIn } from './calendar-parts.ts';
import { ClearButton } from './clear-button.tsx';
import { useKeptDraft } from './use-kept-draft.ts';

/** Whose months stand in the list until a year is typed. */
const yearBefore = 2027;

type MonthDraft = { readonly month: string; readonly year: string };

const draftOf = (calendar: string, kept = ''): MonthDraft => {
  if (!/^\d{4}-\d{2}$/.test(kept)) return { month: '', year: '' };
  const { month, year } = monthIn(calendar, kept);
  return { month: String(month), year: String(year) };
};

/** A month of a year in the person's calendar, kept as `2027-02` of the Gregorian one once both are there. */
export const MonthField = ({ path, labelId, describedBy, tone }: ControlProps<FieldOf<'month'>>) => {
  const { session, isReadOnly } = useEditor();
  const { formatMessage, locale } = useIntl();
  const calendar = useCalendar();
  const stored = useFieldValue(session, path);
  const kept = typeof stored === 'string' ? stored : '';
  const { draft, place, write } = useKeptDraft(kept === '' ? undefined : kept, calendar, draftOf);

  const keep = (next: MonthDraft) => {
    const year = parseYearIn(calendar, next.year);
    const month = next.month === '' || year === null ? null : { year, month: Number(next.month) };
    const value = (month && keptMonth(calendar, month)) ?? undefined;
    write(next, value !== undefined);
    session.set(path, value);
  };
  const { month, year } = draft;
  const namesOf = parseYearIn(calendar, year) ?? yearIn(calendar, yearBefore);
  const options = useMemo(
    () => monthNames(calendar, namesOf, locale).map((label, index) => ({ value: String(index + 1), label })),
    [calendar, namesOf, locale],
  );
  const isHalf = kept === '' && (month !== '' || year !== '');
  return (
    <div ref={place}>
      <fieldset className="number-parts" aria-labelledby={labelId} aria-describedby={describedBy}>
        <Select
          label={formatMessage({ id: 'fields.month' })}
          value={month}
          onChange={(chosen) => keep({ month: chosen, year })}
          isDisabled={isReadOnly}
          tone={tone}
          placeholder={formatMessage({ id: 'fields.choose' })}
          options={options}
        />
        <label className="number-label">
          <FormattedMessage id="fields.year" />
          <input
            className="control year-input"
            type="text"
            inputMode="numeric"
            dir="ltr"
            maxLength={8}
            autoComplete="off"
            readOnly={isReadOnly}
            data-tone={tone}
            value={year}
            onChange={(event) => keep({ month, year: event.target.value })}
          />
        </label>
      </fieldset>
      {isHalf && (
        <p className="field-help">
          <FormattedMessage id="fields.month.half" />
        </p>
      )}
      {kept !== '' && calendar !== 'gregory' && (
        <p className="date-words">
          <FormattedMessage id="calendar.kept" />{' '}
          <FormattedDate value={`${kept}-01T00:00:00Z`} timeZone="UTC" month="long" year="numeric" />
        </p>
      )}
      {kept !== '' && !isReadOnly && <ClearButton onPress={() => keep({ month: '', year: '' })} />}
    </div>
  );
};
