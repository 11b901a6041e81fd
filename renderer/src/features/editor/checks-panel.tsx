import './checks-panel.css';
import { Fragment, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { findingPlace } from '#renderer/finding-place.ts';
import { findingText } from '#renderer/finding-text.ts';
import { useSession } from '#renderer/hooks/use-document.ts';
import { useLocalized } from '#renderer/i18n/use-localized.ts';
import { type FieldPath, rootOf } from '#shared/domain/field-path.ts';
import { type Finding, findingKey } from '#shared/domain/finding.ts';
import { markerReasonId, type NumberedField, numberedFields, severities } from '#shared/domain/template.ts';
import { useEditor } from './editor-context.ts';
import { FindingIcon } from './field-frame.tsx';
import { findingsBySection } from './finding-sections.ts';
import { FixButton, FixesDone } from './fix-button.tsx';
import type { TextSpan } from './focus-field.ts';

type ChecksPanelProps = {
  readonly currentField: FieldPath | null;
  readonly onGoTo: (path: FieldPath, span?: TextSpan) => void;
};

const numberedAt = (numbered: readonly NumberedField[], path: FieldPath): NumberedField | undefined =>
  numbered.find(
    ({ field }) =>
      field.id === rootOf(path) || (field.kind === 'marker' && markerReasonId(field.id) === path),
  );

/** Where in a text a finding is, where it says so. */
const spanOf = ({ params: { start, length } }: Finding): TextSpan | undefined =>
  typeof start === 'number' && typeof length === 'number' ? { start, length } : undefined;

/** What the checks say, in three groups, each finding with the way to its field. */
export const ChecksPanel = ({ currentField, onGoTo }: ChecksPanelProps) => {
  const { session, vocabulary } = useEditor();
  const { values, findings } = useSession(session);
  const intl = useIntl();
  const { template } = session;
  const numbered = numberedFields(template);
  const read = useLocalized();
  const [showsSources, setShowsSources] = useState(false);
  return (
    <div className="checks-body">
      <FixesDone isHere={() => true} />
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
            {findingsBySection(template, group).map(({ section, findings: here }) => (
              <Fragment key={section?.id ?? ''}>
                {section !== null && <h4>{read(section.title)}</h4>}
                <ul>
                  {here.map((finding) => {
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
                          {showsSources && (
                            <p className="check-source">
                              <FormattedMessage id={`editor.checks.source.${finding.source}`} />
                            </p>
                          )}
                          <p className="check-actions">
                            {entry !== undefined && (
                              <button
                                type="button"
                                className="check-go"
                                aria-label={intl.formatMessage(
                                  { id: 'editor.checks.goToPlace' },
                                  { number: entry.number, place },
                                )}
                                onClick={() => onGoTo(finding.path, spanOf(finding))}
                              >
                                <FormattedMessage id="editor.checks.goTo" values={{ number: entry.number }} />
                              </button>
                            )}
                            <FixButton finding={finding} />
                          </p>
                        </div>
                      </li>
                    );
                  })}
                </ul>
              </Fragment>
            ))}
          </section>
        );
      })}
      <div className="checks-sources">
        <Checkbox isSelected={showsSources} onChange={setShowsSources}>
          <FormattedMessage id="editor.checks.sources" />
        </Checkbox>
      </div>
      <p className="checks-foot">
        <FormattedMessage id="editor.checks.foot" values={{ version: template.version }} />
      </p>
    </div>
  );
};
