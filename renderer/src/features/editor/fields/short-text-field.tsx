import { useMemo } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useLocalized } from '#renderer/i18n/use-localized.ts';
import { slotAt } from '#shared/domain/known-parties.ts';
import type { ControlProps, FieldOf } from '../control-props.ts';
import { useEditor } from '../editor-context.ts';
import { PartyInput } from './party-input.tsx';
import { useLiveText } from './use-live-text.ts';

const modes = { email: 'email', url: 'url', text: 'text' } as const;

/** One line of text. E-mail and web addresses run from left to right in every language. */
export const ShortTextField = ({
  field,
  path,
  controlId,
  describedBy,
  tone,
}: ControlProps<FieldOf<'shortText'>>) => {
  const { session, isReadOnly } = useEditor();
  const party = useMemo(() => slotAt(session.template, path), [session.template, path]);
  const { formatMessage } = useIntl();
  const read = useLocalized();
  const { isRefused, ...live } = useLiveText<HTMLInputElement>(path);
  const format = field.format ?? 'text';
  const input = {
    className: 'control',
    id: controlId,
    type: 'text',
    inputMode: modes[format],
    dir: field.format === undefined ? 'auto' : 'ltr',
    spellCheck: field.format === undefined,
    autoComplete: 'off',
    readOnly: isReadOnly,
    'data-tone': tone,
    'aria-invalid': tone === 'error',
    'aria-describedby': describedBy,
    placeholder:
      field.example === undefined
        ? undefined
        : formatMessage({ id: 'fields.example' }, { example: read(field.example) }),
  } as const;
  return (
    <>
      {party === null || isReadOnly ? (
        <input {...live} {...input} />
      ) : (
        <PartyInput path={path} slot={party.slot} item={party.item} live={live} {...input} />
      )}
      {isRefused && (
        <p className="field-notice" role="alert">
          <FormattedMessage id="fields.text.tooLarge" />
        </p>
      )}
    </>
  );
};
