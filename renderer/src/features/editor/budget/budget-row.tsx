import { memo, useEffect, useRef } from 'react';
import { amountPath } from '#shared/domain/budget.ts';
import { type FieldPath, itemPath, subPath } from '#shared/domain/field-path.ts';
import type { ItemId } from '#shared/domain/ids.ts';
import { useEditor } from '../editor-context.ts';
import { useTextLanguage } from '../fields/use-text-language.ts';
import type { GridRow } from './budget-grid.ts';
import type { GridCursor } from './grid-cursor.ts';
import type { RowCell } from './shown-rows.ts';

type CellInputProps = {
  readonly shown: string;
  readonly mode: GridCursor['mode'];
  readonly name: string;
  readonly isText: boolean;
  readonly isWrong: boolean;
  readonly describedBy: string | undefined;
  readonly onType: (text: string) => void;
};

/**
 * The active cell is a text input, all of it chosen: what is typed replaces it, in any script and through any
 * input method.
 */
const CellInput = ({ shown, mode, name, isText, isWrong, describedBy, onType }: CellInputProps) => {
  const ref = useRef<HTMLInputElement>(null);
  const lang = useTextLanguage(useEditor().session);
  useEffect(() => {
    const input = ref.current;
    if (input === null || mode !== 'move') return;
    if (input.value !== shown) input.value = shown;
    if (document.activeElement === input) input.select();
  }, [mode, shown]);
  useEffect(() => {
    const input = ref.current;
    if (mode === 'caret') input?.setSelectionRange(input.value.length, input.value.length);
  }, [mode]);
  return (
    <input
      ref={ref}
      className="budget-input"
      data-home
      data-mode={mode}
      type="text"
      inputMode={isText ? 'text' : 'decimal'}
      dir={isText ? 'auto' : 'ltr'}
      autoComplete="off"
      spellCheck={isText}
      lang={isText ? lang : undefined}
      aria-label={name}
      aria-invalid={isWrong}
      aria-describedby={describedBy}
      defaultValue={shown}
      onFocus={(event) => mode === 'move' && event.currentTarget.select()}
      onInput={(event) => onType(event.currentTarget.value)}
    />
  );
};

type BudgetRowProps = {
  readonly path: FieldPath;
  readonly row: GridRow;
  /** Place in the grid with its head, from 2. */
  readonly index: number;
  readonly columns: readonly string[];
  readonly columnNames: readonly string[];
  readonly name: string;
  readonly cells: readonly RowCell[];
  /** Column of the active cell, when it is in this row. */
  readonly active: string | null;
  readonly mode: GridCursor['mode'];
  /** First and last selected column, by index; -1 when none is. */
  readonly selectedFrom: number;
  readonly selectedTo: number;
  readonly isReadOnly: boolean;
  readonly noticeId: string;
  readonly emptyText: string;
  readonly cellName: (row: string, column: string) => string;
  readonly onType: (text: string) => void;
};

const sameCells = (a: readonly RowCell[], b: readonly RowCell[]): boolean =>
  a === b ||
  (a.length === b.length &&
    a.every((cell, index) => {
      const other = b[index];
      return (
        cell.text === other?.text &&
        cell.tone === other.tone &&
        cell.isCalculated === other.isCalculated &&
        cell.fix?.name === other.fix?.name
      );
    }));

const sameRow = (a: GridRow, b: GridRow): boolean =>
  a.key === b.key &&
  a.kind === b.kind &&
  (a.kind !== 'line' || (b.kind === 'line' && a.isDetail === b.isDetail));

const pathOf = (path: FieldPath, row: GridRow, column: string): FieldPath | undefined => {
  if (row.kind !== 'line' || column === 'all' || column === 'share') return undefined;
  if (column === 'label') return row.isDetail ? subPath(path, row.line, 'description') : undefined;
  return amountPath(path, row.line, column as ItemId);
};

/** One row of the grid; drawn anew only when something in it changed. */
export const BudgetRow = memo(
  (props: BudgetRowProps) => {
    const { path, row, columns, cells, active, selectedFrom, selectedTo, isReadOnly } = props;
    const look = row.kind === 'sum' ? row.key : row.kind === 'line' && row.isDetail ? 'detail' : row.kind;
    return (
      <tr
        data-look={look}
        aria-rowindex={props.index}
        {...(row.kind === 'line' && { 'data-path': itemPath(path, row.line) })}
      >
        {columns.map((column, at) => {
          const cell = cells[at] ?? { text: '', isCalculated: true };
          const isActive = column === active;
          const isEdited = isActive && !cell.isCalculated && !isReadOnly;
          const isLabel = column === 'label';
          const words = (
            <>
              {isLabel && row.kind !== 'sum' && look !== 'detail' && row.category !== 'indirect' && (
                <span className="budget-number" aria-hidden>
                  {row.number}
                </span>
              )}
              {cell.text === '' && isLabel ? (
                <span className="budget-blank">{props.emptyText}</span>
              ) : isLabel ? (
                <bdi>{cell.text}</bdi>
              ) : (
                cell.text
              )}
            </>
          );
          const shared = {
            'data-cell': true,
            'data-row': row.key,
            'data-column': column,
            'data-path': pathOf(path, row, column),
            'data-calculated': cell.isCalculated || undefined,
            'data-tone': cell.tone,
            'data-active': isActive || undefined,
            'aria-colindex': at + 1,
            'aria-selected': at >= selectedFrom && at <= selectedTo,
            'aria-readonly': cell.isCalculated || isReadOnly,
            tabIndex: isActive && !isEdited ? 0 : -1,
          } as const;
          const content = isEdited ? (
            <CellInput
              key={`${row.key} ${column}`}
              shown={cell.text}
              mode={props.mode}
              name={props.cellName(props.name, props.columnNames[at] ?? '')}
              isText={isLabel}
              isWrong={cell.tone === 'error'}
              describedBy={cell.tone === 'error' ? props.noticeId : undefined}
              onType={props.onType}
            />
          ) : (
            words
          );
          return isLabel && cell.isCalculated ? (
            <th scope="row" key={column} {...shared}>
              {content}
            </th>
          ) : (
            <td key={column} {...shared}>
              {cell.fix !== undefined && (
                <button type="button" className="text-button" data-fix aria-label={cell.fix.name}>
                  {cell.fix.text}
                </button>
              )}
              {isLabel || isEdited ? content : <bdi dir="ltr">{content}</bdi>}
            </td>
          );
        })}
      </tr>
    );
  },
  (before, after) =>
    sameRow(before.row, after.row) &&
    before.index === after.index &&
    before.columns.length === after.columns.length &&
    before.columns.every((column, at) => column === after.columns[at]) &&
    before.columnNames.every((name, at) => name === after.columnNames[at]) &&
    before.name === after.name &&
    before.active === after.active &&
    (after.active === null || before.mode === after.mode) &&
    before.selectedFrom === after.selectedFrom &&
    before.selectedTo === after.selectedTo &&
    before.isReadOnly === after.isReadOnly &&
    before.onType === after.onType &&
    sameCells(before.cells, after.cells),
);
BudgetRow.displayName = 'BudgetRow';
