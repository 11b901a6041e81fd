import './finding-list.css';
import { Fragment, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { findingPlace } from '#renderer/finding-place.ts';
import { findingText } from '#renderer/finding-text.ts';
import { useVocabulary } from '#renderer/hooks/use-vocabulary.ts';
import { useLocalized } from '#renderer/i18n/use-localized.ts';
import { type FieldPath, rootOf } from '#shared/domain/field-path.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import { type Finding, findingKey } from '#shared/domain/finding.ts';
import { markerReasonId, numberedFields, type Severity } from '#shared/domain/template.ts';
import { FindingIcon } from './finding-icon.tsx';
import { findingsByField, findingsBySection } from './finding-sections.ts';
import { FixButton, type FixPress } from './fix-button.tsx';

/** How a list lets a person say of each field that it stays as it is. */
export type Ask = {
  readonly confirmed: ReadonlySet<string>;
  /** `keys` by `findingKey`. */
  readonly onConfirm: (keys: readonly string[], isConfirmed: boolean) => void;
};

type FindingListProps = {
  readonly severity: Severity;
  /** Of this severity. */
  readonly findings: readonly Finding[];
  /** That they are of: items of lists are called by their place. */
  readonly values: FieldMap;
  readonly head: ReactNode;
  readonly press: FixPress;
  /** The way to the place of a finding, as a link or a button of these words; `name` says where it leads. */
  readonly wayTo: (finding: Finding, words: ReactNode, name: string) => ReactNode;
  /** With it, all findings of one field are one question with one box. */
  readonly ask?: Ask;
  readonly currentField?: FieldPath | null;
  readonly showsSources?: boolean;
};

/** What the checks say in one severity, by section, each with the way to its place and its mechanical fix. */
export const FindingList = ({ severity, findings, values, head, press, ...rest }: FindingListProps) => {
  const { wayTo, ask, currentField = null, showsSources = false } = rest;
  const intl = useIntl();
  const read = useLocalized();
  const vocabulary = useVocabulary();
  const { template } = press.session;
  const numbered = numberedFields(template);
  const placeOf = (path: FieldPath) => findingPlace(intl, { template, vocabulary, values }, path);
  const text = (finding: Finding) => findingText(intl, finding, vocabulary);

  const entry = ([first, ...others]: readonly Finding[]) => {
    if (first === undefined) return null;
    const all = [first, ...others];
    const isMany = others.length > 0;
    const root = rootOf(first.path);
    const number =
      numbered.find(
        ({ field }) => field.id === root || (field.kind === 'marker' && markerReasonId(field.id) === root),
      )?.number ?? 0;
    const way = (finding: Finding, words: ReactNode) =>
      wayTo(
        finding,
        words,
        intl.formatMessage({ id: 'finding.goToPlace' }, { number, place: placeOf(finding.path) }),
      );
    const place = placeOf(isMany ? root : first.path);
    const isAllEmpty = all.every(({ code }) => code === 'required');
    const words = (
      <>
        {place !== '' && <span className="check-field">{place}</span>}{' '}
        <span>
          {isMany ? (
            <FormattedMessage
              id={isAllEmpty ? 'finding.emptyPlaces' : 'finding.places'}
              values={{ count: all.length }}
            />
          ) : (
            text(first)
          )}
        </span>
      </>
    );
    const keys = all.map(findingKey);
    return (
      <li
        className="check"
        key={keys[0]}
        data-asked={ask !== undefined || undefined}
        data-current={(currentField !== null && root === currentField) || undefined}
      >
        <b aria-hidden>{number > 0 && number}</b>
        <div>
          {ask === undefined ? (
            <p>{words}</p>
          ) : (
            <Checkbox
              isSelected={keys.every((key) => ask.confirmed.has(key))}
              onChange={(isConfirmed) => ask.onConfirm(keys, isConfirmed)}
            >
              {words}{' '}
              <span className="check-keep">
                <FormattedMessage id="finding.keep" />
              </span>
            </Checkbox>
          )}
          {isMany && (
            <ul className="check-places">
              {all.map((finding) => (
                <li key={findingKey(finding)}>
                  {way(finding, placeOf(finding.path))} {!isAllEmpty && text(finding)}{' '}
                  <FixButton press={press} finding={finding} />
                </li>
              ))}
            </ul>
          )}
          {showsSources && (
            <p className="check-source">
              <FormattedMessage id={`editor.checks.source.${first.source}`} />
            </p>
          )}
          {!isMany && (
            <p className="check-actions">
              {first.path !== '' && way(first, <FormattedMessage id="finding.goTo" values={{ number }} />)}
              <FixButton press={press} finding={first} />
            </p>
          )}
        </div>
      </li>
    );
  };

  if (findings.length === 0) return null;
  return (
    <section className="check-group" data-severity={severity}>
      <h3>
        <FindingIcon severity={severity} />
        {head}
      </h3>
      {findingsBySection(template, findings).map(({ section, findings: here }) => (
        <Fragment key={section?.id ?? ''}>
          {section !== null && <h4>{read(section.title)}</h4>}
          <ul>
            {ask === undefined ? here.map((finding) => entry([finding])) : findingsByField(here).map(entry)}
          </ul>
        </Fragment>
      ))}
    </section>
  );
};
