import './budget-field.css';
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Note } from '#renderer/components/note.tsx';
import { useValuesWithin } from '#renderer/hooks/use-document.ts';
import { fixFor } from '#shared/domain/fixes/fix-for.ts';
import { listItems } from '#shared/domain/list-items.ts';
import { decimalSign } from '#shared/domain/money.ts';
import type { ControlProps, FieldOf } from '../control-props.ts';
import { useEditor } from '../editor-context.ts';
import { budgetGrid, cellAt, isEditable, linesOf } from './budget-grid.ts';
import { BudgetNotices } from './budget-notices.tsx';
import { BudgetRow, type RowCell } from './budget-row.tsx';
import { BudgetShares } from './budget-shares.tsx';
import { BudgetTools } from './budget-tools.tsx';
import { budgetWords } from './budget-words.ts';
import { clipboardOf, copiedBlock } from './copied-block.ts';
import {
  areaOf,
  type CellKey,
  cursorAt,
  enterCursor,
  extendTo,
  moveCursor,
  selectAll,
  tabCursor,
} from './grid-cursor.ts';
import { gridKey } from './grid-keys.ts';
import { readHtmlTable } from './html-table.ts';
import { readTabSeparated } from './tab-separated.ts';
import { useBudgetGrid } from './use-budget-grid.ts';

const cellOf = (target: EventTarget | null): CellKey | null => {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null;
  const { row, column } = cell?.dataset ?? {};
  return row === undefined || column === undefined ? null : { row, column };
};

/** The budget as a grid that moves like a spreadsheet: categories and their rows by organizations. */
export const BudgetField = ({ field, path, labelId, findings }: ControlProps<FieldOf<'budget'>>) => {
  const { session, vocabulary, isReadOnly } = useEditor();
  const intl = useIntl();
  const noticeId = useId();
  const helpId = useId();
  const table = useRef<HTMLTableElement>(null);
  const takesFocus = useRef(false);
  const drags = useRef(false);
  const roots = useMemo(
    () => [path, field.organizationsField, field.currencyField],
    [path, field.organizationsField, field.currencyField],
  );
  const values = useValuesWithin(session, roots);
  const stored = values[field.currencyField];
  const currency = typeof stored === 'string' && /^[A-Z]{3}$/.test(stored) ? stored : 'USD';
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

  // The cell that the keys have reached takes the focus once it is drawn.
  useEffect(() => {
    if (!takesFocus.current) return;
    takesFocus.current = false;
    const cell = table.current?.querySelector<HTMLElement>('[data-active]');
    const target = cell?.querySelector<HTMLElement>('input') ?? cell;
    target?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  const rule = session.template.rules.find(
    ({ id, params }) => id === 'indirect-cost-rate' && params.field === field.id,
  );
  const rate = typeof rule?.params.rateBasisPoints === 'number' ? rule.params.rateBasisPoints : null;
  const overRate = findings.filter((finding) => finding.code === 'indirect-cost-rate');

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
  const focusAfter = (act: () => void) => {
    takesFocus.current = true;
    act();
  };
  const activeRow = grid.rows.find((row) => row.key === cursor.active.row);
  const siblings = activeRow?.kind === 'line' ? linesOf(grid, activeRow.category) : [];

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const direction = getComputedStyle(event.currentTarget).direction === 'rtl' ? 'rtl' : 'ltr';
    const asked = gridKey(event, direction);
    if (asked === null) return;
    const { mode } = cursor;
    if (mode !== 'move') {
      const leaves = asked.act === 'enter' || asked.act === 'tab' || asked.act === 'leave';
      const isArrow = asked.act === 'move' && event.key.startsWith('Arrow') && !asked.extends;
      if (asked.act === 'edit') {
        event.preventDefault();
        actions.edit();
        return;
      }
      if (!leaves && !(mode === 'type' && isArrow)) return;
    }
    if (isReadOnly && !['move', 'tab', 'enter', 'leave', 'selectAll'].includes(asked.act)) return;
    if (asked.act === 'tab') {
      const next = tabCursor(grid, cursor, asked.by);
      if (next === null) return actions.commit();
      event.preventDefault();
      return focusAfter(() => actions.go(next));
    }
    // Escape in the text is for the text alone; beyond it, it may close what lies over the form.
    if (asked.act === 'leave') {
      if (mode !== 'move') {
        event.preventDefault();
        event.stopPropagation();
        return focusAfter(actions.cancel);
      }
      return actions.go({ ...cursor, extent: cursor.active, isLeaving: true });
    }
    event.preventDefault();
    event.stopPropagation();
    focusAfter(() => {
      switch (asked.act) {
        case 'move':
          return actions.go(moveCursor(grid, cursor, asked.by, { extends: asked.extends }));
        case 'enter':
          return actions.go(enterCursor(grid, cursor, asked.by));
        case 'moveRow':
          return actions.moveRow(asked.by);
        case 'selectAll':
          return actions.go(selectAll(grid, cursor));
        case 'edit':
          return actions.edit();
        case 'clear':
          return actions.clear();
        case 'undo':
          return actions.undo();
        case 'redo':
          return actions.redo();
        case 'fill':
          return actions.fill();
        case 'addRow':
          return actions.addRow();
      }
    });
  };
  const onMouseDown = (event: MouseEvent) => {
    const cell = cellOf(event.target);
    if (cell === null || event.button !== 0) return;
    const isActive = cell.row === cursor.active.row && cell.column === cursor.active.column;
    if (isActive && cursor.mode !== 'move') return;
    event.preventDefault();
    drags.current = true;
    focusAfter(() => actions.go(event.shiftKey ? extendTo(cursor, cell) : cursorAt(cell)));
  };
  const onMouseOver = (event: MouseEvent) => {
    const cell = cellOf(event.target);
    if (!drags.current || (event.buttons & 1) === 0) {
      drags.current = false;
      return;
    }
    if (cell !== null) focusAfter(() => actions.go(extendTo(cursor, cell)));
  };
  const copy = (event: ClipboardEvent) => {
    if (cursor.mode !== 'move') return false;
    event.preventDefault();
    const block = clipboardOf(copiedBlock(grid, area, language, decimalSign(intl.locale)));
    event.clipboardData.setData('text/plain', block.text);
    event.clipboardData.setData('text/html', block.html);
    return true;
  };
  const onPaste = (event: ClipboardEvent) => {
    if (cursor.mode !== 'move' || isReadOnly) return;
    event.preventDefault();
    const table = readHtmlTable(event.clipboardData.getData('text/html'));
    const text = event.clipboardData.getData('text/plain');
    if (table === null && text === '') return;
    focusAfter(() => actions.paste(table ?? readTabSeparated(text)));
  };

  const overPaths = new Set(overRate.map((finding) => finding.path));
  const overIn = (column: string | undefined) =>
    overRate.find((finding) => finding.path.split('/').at(-1) === column);
  const fixIn = (column: string): RowCell['fix'] => {
    const finding = overIn(column);
    if (isReadOnly || finding === undefined || fixFor(finding, values, session.template) === null) {
      return undefined;
    }
    const { allowed, rateBasisPoints } = finding.params;
    const rate = Number(rateBasisPoints) / 10_000;
    const amount = words.amount(Number(allowed));
    const organization = words.columnName(column);
    return {
      text: intl.formatMessage({ id: 'budget.useRate.short' }, { rate }),
      name: intl.formatMessage({ id: 'budget.useRate' }, { rate, organization, amount }),
    };
  };
  const onClick = (event: MouseEvent) => {
    if (!(event.target instanceof Element) || event.target.closest('[data-fix]') === null) return;
    const finding = overIn(cellOf(event.target)?.column);
    const fix = finding && fixFor(finding, values, session.template);
    if (fix) actions.perform(new Map(fix.edits.map(({ path: at, value }) => [at, value])));
  };
  const cellsOf = (row: (typeof grid.rows)[number]): readonly RowCell[] =>
    grid.columns.map((column) => {
      const cell = cellAt(grid, row, column);
      const problem = isEditable(cell) ? problems.get(cell.path) : undefined;
      const tone = problem ? 'error' : isEditable(cell) && overPaths.has(cell.path) ? 'warning' : undefined;
      const fix = row.key === 'rate' ? fixIn(column) : undefined;
      return {
        text: problem?.text ?? words.show(row, column),
        isCalculated: !isEditable(cell),
        ...(tone !== undefined && { tone }),
        ...(fix !== undefined && { fix }),
      };
    });
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
          onKeyDown={onKeyDown}
          onMouseDown={onMouseDown}
          onMouseOver={onMouseOver}
          onClick={onClick}
          onDoubleClick={(event) => {
            if (cellOf(event.target) !== null && !isReadOnly && cursor.mode === 'move')
              focusAfter(actions.edit);
          }}
          onFocus={(event) => {
            const cell = cellOf(event.target);
            const isActive = cell?.row === cursor.active.row && cell.column === cursor.active.column;
            if (cell === null || event.target instanceof HTMLInputElement) return;
            if (!isActive) focusAfter(() => actions.go(cursorAt(cell)));
            else event.target.querySelector('input')?.focus();
          }}
          onBlur={(event) => {
            if (!event.currentTarget.contains(event.relatedTarget)) {
              actions.commit();
              if (cursor.mode !== 'move' || cursor.isLeaving) actions.go(cursorAt(cursor.active));
            }
          }}
          onCopy={copy}
          onCut={(event) => {
            if (copy(event) && !isReadOnly) focusAfter(actions.clear);
          }}
          onPaste={onPaste}
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
                  name={words.rowName(row)}
                  cells={cellsOf(row)}
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
