import { FormattedList, FormattedMessage } from 'react-intl';
import { Note } from '#renderer/components/note.tsx';
import type { ControlProps, FieldOf } from '../control-props.ts';

/** Says what this version does not do, and what may be sent another way. */
export const AttachmentsField = ({ field }: ControlProps<FieldOf<'attachments'>>) => (
  <div className="attachments">
    <Note tone="plain">
      <FormattedMessage
        id="fields.attachments.notYet"
        values={{
          types: <FormattedList type="disjunction" value={field.fileTypes} />,
          megabytes: Math.floor(field.maxBytes / 1_048_576),
        }}
      />
    </Note>
  </div>
);
