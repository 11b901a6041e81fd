import './date-field.css';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { formatAmount, parseAmount } from '#shared/domain/money.ts';
import { AmountNotice, type AmountProblem } from './amount-notice.tsx';
import { useTypedText } from './use-typed-text.ts';

type AmountInputProps = {
  /** Integer minor units; undefined: no amount. */
  readonly minor: number | undefined;
  readonly currency: string;
  readonly onChange: (minor: number | undefined) => void;
  readonly id?: string;
  readonly describedBy?: string | undefined;
  readonly tone?: 'error' | 'warning' | undefined;
  readonly isReadOnly: boolean;
};

/** An amount typed in major units as people write them; what cannot be read is not kept and says so. */
export const AmountInput = ({
  minor,
  currency,
  onChange,
  id,
  describedBy,
  tone,
  isReadOnly,
}: AmountInputProps) => {
  const { locale } = useIntl();
  const [problem, setProblem] = useState<AmountProblem | null>(null);
  const typed = useTypedText(minor === undefined ? '' : formatAmount(minor, currency, locale), (text) => {
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
        className="control amount-input"
        id={id}
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
          <AmountNotice problem={problem} currency={currency} kept={minor} />
        </p>
      )}
    </>
  );
};
