import { amountIn, basisPoints, budgetTotals, indirectCategory } from '#shared/domain/budget.ts';
import { type FieldPath, subPath } from '#shared/domain/field-path.ts';
import type { ItemId } from '#shared/domain/ids.ts';
import { listItems } from '#shared/domain/list-items.ts';
import { amountFormat } from '#shared/domain/money.ts';
import type { TemplateField } from '#shared/domain/template.ts';
import type { BudgetBlock, BudgetRole, BudgetRow } from './block.ts';
import { documentWords } from './document-words.ts';
import type { Reading } from './reading.ts';
import { line, type Text, typedText } from './text.ts';
import { localeOf, termText } from './value-texts.ts';

type BudgetField = Extract<TemplateField, { kind: 'budget' }>;

/** What a column is called: the acronym, else the name, else its number. */
export const organizationName = (list: FieldPath, item: ItemId, index: number, reading: Reading): Text => {
  const { values, language, writtenLanguage } = reading;
  const name =
    typedText(values[subPath(list, item, 'acronym')]) || typedText(values[subPath(list, item, 'name')]);
  return name === ''
    ? line(`${documentWords(language).organization.text} ${index + 1}`, language)
    : line(name, writtenLanguage);
};

/**
 * A budget as a table: its lines by category, then what is added up. None where no line has an amount or a
 * description. The order of
 * the categories is that of the list; a line of no known category stands behind them.
 */
export const budgetBlock = (
  field: BudgetField,
  budget: FieldPath,
  reading: Reading,
): readonly BudgetBlock[] => {
  const { values, vocabulary, language } = reading;
  const words = documentWords(language);
  const locale = localeOf(language);
  const currency = typedText(values[field.currencyField]);
  const organizations = listItems(values, field.organizationsField);
  const lines = listItems(values, budget);
  const totals = budgetTotals(values, budget, organizations);

  const money = amountFormat(currency, locale);
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  const percent = (basisPoints: number | null): string =>
    basisPoints === null ? '' : percents.format(basisPoints / 10_000);
  const amount = (item: ItemId, organization: ItemId): number | null =>
    amountIn(values, budget, item, organization);
  const amountsOf = (items: readonly ItemId[]): readonly string[] => {
    const columns = organizations.map((organization) => {
      const given = items.flatMap((item) => amount(item, organization) ?? []);
      return given.length === 0 ? null : given.reduce((sum, one) => sum + one, 0);
    });
    const given = columns.filter((sum) => sum !== null);
    return [
      ...columns.map((sum) => (sum === null ? '' : money(sum))),
      given.length === 0 ? '' : money(given.reduce((sum, one) => sum + one, 0)),
    ];
  };
  const categoryOf = (item: ItemId): string => typedText(values[subPath(budget, item, 'category')]);
  const description = (item: ItemId): string => typedText(values[subPath(budget, item, 'description')]);
  const isFilled = (item: ItemId): boolean =>
    description(item) !== '' || organizations.some((organization) => amount(item, organization) !== null);
  if (!lines.some(isFilled)) return [];

  const nameOf = (category: string): Text => {
    if (category === '') return line('—', language);
    const isNumbered = category !== indirectCategory;
    return termText(vocabulary, 'budgetCategories', category, language, isNumbered);
  };
  const row = (role: BudgetRole, name: Text, cells: readonly string[]): BudgetRow => ({
    role,
    label: name,
    cells,
  });
  const rowsOf = (category: string, role: 'line' | 'indirect'): readonly BudgetRow[] => {
    const items = lines.filter((item) => categoryOf(item) === category);
    if (items.length === 0) return [];
    if (items.length === 1 && items.every((item) => description(item) === ''))
      return [row(role, nameOf(category), amountsOf(items))];
    const empty = [...organizations, null].map(() => '');
    return [
      row('category', nameOf(category), empty),
      ...items.map((item) =>
        row('line', line(description(item) || '—', reading.writtenLanguage), amountsOf([item])),
      ),
      row(
        role === 'indirect' ? 'indirect' : 'subtotal',
        role === 'indirect' ? words.indirect : words.subtotal,
        amountsOf(items),
      ),
    ];
  };
  const listed = vocabulary.budgetCategories
    .map(({ code }) => code)
    .filter((code) => code !== indirectCategory);
  const others = [...new Set(lines.map(categoryOf))].filter(
    (code) => !listed.includes(code) && code !== indirectCategory,
  );
  const columns = totals.organizations;
  return [
    {
      block: 'budget',
      corner:
        currency === ''
          ? words.category
          : { ...words.category, text: `${words.category.text} (${currency})` },
      columns: [
        ...organizations.map((item, index) =>
          organizationName(field.organizationsField, item, index, reading),
        ),
        words.all,
      ],
      rows: [
        ...[...listed, ...others].flatMap((code) => rowsOf(code, 'line')),
        row('direct', words.direct, [...columns.map(({ direct }) => money(direct)), money(totals.direct)]),
        ...rowsOf(indirectCategory, 'indirect'),
        row('rate', words.rate, [
          ...columns.map(({ indirectRate }) => percent(indirectRate)),
          percent(basisPoints(totals.indirect, totals.direct)),
        ]),
        row('total', words.total, [...columns.map(({ total }) => money(total)), money(totals.total)]),
        row('share', words.share, [
          ...columns.map(({ share }) => percent(share)),
          totals.total === 0 ? '' : percent(10_000),
        ]),
      ],
    },
  ];
};
