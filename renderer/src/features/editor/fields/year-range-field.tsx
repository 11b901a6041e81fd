import './date-field.css';
import { FormattedMessage, useIntl } from 'react-intl';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { useCalendar } from '#renderer/hooks/use-calendar.ts';
import type { ControlProps, FieldOf } from '../control-props.ts';
import { useEditor } from '../editor-context.ts';
import { keepableYears } from './calendar-parts.ts';
import { UnkeptNote } from './unkept-note.tsx';
import { useKeptDraft } from './use-kept-draft.ts';
import { type YearsDraft, yearsDraft } from './years-draft.ts';

/** First and last year in the person's calendar, or that it still runs; kept in the Gregorian one once both are there. */
export const YearRangeField = ({ path, labelId, describedBy, tone }: ControlProps<FieldOf<'yearRange'>>) => {
  const { isReadOnly } = useEditor();
  const { formatMessage } = useIntl();
  const calendar = useCalendar();
  const { draft, place, keep } = useKeptDraft(yearsDraft, calendar, path);

  const change = (parts: Partial<YearsDraft>) => keep({ ...draft, ...parts });
  const kept = yearsDraft.keptOf(calendar, draft);
  const isHalf = kept === null && (draft.from !== '' || draft.to !== '' || draft.isPresent);
  const year = { type: 'text', inputMode: 'numeric', dir: 'ltr', maxLength: 8, autoComplete: 'off' } as const;
  return (
    <div ref={place}>
      <fieldset className="number-parts" aria-labelledby={labelId} aria-describedby={describedBy}>
        <label className="number-label">
          <FormattedMessage id="fields.years.from" />
          <input
            {...year}
            className="control year-input"
            readOnly={isReadOnly}
            data-tone={tone}
            value={draft.from}
            onChange={(event) => change({ from: event.target.value })}
          />
        </label>
        <label className="number-label">
          <FormattedMessage id="fields.years.to" />
          <input
            {...year}
            className="control year-input"
            readOnly={isReadOnly || draft.isPresent}
            data-tone={tone}
            value={draft.isPresent ? '' : draft.to}
            onChange={(event) => change({ to: event.target.value })}
          />
        </label>
        <Checkbox
          isSelected={draft.isPresent}
          isReadOnly={isReadOnly}
          onChange={(isPresent) => change({ isPresent })}
        >
          <FormattedMessage id="fields.years.present" />
        </Checkbox>
      </fieldset>
      <UnkeptNote isShown={isHalf}>
        <FormattedMessage id="fields.years.unkept" values={keepableYears(calendar)} />
      </UnkeptNote>
      {kept !== null && calendar !== 'gregory' && (
        <p className="date-words">
          <FormattedMessage id="calendar.kept" />{' '}
          <bdi>
            {[
              kept.from,
              kept.to === 'present' ? formatMessage({ id: 'fields.years.present' }) : kept.to,
            ].join('–')}
          </bdi>
        </p>
      )}
    </div>
  );
};
