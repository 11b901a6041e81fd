import './budget-field.css';
import { useCallback, useId, useLayoutEffect, useMemo, useRef } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Note } from '#renderer/components/note.tsx';
import { useValuesWithin } from '#renderer/hooks/use-document.ts';
import { budgetCurrency } from '#shared/domain/budget-currency.ts';
import { fixFor } from '#shared/domain/fixes/fix-for.ts';
import { listItems } from '#shared/domain/list-items.ts';
import type { ControlProps, FieldOf } from '../control-props.ts';
import { useEditor } from '../editor-context.ts';
import { budgetGrid, linesOf } from './budget-grid.ts';
import { BudgetNotices } from './budget-notices.tsx';
import { BudgetRow } from './budget-row.tsx';
import { BudgetShares } from './budget-shares.tsx';
import { BudgetTools } from './budget-tools.tsx';
import { budgetWords } from './budget-words.ts';
import { areaOf } from './grid-cursor.ts';
import { type CellFix, type RowCell, shownRows } from './shown-rows.ts';
import { useBudgetGrid } from './use-budget-grid.ts';
import { useGridEvents } from './use-grid-events.ts';

const noCells: readonly RowCell[] = [];

/** The budget as a grid that moves like a spreadsheet: categories and their rows by organizations. */
export const BudgetField = ({ field, path, labelId, findings }: ControlProps<FieldOf<'budget'>>) => {
  const { session, vocabulary, isReadOnly } = useEditor();
  const intl = useIntl();
  const noticeId = useId();
  const helpId = useId();
  const table = useRef<HTMLTableElement>(null);
  const values = useValuesWithin(session, [path, field.organizationsField, field.currencyField]);
  const currency = budgetCurrency(values[field.currencyField]);
  const categories = useMemo(() => vocabulary.budgetCategories.map((term) => term.code), [vocabulary]);
  const grid = useMemo(
    () => budgetGrid(values, path, listItems(values, field.organizationsField), categories),
    [values, path, field.organizationsField, categories],
  );
  const words = useMemo(
    () => budgetWords(intl, grid, vocabulary.budgetCategories, currency, field.organizationsField),
    [intl, grid, vocabulary, currency, field.organizationsField],
  );
  const language = { currency, locale: intl.locale, show: words.show };
  const actions = useBudgetGrid(session, grid, language);
  const { cursor, problems } = actions;
  const area = areaOf(grid, cursor);
  const latest = useRef(actions);
  useLayoutEffect(() => {
    latest.current = actions;
  });
  const onType = useCallback((text: string) => latest.current.type(text), []);

  const rule = session.template.rules.find(
    ({ id, params }) => id === 'indirect-cost-rate' && params.field === field.id,
  );
  const rate = typeof rule?.params.rateBasisPoints === 'number' ? rule.params.rateBasisPoints : null;
  const overRate = useMemo(
    () =>
      new Map(
        findings
          .filter((finding) => finding.code === 'indirect-cost-rate')
          .map((finding) => [finding.path.split('/').at(-1) ?? '', finding]),
      ),
    [findings],
  );
  const shown = useMemo(() => {
    const fixes = [...overRate].flatMap(([column, finding]): readonly [string, CellFix][] => {
      if (isReadOnly || fixFor(finding, values, session.template) === null) return [];
      const rate = Number(finding.params.rateBasisPoints) / 10_000;
      const amount = words.amount(Number(finding.params.allowed));
      const organization = words.columnName(column);
      const text = intl.formatMessage({ id: 'budget.useRate.short' }, { rate });
      return [
        [
          column,
          { text, name: intl.formatMessage({ id: 'budget.useRate' }, { rate, organization, amount }) },
        ],
      ];
    });
    const warned = new Set([...overRate.values()].map((finding) => finding.path));
    return shownRows(grid, words, { problems, warned, fixes: new Map(fixes) });
  }, [grid, words, problems, overRate, isReadOnly, values, session, intl]);

  const onFix = (column: string) => {
    const finding = overRate.get(column);
    const fix = finding && fixFor(finding, values, session.template);
    if (fix) actions.perform(new Map(fix.edits.map(({ path: at, value }) => [at, value])));
  };
  const { focusAfter, handlers } = useGridEvents(table, { grid, actions, language, isReadOnly, onFix });

  if (grid.organizations.length === 0) {
    return (
      <div className="budget-none">
        <Note tone="plain">
          <FormattedMessage id="budget.noOrganizations" />
        </Note>
      </div>
    );
  }

  const rowName = (key: string): string => {
    const row = grid.rows.find((candidate) => candidate.key === key);
    return row === undefined ? '' : words.rowName(row);
  };
  const activeRow = grid.rows.find((row) => row.key === cursor.active.row);
  const siblings = activeRow?.kind === 'line' ? linesOf(grid, activeRow.category) : [];

  const columnNames = grid.columns.map(words.columnName);
  const cellName = (row: string, column: string) =>
    intl.formatMessage({ id: 'budget.cell' }, { row, column });

  return (
    <>
      <p className="field-help" id={helpId}>
        <FormattedMessage id="budget.help" />
      </p>
      {!isReadOnly && (
        <BudgetTools
          row={activeRow}
          isFirst={activeRow?.kind === 'line' && siblings[0] === activeRow.line}
          isLast={activeRow?.kind === 'line' && siblings.at(-1) === activeRow.line}
          canUndo={actions.canUndo}
          canRedo={actions.canRedo}
          onAdd={() => focusAfter(actions.addRow)}
          onMove={(by) => focusAfter(() => actions.moveRow(by))}
          onRemove={() => focusAfter(() => actions.removeRows(rowName(cursor.active.row)))}
          onFill={() => focusAfter(actions.fill)}
          onUndo={() => focusAfter(actions.undo)}
          onRedo={() => focusAfter(actions.redo)}
        />
      )}
      <div className="budget-frame">
        <table
          ref={table}
          className="budget"
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern of ARIA, on a real table
          role="grid"
          aria-labelledby={labelId}
          aria-describedby={helpId}
          aria-rowcount={grid.rows.length + 1}
          aria-colcount={grid.columns.length}
          aria-multiselectable
          aria-readonly={isReadOnly}
          {...handlers}
        >
          <thead>
            <tr aria-rowindex={1}>
              {grid.columns.map((column, at) => (
                <th scope="col" key={column} aria-colindex={at + 1}>
                  {column === 'label' ? (
                    <FormattedMessage id="budget.category" values={{ currency }} />
                  ) : (
                    <span dir="auto">{columnNames[at]}</span>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {grid.rows.map((row, at) => {
              const isSelected = at >= area.top && at <= area.bottom;
              return (
                <BudgetRow
                  key={row.key}
                  path={path}
                  row={row}
                  index={at + 2}
                  columns={grid.columns}
                  columnNames={columnNames}
                  name={shown[at]?.name ?? ''}
                  cells={shown[at]?.cells ?? noCells}
                  active={row.key === cursor.active.row ? cursor.active.column : null}
                  mode={cursor.mode}
                  selectedFrom={isSelected ? area.start : -1}
                  selectedTo={isSelected ? area.end : -1}
                  isReadOnly={isReadOnly}
                  noticeId={noticeId}
                  emptyText={intl.formatMessage({ id: 'budget.noDescription' })}
                  cellName={cellName}
                  onType={onType}
                />
              );
            })}
          </tbody>
        </table>
      </div>
      <BudgetNotices
        id={noticeId}
        names={{ currency, rowName, columnName: words.columnName }}
        notice={actions.notice}
        problems={[...problems.values()]}
        onPutBack={() => focusAfter(actions.undo)}
      />
      {rate !== null && (
        <p className="budget-rule">
          <FormattedMessage
            id="budget.rounding"
            values={{ rate: rate / 10_000, smallest: words.amount(1), currency }}
          />
        </p>
      )}
      <BudgetShares grid={grid} words={words} currency={currency} categories={categories} />
    </>
  );
};
