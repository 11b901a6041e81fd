import './date-field.css';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useFieldValue } from '#renderer/hooks/use-document.ts';
import { ok } from '#shared/result.ts';
import type { ControlProps, FieldOf } from '../control-props.ts';
import { useEditor } from '../editor-context.ts';
import { parseWhole } from './typed-number.ts';
import { useTypedText } from './use-typed-text.ts';

/** A whole number, typed with any grouping. */
export const IntegerField = ({ path, controlId, describedBy, tone }: ControlProps<FieldOf<'integer'>>) => {
  const { session, isReadOnly } = useEditor();
  const { formatNumber } = useIntl();
  const value = useFieldValue(session, path);
  const stored = typeof value === 'number' ? value : undefined;
  const [problem, setProblem] = useState<'not-a-number' | 'too-large' | null>(null);
  const typed = useTypedText(stored, stored === undefined ? '' : formatNumber(stored), (text, shown) => {
    const parsed = text.trim() === '' ? ok(undefined) : parseWhole(text);
    setProblem(parsed.ok ? null : parsed.error);
    if (!parsed.ok) return null;
    session.set(path, parsed.value, shown);
    return { value: parsed.value };
  });
  return (
    <>
      <input
        {...typed}
        className="control number-input"
        id={controlId}
        type="text"
        inputMode="numeric"
        dir="ltr"
        autoComplete="off"
        readOnly={isReadOnly}
        data-tone={tone}
        aria-invalid={tone === 'error' || problem !== null}
        aria-describedby={describedBy}
      />
      {problem !== null && (
        <p className="field-notice" role="alert">
          <FormattedMessage id={`fields.integer.${problem}`} />
        </p>
      )}
    </>
  );
};
