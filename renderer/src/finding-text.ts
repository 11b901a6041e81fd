import type { IntlShape } from 'react-intl';
import type { Finding } from '#shared/domain/finding.ts';

/**
 * What a check found, as one sentence without the name of the field. Rates come in basis points and
 * are shown in per cent; amounts come in minor units and stay with the field that knows the currency.
 */
export const findingText = (intl: IntlShape, finding: Finding): string => {
  const { actualBasisPoints, rateBasisPoints, ...params } = finding.params;
  return intl.formatMessage(
    { id: `finding.${finding.code}` },
    {
      ...params,
      ...(typeof actualBasisPoints === 'number' && { actualRate: actualBasisPoints / 10_000 }),
      ...(typeof rateBasisPoints === 'number' && { allowedRate: rateBasisPoints / 10_000 }),
    },
  );
};
