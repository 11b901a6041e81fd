import './date-field.css';
import { useEffect, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Select } from '#renderer/components/select.tsx';
import { useFieldValue } from '#renderer/hooks/use-document.ts';
import type { ControlProps, FieldOf } from '../control-props.ts';
import { useEditor } from '../editor-context.ts';
import { ClearButton } from './clear-button.tsx';
import { parseYear } from './typed-number.ts';

const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'] as const;

/** A month of a year, kept as `2027-02` once both are there. */
export const MonthField = ({ path, labelId, describedBy, tone }: ControlProps<FieldOf<'month'>>) => {
  const { session, isReadOnly } = useEditor();
  const { formatDate, formatMessage } = useIntl();
  const stored = useFieldValue(session, path);
  const kept = typeof stored === 'string' ? stored : '';
  const [month, setMonth] = useState(kept.slice(5));
  const [year, setYear] = useState(kept.slice(0, 4));
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (place.current?.contains(document.activeElement) === true) return;
    if (kept === '') return;
    setMonth(kept.slice(5));
    setYear(kept.slice(0, 4));
  }, [kept]);

  const keep = (nextMonth: string, nextYear: string) => {
    setMonth(nextMonth);
    setYear(nextYear);
    const read = parseYear(nextYear);
    session.set(path, nextMonth === '' || read === null ? undefined : `${read}-${nextMonth}`);
  };
  const isHalf = kept === '' && (month !== '' || year !== '');
  return (
    <div ref={place}>
      <fieldset className="number-parts" aria-labelledby={labelId} aria-describedby={describedBy}>
        <Select
          label={formatMessage({ id: 'fields.month' })}
          value={month}
          onChange={(next) => keep(next, year)}
          isDisabled={isReadOnly}
          tone={tone}
          placeholder={formatMessage({ id: 'fields.choose' })}
          options={months.map((number) => ({
            value: number,
            label: formatDate(Date.UTC(2027, Number(number) - 1, 1), { month: 'long', timeZone: 'UTC' }),
          }))}
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
            onChange={(event) => keep(month, event.target.value)}
          />
        </label>
      </fieldset>
      {isHalf && (
        <p className="field-help">
          <FormattedMessage id="fields.month.half" />
        </p>
      )}
      {kept !== '' && !isReadOnly && <ClearButton onPress={() => keep('', '')} />}
    </div>
  );
};
