import { FormattedMessage, useIntl } from 'react-intl';
import { formatAmount, type UnreadAmount } from '#shared/domain/money.ts';

type AmountNoticeProps = {
  readonly problem: UnreadAmount;
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
