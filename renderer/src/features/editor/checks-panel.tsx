import './checks-panel.css';
import { FormattedMessage, useIntl } from 'react-intl';
import { findingPlace } from '#renderer/finding-place.ts';
import { findingText } from '#renderer/finding-text.ts';
import { useSession } from '#renderer/hooks/use-document.ts';
import { type FieldPath, rootOf } from '#shared/domain/field-path.ts';
import { findingKey } from '#shared/domain/finding.ts';
import { markerReasonId, type NumberedField, numberedFields, severities } from '#shared/domain/template.ts';
import { useEditor } from './editor-context.ts';
import { FindingIcon } from './field-frame.tsx';

type ChecksPanelProps = {
  readonly currentField: FieldPath | null;
  readonly onGoTo: (path: FieldPath) => void;
};

const numberedAt = (numbered: readonly NumberedField[], path: FieldPath): NumberedField | undefined =>
  numbered.find(
    ({ field }) =>
      field.id === rootOf(path) || (field.kind === 'marker' && markerReasonId(field.id) === path),
  );

/** What the checks say, in three groups, each finding with the way to its field. */
export const ChecksPanel = ({ currentField, onGoTo }: ChecksPanelProps) => {
  const { session, vocabulary } = useEditor();
  const { values, findings } = useSession(session);
  const intl = useIntl();
  const { template } = session;
  const numbered = numberedFields(template);
  return (
    <div className="checks-body">
      {findings.length === 0 && (
        <p className="checks-none">
          <FormattedMessage id="editor.checks.none" />
        </p>
      )}
      {severities.map((severity) => {
        const group = findings.filter((finding) => finding.severity === severity);
        if (group.length === 0) return null;
        return (
          <section key={severity}>
            <h3>
              <FindingIcon severity={severity} />
              <FormattedMessage id={`editor.checks.${severity}`} values={{ count: group.length }} />
            </h3>
            <ul>
              {group.map((finding) => {
                const entry = numberedAt(numbered, finding.path);
                const place = findingPlace(intl, { template, vocabulary, values }, finding.path);
                return (
                  <li
                    className="check"
                    key={findingKey(finding)}
                    data-current={(entry !== undefined && entry.field.id === currentField) || undefined}
                  >
                    <b aria-hidden>{entry?.number}</b>
                    <div>
                      {place !== '' && <p className="check-field">{place}</p>}
                      <p>{findingText(intl, finding, vocabulary)}</p>
                      {entry !== undefined && (
                        <button
                          type="button"
                          className="check-go"
                          aria-label={intl.formatMessage(
                            { id: 'editor.checks.goToPlace' },
                            { number: entry.number, place },
                          )}
                          onClick={() => onGoTo(finding.path)}
                        >
                          <FormattedMessage id="editor.checks.goTo" values={{ number: entry.number }} />
                        </button>
                      )}
                    </div>
                  </li>
                );
              })}
            </ul>
          </section>
        );
      })}
      <p className="checks-foot">
        <FormattedMessage id="editor.checks.foot" values={{ version: template.version }} />
      </p>
    </div>
  );
};
