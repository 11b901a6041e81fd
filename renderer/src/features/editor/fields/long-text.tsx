import './long-text.css';
import { FormattedMessage, useIntl } from 'react-intl';
import { useLocalized } from '#renderer/i18n/use-localized.ts';
import type { FieldPath } from '#shared/domain/field-path.ts';
import type { Localized } from '#shared/domain/template.ts';
import { useEditor } from '../editor-context.ts';
import { useLiveText } from './use-live-text.ts';

type LongTextProps = {
  readonly path: FieldPath;
  readonly controlId: string;
  readonly labelledBy?: string;
  readonly describedBy: string | undefined;
  readonly tone: 'error' | 'warning' | undefined;
  readonly example?: Localized | undefined;
};

/** Text of any length in the serif of the document; grows with what is written. */
export const LongText = ({ path, controlId, labelledBy, describedBy, tone, example }: LongTextProps) => {
  const { isReadOnly } = useEditor();
  const { formatMessage } = useIntl();
  const read = useLocalized();
  const { isRefused, ...live } = useLiveText<HTMLTextAreaElement>(path);
  return (
    <>
      <textarea
        {...live}
        className="control long-text"
        id={controlId}
        rows={4}
        dir="auto"
        spellCheck
        autoComplete="off"
        readOnly={isReadOnly}
        data-tone={tone}
        aria-invalid={tone === 'error'}
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
        placeholder={
          example === undefined
            ? undefined
            : formatMessage({ id: 'fields.example' }, { example: read(example) })
        }
      />
      {isRefused && (
        <p className="field-notice" role="alert">
          <FormattedMessage id="fields.text.tooLarge" />
        </p>
      )}
    </>
  );
};
