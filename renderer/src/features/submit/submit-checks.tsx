import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { DocumentSession, SessionSnapshot } from '#renderer/commands/document-session.ts';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { Icon } from '#renderer/components/icon.tsx';
import { Note } from '#renderer/components/note.tsx';
import { hrefOf } from '#renderer/components/route.ts';
import { findingPlace } from '#renderer/finding-place.ts';
import { findingText, fixText } from '#renderer/finding-text.ts';
import { standsStill, useFixes } from '#renderer/hooks/use-fixes.ts';
import { useVocabulary } from '#renderer/hooks/use-vocabulary.ts';
import { rootOf } from '#shared/domain/field-path.ts';
import { type Finding, findingKey } from '#shared/domain/finding.ts';
import { fixFor } from '#shared/domain/fixes/fix-for.ts';
import { markerReasonId, numberedFields } from '#shared/domain/template.ts';
import { questionsOf } from './submission-facts.ts';

type SubmitChecksProps = {
  readonly session: DocumentSession;
  readonly snapshot: SessionSnapshot;
  readonly confirmed: ReadonlySet<string>;
  readonly onConfirm: (keys: readonly string[], isConfirmed: boolean) => void;
};

/** Errors stop, each with the way to its place; questions ask, one for each field, with a box to confirm. */
export const SubmitChecks = ({ session, snapshot, confirmed, onConfirm }: SubmitChecksProps) => {
  const intl = useIntl();
  const vocabulary = useVocabulary();
  const fixes = useFixes(session);
  const numbered = numberedFields(session.template);
  const errors = snapshot.findings.filter((finding) => finding.severity === 'error');
  const questions = questionsOf(snapshot.findings);

  const numberOf = ({ path }: Finding): number => {
    const root = rootOf(path);
    const found = numbered.find(
      ({ field }) => field.id === root || (field.kind === 'marker' && markerReasonId(field.id) === root),
    );
    return found?.number ?? 0;
  };
  const placeName = (path: string) =>
    findingPlace(intl, { template: session.template, vocabulary, values: snapshot.values }, path);
  const heading = (finding: Finding, path = finding.path) => (
    <strong className="submit-place">
      <FormattedMessage
        id="submit.checks.place"
        values={{ number: numberOf(finding), label: placeName(path) }}
      />
    </strong>
  );
  const wayTo = (finding: Finding, words: ReactNode) => (
    <a className="submit-way" href={hrefOf({ room: 'document', id: session.id, field: finding.path })}>
      {words}
    </a>
  );
  const goTo = (finding: Finding) =>
    wayTo(finding, <FormattedMessage id="submit.checks.goto" values={{ number: numberOf(finding) }} />);
  const fixOf = (finding: Finding) => {
    const fix = snapshot.readOnly ? null : fixFor(finding, snapshot.values, session.template);
    if (fix === null) return null;
    return (
      <button type="button" className="submit-fix" onClick={() => fixes.apply(finding, fix)}>
        {fixText(intl, fix, vocabulary)}
      </button>
    );
  };
  const done = fixes.applied.filter((applied) => standsStill(applied, snapshot.values));
  const keep = (
    <span className="submit-keep">
      <FormattedMessage id="submit.checks.keep" />
    </span>
  );

  return (
    <>
      {done.map((applied) => (
        <p className="submit-done" role="status" key={findingKey(applied.finding)}>
          <FormattedMessage id="fix.done" values={{ fix: fixText(intl, applied.fix, vocabulary) }} />{' '}
          {!snapshot.readOnly && (
            <button type="button" className="submit-fix" onClick={() => fixes.putBack(applied)}>
              <FormattedMessage id="fix.putBack" />
            </button>
          )}
        </p>
      ))}
      {errors.length === 0 && (
        <p className="submit-checks-none">
          <Icon of={Check} size="small" />
          <FormattedMessage id="submit.checks.none" />
        </p>
      )}
      {snapshot.conflicts.length > 0 && (
        <Note tone="warning">
          <FormattedMessage id="submit.checks.versions" values={{ count: snapshot.conflicts.length }} />{' '}
          <a className="submit-way" href={hrefOf({ room: 'document', id: session.id })}>
            <FormattedMessage id="submit.checks.settle" />
          </a>
        </Note>
      )}
      {errors.length > 0 && (
        <>
          <h3 className="submit-checks-head" data-tone="error">
            <FormattedMessage id="submit.checks.errors" values={{ count: errors.length }} />
          </h3>
          <ul className="submit-errors">
            {errors.map((finding) => (
              <li key={findingKey(finding)}>
                <p>
                  {heading(finding)} {findingText(intl, finding, vocabulary)}
                </p>
                <span className="submit-acts">
                  {fixOf(finding)} {goTo(finding)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {questions.length > 0 && (
        <>
          <h3 className="submit-checks-head" data-tone="warning">
            <FormattedMessage id="submit.checks.warnings" values={{ count: questions.length }} />
          </h3>
          <ul className="submit-warnings">
            {questions.map((findings) => {
              const [first, second] = findings;
              if (first === undefined) return null;
              const keys = findings.map(findingKey);
              const box = (words: ReactNode) => (
                <Checkbox
                  isSelected={keys.every((key) => confirmed.has(key))}
                  onChange={(isConfirmed) => onConfirm(keys, isConfirmed)}
                >
                  {words} {keep}
                </Checkbox>
              );
              if (second === undefined) {
                return (
                  <li key={first.path}>
                    {box(
                      <>
                        {heading(first)} {findingText(intl, first, vocabulary)}
                      </>,
                    )}
                    <span className="submit-acts">
                      {fixOf(first)} {goTo(first)}
                    </span>
                  </li>
                );
              }
              const root = rootOf(first.path);
              const isAllEmpty = findings.every(({ code }) => code === 'required');
              return (
                <li key={root} data-many>
                  {box(
                    <>
                      {heading(first, root)}{' '}
                      <FormattedMessage
                        id={isAllEmpty ? 'submit.checks.empty-places' : 'submit.checks.places'}
                        values={{ count: findings.length }}
                      />
                    </>,
                  )}
                  <ul className="submit-places">
                    {findings.map((finding) => (
                      <li key={findingKey(finding)}>
                        {wayTo(finding, placeName(finding.path))}{' '}
                        {!isAllEmpty && findingText(intl, finding, vocabulary)} {fixOf(finding)}
                      </li>
                    ))}
                  </ul>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </>
  );
};
