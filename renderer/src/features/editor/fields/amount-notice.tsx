import { FormattedMessage, useIntl } from 'react-intl';
import { formatAmount } from '#shared/domain/money.ts';

/** Why what is typed is not kept as an amount. */
export type AmountProblem = 'not-an-amount' | 'too-large';

type AmountNoticeProps = {
  readonly problem: AmountProblem;
  readonly currency: string;
  /** Integer minor units of the last amount that could be read. */
  readonly kept: number | undefined;
};

/** Says that what is typed is not kept, how an amount looks, and what is kept instead. */
export const AmountNotice = ({ problem, currency, kept }: AmountNoticeProps) => {
  const { locale } = useIntl();
  return (
    <>
      <FormattedMessage
        id={`fields.amount.${problem}`}
        values={{ example: formatAmount(123_450, currency, locale) }}
      />
      {kept !== undefined && (
        <>
          {' '}
          <FormattedMessage id="fields.amount.kept" values={{ kept: formatAmount(kept, currency, locale) }} />
        </>
      )}
    </>
  );
};
