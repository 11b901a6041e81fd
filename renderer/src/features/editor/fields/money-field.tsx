import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Select } from '#renderer/components/select.tsx';
import { useFieldValue } from '#renderer/hooks/use-document.ts';
import { useLocalized } from '#renderer/i18n/use-localized.ts';
import type { FieldValue, Money } from '#shared/domain/field-value.ts';
import { sameFigure } from '#shared/domain/money.ts';
import type { ControlProps, FieldOf } from '../control-props.ts';
import { useEditor } from '../editor-context.ts';
import { AmountInput } from './amount-input.tsx';

const asMoney = (value: FieldValue | undefined): Money | undefined =>
  typeof value === 'object' && 'minor' in value ? value : undefined;

/** An amount with its currency. A new currency keeps the figure, not the value of the money. */
export const MoneyField = ({ path, controlId, describedBy, tone }: ControlProps<FieldOf<'money'>>) => {
  const { session, vocabulary, isReadOnly } = useEditor();
  const { formatMessage } = useIntl();
  const read = useLocalized();
  const money = asMoney(useFieldValue(session, path));
  const [waiting, setWaiting] = useState('USD');
  const [hasNoSuchFraction, setNoSuchFraction] = useState(false);
  const currency = money?.currency ?? waiting;

  const changeCurrency = (next: string) => {
    setNoSuchFraction(false);
    if (money === undefined) {
      setWaiting(next);
      return;
    }
    const minor = sameFigure(money.minor, money.currency, next);
    if (minor === null) setNoSuchFraction(true);
    else session.set(path, { minor, currency: next });
  };

  return (
    <div className="number-parts">
      <div>
        <AmountInput
          id={controlId}
          money={money}
          currency={currency}
          describedBy={describedBy}
          tone={tone}
          isReadOnly={isReadOnly}
          onChange={(next, shown) => {
            setWaiting(currency);
            session.set(path, next, shown);
          }}
        />
      </div>
      <Select
        label={<span className="unseen">{formatMessage({ id: 'fields.currency' })}</span>}
        value={currency}
        onChange={changeCurrency}
        isDisabled={isReadOnly}
        options={vocabulary.currencies.map((term) => ({
          value: term.code,
          label: `${term.code} · ${read(term.name)}`,
        }))}
      />
      {hasNoSuchFraction && (
        <p className="field-notice" role="alert">
          <FormattedMessage id="fields.money.noSuchFraction" />
        </p>
      )}
    </div>
  );
};
