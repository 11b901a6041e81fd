import type { IntlShape } from 'react-intl';
import type { FieldValue } from '#shared/domain/field-value.ts';
import { formatAmount } from '#shared/domain/money.ts';
import type { Localized, TemplateField } from '#shared/domain/template.ts';
import type { Vocabulary } from '#shared/domain/vocabulary.ts';
import { termLists } from './term-lists.ts';

/** What is needed to put a value into words. */
export type ValueReading = {
  readonly intl: IntlShape;
  readonly vocabulary: Vocabulary;
  readonly read: (text: Localized) => string;
};

const names = (
  field: TemplateField,
  codes: readonly string[],
  { vocabulary, read }: ValueReading,
): string => {
  const labels =
    field.kind === 'choice' || field.kind === 'choices'
      ? field.options.map((option) => [option.value, option.label] as const)
      : field.kind in termLists
        ? vocabulary[termLists[field.kind as keyof typeof termLists].list].map(
            (term) => [term.code, term.short ?? term.name] as const,
          )
        : [];
  const byCode = new Map(labels);
  return codes
    .map((code) => {
      const label = byCode.get(code);
      return label === undefined ? code : read(label);
    })
    .join('; ');
};

/** A kept value in words, to be read and compared; the empty text stands for no value. */
export const valueText = (
  field: TemplateField,
  value: FieldValue | undefined,
  reading: ValueReading,
): string => {
  const { intl } = reading;
  if (value === undefined) return '';
  if (typeof value === 'boolean') {
    return field.kind === 'yesNo' ? intl.formatMessage({ id: value ? 'fields.yes' : 'fields.no' }) : '';
  }
  if (typeof value === 'number') return intl.formatNumber(value);
  if (typeof value === 'string') return names(field, [value], reading);
  if ('minor' in value) return `${formatAmount(value.minor, value.currency, intl.locale)} ${value.currency}`;
  if ('from' in value) {
    const to = value.to === 'present' ? intl.formatMessage({ id: 'fields.years.present' }) : value.to;
    return `${value.from} – ${to}`;
  }
  return names(field, value, reading);
};
