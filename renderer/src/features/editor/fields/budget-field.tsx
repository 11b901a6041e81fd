import './budget-field.css';
import { useId, useState } from 'react';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { Button } from '#renderer/components/button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { useSession } from '#renderer/hooks/use-document.ts';
import { useLocalized } from '#renderer/i18n/use-localized.ts';
import { amountPath, budgetTotals } from '#shared/domain/budget.ts';
import { type FieldPath, itemPath, subPath } from '#shared/domain/field-path.ts';
import type { ItemId } from '#shared/domain/ids.ts';
import { listItems } from '#shared/domain/list-items.ts';
import { formatAmount } from '#shared/domain/money.ts';
import type { ControlProps, FieldOf } from '../control-props.ts';
import { useEditor } from '../editor-context.ts';
import { AmountInput } from './amount-input.tsx';
import { AmountNotice, type AmountProblem } from './amount-notice.tsx';
import { type BudgetLine, budgetLines } from './budget-lines.ts';

const Rate = ({ basisPoints }: { readonly basisPoints: number | null }) =>
  basisPoints === null ? null : (
    <FormattedNumber value={basisPoints / 10_000} style="percent" minimumFractionDigits={2} />
  );

/** The budget as a table: categories by organizations, added up to the minor unit. */
export const BudgetField = ({ field, path, labelId, findings }: ControlProps<FieldOf<'budget'>>) => {
  const { session, vocabulary, isReadOnly } = useEditor();
  const { values } = useSession(session);
  const { formatMessage, locale } = useIntl();
  const noticeId = useId();
  const [problems, setProblems] = useState<ReadonlyMap<FieldPath, AmountProblem>>(new Map());
  const read = useLocalized();
  const stored = values[field.currencyField];
  const currency = typeof stored === 'string' && stored !== '' ? stored : 'USD';
  const organizations = listItems(values, field.organizationsField);
  const lines = budgetLines(
    values,
    path,
    vocabulary.budgetCategories.map((term) => term.code),
  );
  const totals = budgetTotals(values, path, organizations);
  const amount = (minor: number) => formatAmount(minor, currency, locale);

  const nameOf = (organization: ItemId, index: number): string => {
    const text = (id: string) =>
      String(values[subPath(field.organizationsField, organization, id)] ?? '').trim();
    return (
      text('acronym') || text('name') || formatMessage({ id: 'fields.budget.unnamed' }, { number: index + 1 })
    );
  };
  const names = organizations.map(nameOf);
  const categoryName = (line: BudgetLine): string => {
    const term = vocabulary.budgetCategories.find((candidate) => candidate.code === line.category);
    return term === undefined ? line.category : read(term.name);
  };
  const setAmount = (line: BudgetLine, organization: ItemId, minor: number | undefined) => {
    if (!line.isBegun) {
      session.set(itemPath(path, line.line), true);
      session.set(subPath(path, line.line, 'category'), line.category);
    }
    session.set(amountPath(path, line.line, organization), minor);
  };
  const lineTotal = (line: BudgetLine): number =>
    organizations.reduce((sum, organization) => {
      const minor = values[amountPath(path, line.line, organization)];
      return sum + (typeof minor === 'number' ? minor : 0);
    }, 0);
  const cellName = (line: BudgetLine, column: number): string =>
    formatMessage(
      { id: 'fields.budget.cell' },
      { category: categoryName(line), organization: names[column] ?? '' },
    );
  const tellProblem = (cell: FieldPath, problem: AmountProblem | null) =>
    setProblems((before) => {
      const after = new Map(before);
      after.delete(cell);
      if (problem !== null) after.set(cell, problem);
      return after;
    });
  const overRate = findings.filter((finding) => finding.code === 'indirect-cost-rate');

  if (organizations.length === 0) {
    return (
      <div className="budget-none">
        <Note tone="plain">
          <FormattedMessage id="fields.budget.noOrganizations" />
        </Note>
      </div>
    );
  }

  const row = (line: BudgetLine, index: number) => (
    <tr key={line.line}>
      <th scope="row">
        {!line.isIndirect && <span className="budget-number">{index + 1}</span>}
        {categoryName(line)}
      </th>
      {organizations.map((organization, column) => {
        const cell = amountPath(path, line.line, organization);
        const minor = values[cell];
        const isOver = overRate.some((finding) => finding.path === cell);
        const tone = problems.has(cell) ? 'error' : isOver ? 'warning' : undefined;
        return (
          <td key={organization} data-path={cell} data-tone={tone}>
            <AmountInput
              name={cellName(line, column)}
              describedBy={problems.has(cell) ? noticeId : undefined}
              onCellProblem={(problem) => tellProblem(cell, problem)}
              minor={typeof minor === 'number' ? minor : undefined}
              currency={currency}
              isReadOnly={isReadOnly}
              onChange={(next) => setAmount(line, organization, next)}
            />
          </td>
        );
      })}
      <td className="budget-sum">{amount(lineTotal(line))}</td>
    </tr>
  );

  return (
    <>
      {/* The table scrolls on its own, so the keyboard must be able to reach it. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus */}
      <section className="budget-frame" tabIndex={0} aria-labelledby={labelId}>
        <table className="budget" aria-labelledby={labelId}>
          <thead>
            <tr>
              <th scope="col">
                <FormattedMessage id="fields.budget.category" values={{ currency }} />
              </th>
              {organizations.map((organization, index) => (
                <th scope="col" key={organization}>
                  <span dir="auto">{names[index]}</span>
                </th>
              ))}
              <th scope="col">
                <FormattedMessage id="fields.budget.all" />
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.filter((line) => !line.isIndirect).map(row)}
            <tr className="budget-subtotal">
              <th scope="row">
                <FormattedMessage id="fields.budget.direct" />
              </th>
              {totals.organizations.map((column) => (
                <td key={column.organization}>{amount(column.direct)}</td>
              ))}
              <td>{amount(totals.direct)}</td>
            </tr>
            {lines.filter((line) => line.isIndirect).map(row)}
            <tr className="budget-quiet">
              <th scope="row">
                <FormattedMessage id="fields.budget.rate" />
              </th>
              {totals.organizations.map((column) => (
                <td key={column.organization}>
                  <Rate basisPoints={column.indirectRate} />
                </td>
              ))}
              <td />
            </tr>
            <tr className="budget-total">
              <th scope="row">
                <FormattedMessage id="fields.budget.total" />
              </th>
              {totals.organizations.map((column) => (
                <td key={column.organization}>{amount(column.total)}</td>
              ))}
              <td>{amount(totals.total)}</td>
            </tr>
            <tr className="budget-quiet">
              <th scope="row">
                <FormattedMessage id="fields.budget.share" />
              </th>
              {totals.organizations.map((column) => (
                <td key={column.organization}>
                  <Rate basisPoints={column.share} />
                </td>
              ))}
              <td />
            </tr>
          </tbody>
        </table>
      </section>
      <div id={noticeId} role="alert">
        {lines.flatMap((line) =>
          organizations.map((organization, column) => {
            const cell = amountPath(path, line.line, organization);
            const problem = problems.get(cell);
            const kept = values[cell];
            return (
              problem !== undefined && (
                <p className="field-notice" key={cell}>
                  <strong>{cellName(line, column)}</strong>{' '}
                  <AmountNotice
                    problem={problem}
                    currency={currency}
                    kept={typeof kept === 'number' ? kept : undefined}
                  />
                </p>
              )
            );
          }),
        )}
      </div>
      {!isReadOnly &&
        overRate.map((finding) => {
          const { allowed, rateBasisPoints, organization } = finding.params;
          return (
            <div className="budget-fix" key={finding.path}>
              <Button variant="quiet" onPress={() => session.set(finding.path, Number(allowed))}>
                <FormattedMessage
                  id="fields.budget.useRate"
                  values={{
                    rate: Number(rateBasisPoints) / 10_000,
                    organization: String(organization),
                    amount: amount(Number(allowed)),
                  }}
                />
              </Button>
            </div>
          );
        })}
    </>
  );
};
