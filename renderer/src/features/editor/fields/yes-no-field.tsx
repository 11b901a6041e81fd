import { useIntl } from 'react-intl';
import { RadioSegments } from '#renderer/components/radio-segments.tsx';
import { useFieldValue } from '#renderer/hooks/use-document.ts';
import type { ControlProps, FieldOf } from '../control-props.ts';
import { useEditor } from '../editor-context.ts';
import { ClearButton } from './clear-button.tsx';

/** Yes or no; unanswered is neither. */
export const YesNoField = ({ field, path, labelId, describedBy, tone }: ControlProps<FieldOf<'yesNo'>>) => {
  const { session, isReadOnly } = useEditor();
  const { formatMessage } = useIntl();
  const stored = useFieldValue(session, path);
  return (
    <>
      <RadioSegments
        labelledBy={labelId}
        describedBy={describedBy}
        tone={tone}
        isReadOnly={isReadOnly}
        value={typeof stored === 'boolean' ? String(stored) : ''}
        onChange={(chosen) => session.set(path, chosen === 'true')}
        options={[
          { value: 'true', label: formatMessage({ id: 'fields.yes' }) },
          { value: 'false', label: formatMessage({ id: 'fields.no' }) },
        ]}
      />
      {typeof stored === 'boolean' && field.required === undefined && !isReadOnly && (
        <ClearButton onPress={() => session.set(path, undefined)} />
      )}
    </>
  );
};
