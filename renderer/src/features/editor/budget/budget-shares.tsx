import { FormattedMessage, useIntl } from 'react-intl';
import { type ShareBar, ShareBars } from '#renderer/components/share-bars.tsx';
import { indirectCategory } from '#shared/domain/budget.ts';
import type { BudgetGrid } from './budget-grid.ts';
import type { BudgetWords } from './budget-words.ts';

type BudgetSharesProps = {
  readonly grid: BudgetGrid;
  readonly words: BudgetWords;
  readonly currency: string;
  readonly categories: readonly string[];
};

/** Bars: what each organization has of the total, and each category of the direct costs. */
export const BudgetShares = ({ grid, words, currency, categories }: BudgetSharesProps) => {
  const { formatMessage } = useIntl();
  const { totals } = grid;
  const bar = (key: string, name: string, minor: number, whole: number): ShareBar => {
    const basisPoints = Number((BigInt(minor) * 20_000n + BigInt(whole)) / (2n * BigInt(whole)));
    return { key, name, basisPoints, share: words.rate(basisPoints), amount: words.amount(minor) };
  };
  const organizations =
    totals.total === 0
      ? []
      : totals.organizations.map(({ organization, total }) =>
          bar(organization, words.columnName(organization), total, totals.total),
        );
  const known = [...new Set([...categories, ...Object.keys(totals.categories)])];
  const direct =
    totals.direct === 0
      ? []
      : known
          .filter((code) => code !== indirectCategory && (totals.categories[code] ?? 0) > 0)
          .map((code) => bar(code, words.category(code), totals.categories[code] ?? 0, totals.direct));
  const shared = {
    table: formatMessage({ id: 'budget.chart.table' }),
    bars: formatMessage({ id: 'budget.chart.bars' }),
    amount: formatMessage({ id: 'budget.chart.amount' }, { currency }),
    share: formatMessage({ id: 'budget.chart.share' }),
  };
  const empty = <FormattedMessage id="budget.chart.empty" />;
  return (
    <div className="budget-shares">
      <ShareBars
        title={<FormattedMessage id="budget.chart.organizations" />}
        bars={organizations}
        empty={empty}
        words={{ ...shared, name: formatMessage({ id: 'budget.shares' }) }}
      />
      <ShareBars
        title={<FormattedMessage id="budget.chart.categories" />}
        bars={direct}
        empty={empty}
        words={{ ...shared, name: formatMessage({ id: 'budget.category' }, { currency }) }}
      />
    </div>
  );
};
