import { Check, TriangleAlert } from 'lucide-react';
import { FormattedDate, FormattedMessage } from 'react-intl';
import { Icon } from '#renderer/components/icon.tsx';
import { useVocabulary } from '#renderer/hooks/use-vocabulary.ts';
import { useLocalized } from '#renderer/i18n/use-localized.ts';
import type { CountryEndorsement } from '#shared/domain/endorsements.ts';

const stateOf = ({ word }: CountryEndorsement) => {
  if (word === null) return 'missing';
  return word.isVoid ? 'void' : word.state;
};

/** The word of each country's Resident Coordinator. One that is missing warns, and never stops. */
export const EndorsementList = ({
  endorsements,
}: {
  readonly endorsements: readonly CountryEndorsement[];
}) => {
  const { countries } = useVocabulary();
  const read = useLocalized();
  return (
    <ul className="submit-endorsements">
      {endorsements.map((one) => {
        const term = countries.find(({ code }) => code === one.country);
        const state = stateOf(one);
        return (
          <li key={one.country}>
            {state === 'endorsed' ? (
              <Icon of={Check} size="small" />
            ) : (
              <Icon of={TriangleAlert} size="small" tone="warning" />
            )}
            <span>
              <FormattedMessage
                id={`submit.endorsement.${state}`}
                values={{
                  country: <strong>{term === undefined ? one.country : read(term.name)}</strong>,
                  coordinator: <bdi>{one.word?.coordinator}</bdi>,
                  day:
                    one.word === null ? null : <FormattedDate value={one.word.madeAt} dateStyle="medium" />,
                }}
              />
            </span>
          </li>
        );
      })}
    </ul>
  );
};
