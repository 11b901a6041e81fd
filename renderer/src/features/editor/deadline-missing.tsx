import { useId, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { DocumentSession } from '#renderer/commands/document-session.ts';
import { useSessionPart } from '#renderer/hooks/use-document.ts';
import { useLocalized } from '#renderer/i18n/use-localized.ts';
import type { FieldPath } from '#shared/domain/field-path.ts';
import type { NumberedField } from '#shared/domain/template.ts';
import { missingFields } from './missing-fields.ts';

/** Named at once; the rest on demand. */
const namedAtOnce = 3;

type DeadlineMissingProps = {
  readonly session: DocumentSession;
  readonly onGoTo: (path: FieldPath) => void;
};

/** What keeps a document from being sent in time, by name and with the way there; beyond a few, by section on demand. */
export const DeadlineMissing = ({ session, onGoTo }: DeadlineMissingProps) => {
  const { formatMessage } = useIntl();
  const read = useLocalized();
  const { findings } = useSessionPart(session, ({ findings }) => ({ findings }));
  const [isOpen, setOpen] = useState(false);
  const restId = useId();
  const missing = missingFields(session.template, findings);
  if (missing.length === 0) return null;
  const rest = missing.slice(namedAtOnce).toSorted((a, b) => a.number - b.number);
  const way = ({ number, field }: NumberedField) => (
    <li key={field.id}>
      <button
        type="button"
        className="text-button"
        aria-label={formatMessage({ id: 'finding.goToPlace' }, { number, place: read(field.label) })}
        onClick={() => onGoTo(field.id)}
      >
        <b>{number}</b> {read(field.label)}
      </button>
    </li>
  );
  return (
    <div className="deadline-missing">
      <ul>
        <li>
          <FormattedMessage id="deadline.stillMissing" />
        </li>
        {missing.slice(0, namedAtOnce).map(way)}
        {rest.length > 0 && (
          <li>
            <button
              type="button"
              className="text-button"
              aria-expanded={isOpen}
              aria-controls={restId}
              onClick={() => setOpen(!isOpen)}
            >
              <FormattedMessage
                id={isOpen ? 'deadline.fewer' : 'deadline.more'}
                values={{ count: rest.length }}
              />
            </button>
          </li>
        )}
      </ul>
      <div id={restId} className="deadline-rest" hidden={!isOpen}>
        {[...Map.groupBy(rest, ({ section }) => section)].map(([section, fields]) => (
          <ul key={section.id}>
            <li className="deadline-section">{read(section.title)}</li>
            {fields.map(way)}
          </ul>
        ))}
      </div>
    </div>
  );
};
