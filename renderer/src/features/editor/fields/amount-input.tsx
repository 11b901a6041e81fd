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
  readonly name?: string;
  readonly describedBy?: string | undefined;
  readonly tone?: 'error' | 'warning' | undefined;
  readonly isReadOnly: boolean;
  /** A cell has no room for words: whoever holds it hears of the problem here and says it elsewhere. */
  readonly onCellProblem?: (problem: AmountProblem | null) => void;
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
  onCellProblem,
}: AmountInputProps) => {
  const { locale } = useIntl();
  const [problem, setProblem] = useState<AmountProblem | null>(null);
  const isCell = onCellProblem !== undefined;
  const tell = (next: AmountProblem | null) => {
    setProblem(next);
    if (next !== problem) onCellProblem?.(next);
  };
  const typed = useTypedText(minor === undefined ? '' : formatAmount(minor, currency, locale), (text) => {
    if (text.trim() === '') {
      tell(null);
      onChange(undefined);
      return true;
    }
    const parsed = parseAmount(text, currency, locale);
    tell(parsed.ok ? null : parsed.error);
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
      {problem !== null && !isCell && (
        <p className="field-notice" role="alert">
          <AmountNotice problem={problem} currency={currency} kept={minor} />
        </p>
      )}
    </>
  );
};
