import {
  type ClipboardEvent,
  type DOMAttributes,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useRef,
} from 'react';
import { decimalSign } from '#shared/domain/money.ts';
import type { BudgetGrid } from './budget-grid.ts';
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
import type { GridLanguage } from './paste-block.ts';
import { readTabSeparated } from './tab-separated.ts';
import type { GridActions } from './use-budget-grid.ts';

/** The cell that an event met; null where it met none. */
const cellOf = (target: EventTarget | null): CellKey | null => {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null;
  const { row, column } = cell?.dataset ?? {};
  return row === undefined || column === undefined ? null : { row, column };
};

type GridParts = {
  readonly grid: BudgetGrid;
  readonly actions: GridActions;
  readonly language: GridLanguage;
  readonly isReadOnly: boolean;
  /** The fix of a column's rate was pressed. */
  readonly onFix: (column: string) => void;
};

type GridEvents = {
  /** Does something, after which the active cell takes the focus. */
  readonly focusAfter: (act: () => void) => void;
  /** For the table. */
  readonly handlers: DOMAttributes<HTMLTableElement>;
};

/** What the keys, the pointer and the clipboard do in the grid. */
export const useGridEvents = (
  table: RefObject<HTMLTableElement | null>,
  { grid, actions, language, isReadOnly, onFix }: GridParts,
): GridEvents => {
  const takesFocus = useRef(false);
  const drags = useRef(false);
  const { cursor } = actions;

  // The cell that the keys have reached takes the focus once it is drawn.
  useEffect(() => {
    if (!takesFocus.current) return;
    takesFocus.current = false;
    const cell = table.current?.querySelector<HTMLElement>('[data-active]');
    const target = cell?.querySelector<HTMLElement>('input') ?? cell;
    target?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  const focusAfter = (act: () => void) => {
    takesFocus.current = true;
    act();
  };
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
    const block = clipboardOf(
      copiedBlock(grid, areaOf(grid, cursor), language, decimalSign(language.locale)),
    );
    event.clipboardData.setData('text/plain', block.text);
    event.clipboardData.setData('text/html', block.html);
    return true;
  };
  const onPaste = (event: ClipboardEvent) => {
    if (cursor.mode !== 'move' || isReadOnly) return;
    event.preventDefault();
    const pasted = readHtmlTable(event.clipboardData.getData('text/html'));
    const text = event.clipboardData.getData('text/plain');
    if (pasted === null && text === '') return;
    focusAfter(() => actions.paste(pasted ?? readTabSeparated(text)));
  };

  return {
    focusAfter,
    handlers: {
      onKeyDown,
      onMouseDown,
      onMouseOver,
      onClick: ({ target }) => {
        const isFix = target instanceof Element && target.closest('[data-fix]') !== null;
        const cell = isFix ? cellOf(target) : null;
        if (cell !== null) onFix(cell.column);
      },
      onDoubleClick: (event) => {
        if (cellOf(event.target) !== null && !isReadOnly && cursor.mode === 'move') focusAfter(actions.edit);
      },
      onFocus: (event) => {
        const cell = cellOf(event.target);
        const isActive = cell?.row === cursor.active.row && cell.column === cursor.active.column;
        if (cell === null || event.target instanceof HTMLInputElement) return;
        if (!isActive) focusAfter(() => actions.go(cursorAt(cell)));
        else event.target.querySelector('input')?.focus();
      },
      onBlur: (event: FocusEvent<HTMLTableElement>) => {
        if (event.currentTarget.contains(event.relatedTarget)) return;
        actions.commit();
        if (cursor.mode !== 'move' || cursor.isLeaving) actions.go(cursorAt(cursor.active));
      },
      onCopy: copy,
      onCut: (event) => {
        if (copy(event) && !isReadOnly) focusAfter(actions.clear);
      },
      onPaste,
    },
  };
};
