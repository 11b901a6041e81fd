import './date-field.css';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { formatAmount, parseAmount } from '#shared/domain/money.ts';
import { useTypedText } from './use-typed-text.ts';

type AmountInputProps = {
  /** Integer minor units; undefined: no amount. */
  readonly minor: number | undefined;
  readonly currency: string;
  readonly onChange: (minor: number | undefined) => void;
  readonly id?: string;
  readonly name?: string;
  readonly describedBy?: string | undefined;
  readonly tone?: 'error' | 'warning' | undefined;
  readonly isReadOnly: boolean;
  readonly isCell?: boolean;
};

/** An amount typed in major units as people write them; what cannot be read is not kept and says so. */
export const AmountInput = ({
  minor,
  currency,
  onChange,
  id,
  name,
  describedBy,
  tone,
  isReadOnly,
  isCell = false,
}: AmountInputProps) => {
  const { locale } = useIntl();
  const [problem, setProblem] = useState<'not-an-amount' | 'too-large' | null>(null);
  const shown = minor === undefined ? '' : formatAmount(minor, currency, locale);
  const typed = useTypedText(shown, (text) => {
    if (text.trim() === '') {
      setProblem(null);
      onChange(undefined);
      return true;
    }
    const parsed = parseAmount(text, currency, locale);
    setProblem(parsed.ok ? null : parsed.error);
    if (parsed.ok) onChange(parsed.value);
    return parsed.ok;
  });
  return (
    <>
      <input
        {...typed}
        className={isCell ? 'budget-input' : 'control amount-input'}
        id={id}
        aria-label={name}
        type="text"
        inputMode="decimal"
        dir="ltr"
        autoComplete="off"
        readOnly={isReadOnly}
        data-tone={problem === null ? tone : 'error'}
        aria-invalid={tone === 'error' || problem !== null}
        aria-describedby={describedBy}
      />
      {problem !== null && (
        <p className="field-notice" role="alert">
          <FormattedMessage
            id={`fields.amount.${problem}`}
            values={{ example: formatAmount(123_450, currency, locale) }}
          />
          {shown !== '' && (
            <>
              {' '}
              <FormattedMessage id="fields.amount.kept" values={{ kept: shown }} />
            </>
          )}
        </p>
      )}
    </>
  );
};
