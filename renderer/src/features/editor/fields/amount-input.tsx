import './date-field.css';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { Money } from '#shared/domain/field-value.ts';
import { formatAmount, parseAmount, type UnreadAmount } from '#shared/domain/money.ts';
import { ok } from '#shared/result.ts';
import { AmountNotice } from './amount-notice.tsx';
import { type Shown, useTypedText } from './use-typed-text.ts';

type AmountInputProps = {
  /** undefined: no amount. */
  readonly money: Money | undefined;
  /** Of what is typed. */
  readonly currency: string;
  /** `shown`: what the input showed before. */
  readonly onChange: (money: Money | undefined, shown: Shown<Money>) => void;
  readonly id?: string;
  readonly describedBy?: string | undefined;
  readonly tone?: 'error' | 'warning' | undefined;
  readonly isReadOnly: boolean;
};

/** An amount typed in major units as people write them; what cannot be read is not kept and says so. */
export const AmountInput = ({
  money,
  currency,
  onChange,
  id,
  describedBy,
  tone,
  isReadOnly,
}: AmountInputProps) => {
  const { locale } = useIntl();
  const [problem, setProblem] = useState<UnreadAmount | null>(null);
  const written = money === undefined ? '' : formatAmount(money.minor, currency, locale);
  const typed = useTypedText(money, written, (text, shown) => {
    const parsed = text.trim() === '' ? ok(undefined) : parseAmount(text, currency, locale);
    setProblem(parsed.ok ? null : parsed.error);
    if (!parsed.ok) return null;
    const value = parsed.value === undefined ? undefined : { minor: parsed.value, currency };
    onChange(value, shown);
    return { value };
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
          <AmountNotice problem={problem} currency={currency} kept={money?.minor} />
        </p>
      )}
    </>
  );
};
