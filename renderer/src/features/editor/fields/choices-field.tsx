import './choices-field.css';
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { useFieldValue } from '#renderer/hooks/use-document.ts';
import { useLocalized } from '#renderer/i18n/use-localized.ts';
import type { ControlProps, FieldOf } from '../control-props.ts';
import { useEditor } from '../editor-context.ts';

/** Any of the template's options, all of them on the screen. */
export const ChoicesField = ({
  field,
  path,
  labelId,
  describedBy,
  tone,
}: ControlProps<FieldOf<'choices'>>) => {
  const { session, isReadOnly } = useEditor();
  const read = useLocalized();
  const stored = useFieldValue(session, path);
  return (
    <CheckboxGroup
      className="choices"
      aria-labelledby={labelId}
      {...(describedBy !== undefined && { 'aria-describedby': describedBy })}
      isInvalid={tone === 'error'}
      isReadOnly={isReadOnly}
      value={Array.isArray(stored) ? [...stored] : []}
      onChange={(chosen) => session.set(path, chosen.length === 0 ? undefined : [...chosen].sort())}
    >
      {field.options.map((option) => (
        <Checkbox key={option.value} value={option.value}>
          {read(option.label)}
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
};
