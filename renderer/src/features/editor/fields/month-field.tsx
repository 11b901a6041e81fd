import './date-field.css';
import { useMemo } from 'react';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import { Select } from '#renderer/components/select.tsx';
import { useCalendar } from '#renderer/hooks/use-calendar.ts';
import { useFieldValue } from '#renderer/hooks/use-document.ts';
import type { ControlProps, FieldOf } from '../control-props.ts';
import { useEditor } from '../editor-context.ts';
import { keepableYears, monthNames } from './calendar-parts.ts';
import { ClearButton } from './clear-button.tsx';
import { listedYear, monthDraft, withYear } from './month-draft.ts';
import { UnkeptNote } from './unkept-note.tsx';
import { useKeptDraft } from './use-kept-draft.ts';

/** A month of a year in the person's calendar, kept as `2027-02` of the Gregorian one once both are there. */
export const MonthField = ({ path, labelId, describedBy, tone }: ControlProps<FieldOf<'month'>>) => {
  const { session, isReadOnly } = useEditor();
  const { formatMessage, locale } = useIntl();
  const calendar = useCalendar();
  const stored = useFieldValue(session, path);
  const kept = typeof stored === 'string' ? stored : '';
  const { draft, place, keep } = useKeptDraft(monthDraft, calendar, path);

  const { month, year } = draft;
  const namesOf = listedYear(calendar, draft);
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
            onChange={(event) => keep(withYear(calendar, draft, event.target.value))}
          />
        </label>
      </fieldset>
      <UnkeptNote isShown={isHalf}>
        <FormattedMessage id="fields.month.unkept" values={keepableYears(calendar)} />
      </UnkeptNote>
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
