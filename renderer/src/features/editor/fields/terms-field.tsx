import { useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useFieldValue } from '#renderer/hooks/use-document.ts';
import { useLocalized } from '#renderer/i18n/use-localized.ts';
import { type TermKind, termLists } from '#renderer/term-lists.ts';
import { budgetCurrency, currencyChange } from '#shared/domain/budget-currency.ts';
import type { Money } from '#shared/domain/field-value.ts';
import { formatAmount } from '#shared/domain/money.ts';
import type { Term } from '#shared/domain/vocabulary.ts';
import type { ControlProps, FieldOf } from '../control-props.ts';
import { useEditor } from '../editor-context.ts';
import { TermPicker } from './term-picker.tsx';

const none: readonly Term[] = [];

/** Any field whose answer is a code, or a set of codes, of the vocabulary. */
export const TermsField = ({
  field,
  path,
  controlId,
  describedBy,
  tone,
}: ControlProps<FieldOf<TermKind>>) => {
  const { session, vocabulary, isReadOnly } = useEditor();
  const { formatMessage, locale } = useIntl();
  const read = useLocalized();
  const stored = useFieldValue(session, path);
  const { list, isSingle, showsCode, isAlphabetical, groups } = termLists[field.kind];
  const terms = useMemo(() => {
    const inOrder = vocabulary[list];
    if (!isAlphabetical) return inOrder;
    const collator = new Intl.Collator(locale);
    return inOrder.toSorted((a, b) => collator.compare(read(a.name), read(b.name)));
  }, [vocabulary, list, isAlphabetical, locale, read]);
  const chosen = useMemo(() => {
    const codes = typeof stored === 'string' ? [stored] : Array.isArray(stored) ? (stored as string[]) : [];
    const place = new Map(terms.map((term, index) => [term.code, index]));
    return codes
      .filter((code) => code !== '')
      .sort((a, b) => (place.get(a) ?? terms.length) - (place.get(b) ?? terms.length));
  }, [stored, terms]);

  const [refused, setRefused] = useState<{ readonly amount: Money; readonly to: string } | null>(null);
  /** The one code of the field; where it is the currency of a budget, its figures stay. */
  const choose = (code: string | undefined) => {
    const changes = currencyChange(session.template, session.getSnapshot().values, path, code);
    setRefused(changes.ok ? null : { amount: changes.error, to: budgetCurrency(code) });
    if (changes.ok) session.setAll(changes.value);
  };
  const keep = (codes: readonly string[]) => session.set(path, codes.length === 0 ? undefined : codes);
  return (
    <>
      <TermPicker
        terms={terms}
        groups={groups === undefined ? none : vocabulary[groups]}
        chosen={chosen}
        onAdd={(code) => (isSingle ? choose(code) : keep([...chosen, code].sort()))}
        onRemove={(code) =>
          isSingle ? choose(undefined) : keep(chosen.filter((kept) => kept !== code).sort())
        }
        showsCode={showsCode}
        placeholder={formatMessage({
          id: isSingle && chosen.length > 0 ? 'fields.picker.another' : `fields.picker.type.${field.kind}`,
        })}
        controlId={controlId}
        describedBy={describedBy}
        tone={tone}
        isReadOnly={isReadOnly}
      />
      {refused !== null && (
        <p className="field-notice" role="alert">
          <FormattedMessage
            id="fields.currency.refused"
            values={{
              amount: formatAmount(refused.amount.minor, refused.amount.currency, locale),
              from: refused.amount.currency,
              to: refused.to,
            }}
          />
        </p>
      )}
    </>
  );
};
