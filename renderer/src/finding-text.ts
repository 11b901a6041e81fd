import type { IntlShape } from 'react-intl';
import type { Finding } from '#shared/domain/finding.ts';
import type { Fix } from '#shared/domain/fixes/fix.ts';
import { formatAmount } from '#shared/domain/money.ts';
import { localized } from '#shared/domain/template.ts';
import type { Vocabulary } from '#shared/domain/vocabulary.ts';

type Values = Finding['params'];

/** Countries by their names, as a list of the screens' language; a code that the list has not, as it is. */
const countryNames = (intl: IntlShape, vocabulary: Vocabulary, codes: string): string =>
  intl.formatList(
    codes.split(' ').map((code) => {
      const term = vocabulary.countries.find((candidate) => candidate.code === code);
      return term === undefined ? code : localized(term.name, intl.locale);
    }),
    { type: 'conjunction' },
  );

/**
 * Values as sentences show them: rates come in basis points and are shown in per cent, amounts in minor
 * units of `currency`, countries as codes.
 */
const shown = (intl: IntlShape, vocabulary: Vocabulary, params: Values): Values => {
  const { actualBasisPoints, rateBasisPoints, currency, country, countries, ...others } = params;
  const isUnnamed = params.organization === '' && params.number !== undefined;
  const amounts = Object.fromEntries(
    Object.entries(others).flatMap(([name, value]) =>
      typeof currency === 'string' && typeof value === 'number' && /^minor$|Minor$/.test(name)
        ? [[name, formatAmount(value, currency, intl.locale)]]
        : [],
    ),
  );
  return {
    ...others,
    ...amounts,
    ...(isUnnamed && {
      organization: intl.formatMessage({ id: 'finding.place.organization' }, { number: params.number }),
    }),
    ...(currency !== undefined && { currency }),
    ...(typeof country === 'string' && { country: countryNames(intl, vocabulary, country) }),
    ...(typeof countries === 'string' && { countries: countryNames(intl, vocabulary, countries) }),
    ...(typeof actualBasisPoints === 'number' && { actualRate: actualBasisPoints / 10_000 }),
    ...(typeof rateBasisPoints === 'number' && {
      allowedRate: rateBasisPoints / 10_000,
      rate: rateBasisPoints / 10_000,
    }),
  };
};

/** What a check found, as one sentence without the name of the field. */
export const findingText = (intl: IntlShape, finding: Finding, vocabulary: Vocabulary): string =>
  intl.formatMessage({ id: `finding.${finding.code}` }, shown(intl, vocabulary, finding.params));

/** What the button of a mechanical fix says: "Use 7% for ILO". */
export const fixText = (intl: IntlShape, fix: Fix, vocabulary: Vocabulary): string =>
  intl.formatMessage({ id: `fix.${fix.code}` }, shown(intl, vocabulary, fix.params));
