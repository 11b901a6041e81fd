import { FormattedMessage, useIntl } from 'react-intl';
import { useVocabulary } from '#renderer/hooks/use-vocabulary.ts';
import { useLocalized } from '#renderer/i18n/use-localized.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import { submissionRoute } from '#shared/domain/submission-route.ts';
import type { Template } from '#shared/domain/template.ts';

type SubmissionRouteNoteProps = { readonly template: Template; readonly values: FieldMap };

const states = ['given', 'asked', 'not-asked', 'declined'] as const;

/** Who should press the button: the coordinators with country and endorsement, or the manual's route. */
export const SubmissionRouteNote = ({ template, values }: SubmissionRouteNoteProps) => {
  const intl = useIntl();
  const read = useLocalized();
  const { countries } = useVocabulary();
  const route = submissionRoute(template, values);
  if (route === null) return null;
  const nameOf = (code: string): string => {
    const term = countries.find((candidate) => candidate.code === code);
    return term === undefined ? code : read(term.name);
  };
  const named = route.coordinators.length;
  const sentence = route.by === 'coordinators' && named === 0 ? 'nobody' : route.by;
  const without = intl.formatList(route.countriesWithout.map(nameOf));
  const words = values[route.routePath];
  return (
    <div className="submit-route">
      <p>
        <FormattedMessage id={`submit.route.${sentence}`} values={{ count: named + route.unnamed.length }} />
      </p>
      {(named > 0 || route.unnamed.length > 0) && (
        <ul>
          {route.coordinators.map(({ item, country, name, state }) => (
            <li key={item}>
              <FormattedMessage
                id={`submit.route.state.${states.find((known) => known === state) ?? 'unknown'}`}
                values={{
                  who: <bdi>{[nameOf(country), name].filter((part) => part !== '').join(', ')}</bdi>,
                }}
              />
            </li>
          ))}
          {route.unnamed.map((code) => (
            <li key={code}>
              <FormattedMessage id="submit.route.unnamed" values={{ country: nameOf(code) }} />
            </li>
          ))}
        </ul>
      )}
      {route.countriesWithout.length > 0 && (
        <p>
          <FormattedMessage id="submit.route.without" values={{ countries: without }} />
        </p>
      )}
      {(route.by === 'other-route' || route.countriesWithout.length > 0) && typeof words === 'string' && (
        <p className="doc-text" dir="auto">
          {words}
        </p>
      )}
    </div>
  );
};

/** A joint pledge is recorded by one actor only: said to whoever is about to record one. */
export const OneRecorderNote = ({ template, values }: SubmissionRouteNoteProps) => {
  const use = template.rules.find(({ id }) => id === 'one-recorder');
  const joint = use?.params.joint;
  const type = values[String(use?.params.type ?? '')];
  const name = values[String(use?.params.recorder ?? '')];
  if (!Array.isArray(joint) || typeof type !== 'string' || !joint.includes(type)) return null;
  return (
    <p className="submit-route">
      {typeof name === 'string' && name.trim() !== '' ? (
        <FormattedMessage id="submit.route.joint" values={{ name: <bdi>{name}</bdi> }} />
      ) : (
        <FormattedMessage id="submit.route.jointUnnamed" />
      )}
    </p>
  );
};
