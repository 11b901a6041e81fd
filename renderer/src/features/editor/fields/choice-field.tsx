import { useIntl } from 'react-intl';
import { RadioSegments } from '#renderer/components/radio-segments.tsx';
import { Select } from '#renderer/components/select.tsx';
import { useFieldValue } from '#renderer/hooks/use-document.ts';
import { useLocalized } from '#renderer/i18n/use-localized.ts';
import type { ControlProps, FieldOf } from '../control-props.ts';
import { useEditor } from '../editor-context.ts';
import { isSegmented } from '../segmented.ts';
import { ClearButton } from './clear-button.tsx';

/** One of the template's options: side by side where few and short, otherwise in a list that opens. */
export const ChoiceField = ({
  field,
  path,
  controlId,
  labelId,
  describedBy,
  tone,
}: ControlProps<FieldOf<'choice'>>) => {
  const { session, isReadOnly } = useEditor();
  const { formatMessage } = useIntl();
  const read = useLocalized();
  const stored = useFieldValue(session, path);
  const value = typeof stored === 'string' ? stored : '';
  const options = field.options.map((option) => ({ value: option.value, label: read(option.label) }));
  const shared = {
    labelledBy: labelId,
    describedBy,
    tone,
    value,
    onChange: (chosen: string) => session.set(path, chosen === '' ? undefined : chosen),
  };
  const canClear = value !== '' && field.required === undefined && !isReadOnly;
  return (
    <>
      {isSegmented(field.options) ? (
        <RadioSegments {...shared} options={options} isReadOnly={isReadOnly} />
      ) : (
        <Select
          {...shared}
          id={controlId}
          options={options}
          isDisabled={isReadOnly}
          placeholder={formatMessage({ id: 'fields.choose' })}
        />
      )}
      {canClear && <ClearButton onPress={() => session.set(path, undefined)} />}
    </>
  );
};
