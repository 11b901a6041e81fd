import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useLocalized } from '#renderer/i18n/use-localized.ts';
import { slotAt } from '#shared/domain/known-parties.ts';
import type { ControlProps, FieldOf } from '../control-props.ts';
import { useEditor } from '../editor-context.ts';
import { AddressInput } from './address-input.tsx';
import { LineText } from './line-text.tsx';
import { PartyInput } from './party-input.tsx';

/** Text without breaks: a title, an address, or the name of somebody. */
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
  const control = {
    path,
    id: controlId,
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
  if (field.format !== undefined) return <AddressInput {...control} inputMode={field.format} />;
  if (party === null || isReadOnly) return <LineText {...control} dir="auto" spellCheck />;
  return <PartyInput {...control} slot={party.slot} item={party.item} dir="auto" spellCheck />;
};
