import { Check, OctagonAlert, TriangleAlert } from 'lucide-react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { DocumentSession, SessionSnapshot } from '#renderer/commands/document-session.ts';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { Icon } from '#renderer/components/icon.tsx';
import { Note } from '#renderer/components/note.tsx';
import { hrefOf } from '#renderer/components/route.ts';
import { findingText } from '#renderer/finding-text.ts';
import { useLocalized } from '#renderer/i18n/use-localized.ts';
import { rootOf } from '#shared/domain/field-path.ts';
import type { Finding } from '#shared/domain/finding.ts';
import { markerReasonId, numberedFields } from '#shared/domain/template.ts';
import { findingKey } from './submission-facts.ts';

type SubmitChecksProps = {
  readonly session: DocumentSession;
  readonly snapshot: SessionSnapshot;
  readonly confirmed: ReadonlySet<string>;
  readonly onConfirm: (key: string, isConfirmed: boolean) => void;
};

/** Errors stop, each with the way to its field; warnings ask, each with a box to confirm. */
export const SubmitChecks = ({ session, snapshot, confirmed, onConfirm }: SubmitChecksProps) => {
  const intl = useIntl();
  const read = useLocalized();
  const numbered = numberedFields(session.template);
  const errors = snapshot.findings.filter((finding) => finding.severity === 'error');
  const warnings = snapshot.findings.filter((finding) => finding.severity === 'warning');

  const placeOf = (finding: Finding) => {
    const root = rootOf(finding.path);
    return numbered.find(
      ({ field }) => field.id === root || (field.kind === 'marker' && markerReasonId(field.id) === root),
    );
  };
  const nameOf = (finding: Finding) => {
    const place = placeOf(finding);
    return place === undefined ? null : (
      <strong className="submit-place">
        <FormattedMessage
          id="submit.checks.place"
          values={{ number: place.number, label: read(place.field.label) }}
        />
      </strong>
    );
  };
  const wayTo = (finding: Finding) => (
    <a className="submit-way" href={hrefOf({ room: 'document', id: session.id, field: finding.path })}>
      <FormattedMessage id="submit.checks.goto" values={{ number: placeOf(finding)?.number ?? 0 }} />
    </a>
  );

  return (
    <>
      <p className="submit-checks-sum">
        {errors.length === 0 ? (
          <span data-tone="ok">
            <Icon of={Check} size="small" />
            <FormattedMessage id="submit.checks.none" />
          </span>
        ) : (
          <span data-tone="error">
            <Icon of={OctagonAlert} size="small" />
            <FormattedMessage id="submit.checks.errors" values={{ count: errors.length }} />
          </span>
        )}
        {warnings.length > 0 && (
          <span data-tone="warning">
            <Icon of={TriangleAlert} size="small" />
            <FormattedMessage id="submit.checks.warnings" values={{ count: warnings.length }} />
          </span>
        )}
      </p>
      {snapshot.conflicts.length > 0 && (
        <Note tone="warning">
          <FormattedMessage id="submit.checks.versions" values={{ count: snapshot.conflicts.length }} />{' '}
          <a className="submit-way" href={hrefOf({ room: 'document', id: session.id })}>
            <FormattedMessage id="submit.checks.settle" />
          </a>
        </Note>
      )}
      {errors.length > 0 && (
        <ul className="submit-errors">
          {errors.map((finding) => (
            <li key={findingKey(finding)}>
              <p>
                {nameOf(finding)} {findingText(intl, finding)}
              </p>
              {wayTo(finding)}
            </li>
          ))}
        </ul>
      )}
      {warnings.length > 0 && (
        <ul className="submit-warnings">
          {warnings.map((finding) => {
            const key = findingKey(finding);
            return (
              <li key={key}>
                <Checkbox
                  isSelected={confirmed.has(key)}
                  onChange={(isConfirmed) => onConfirm(key, isConfirmed)}
                >
                  {nameOf(finding)} {findingText(intl, finding)}{' '}
                  <span className="submit-keep">
                    <FormattedMessage id="submit.checks.keep" />
                  </span>
                </Checkbox>
                {wayTo(finding)}
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
};
