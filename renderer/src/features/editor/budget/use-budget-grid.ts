import { useEffect, useRef, useState } from 'react';
import type { DocumentSession } from '#renderer/commands/document-session.ts';
import type { FieldPath } from '#shared/domain/field-path.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import type { ItemId } from '#shared/domain/ids.ts';
import { readAmount } from '#shared/domain/pasted-amount.ts';
import { type BudgetGrid, cellAt, type GridRow, isEditable, type LineRow } from './budget-grid.ts';
import { type CellProblem, type CellProblems, endedBy } from './cell-problem.ts';
import { type CellTyping, openCell, typedInto, unreadIn } from './cell-typing.ts';
import {
  areaOf,
  type CellKey,
  cursorAt,
  cursorWithin,
  firstCursor,
  type GridCursor,
  keyAt,
} from './grid-cursor.ts';
import {
  addLine,
  type Changes,
  cellChanges,
  clearArea,
  fillDown,
  moveLine,
  removeLines,
} from './grid-edits.ts';
import {
  type GridHistory,
  isNothing,
  noHistory,
  record,
  redo,
  stepOf,
  undo,
  type Words,
} from './grid-history.ts';
import { type GridLanguage, type Pasted, type PasteProblem, pasteBlock } from './paste-block.ts';
import type { Block } from './tab-separated.ts';

/** What is said under the grid about the last thing that was done. */
export type GridNotice =
  | { readonly kind: 'not-pasted'; readonly problem: PasteProblem }
  | { readonly kind: 'pasted'; readonly rows: number; readonly columns: number }
  | { readonly kind: 'removed'; readonly count: number; readonly name: string };

export type GridActions = ReturnType<typeof useBudgetGrid>;

/**
 * The state of the grid in the window (cursor, steps that can be taken back, words that could not be read)
 * and what changes the document. Typing is written through behind the keys; leaving the cell makes one step of it.
 */
export const useBudgetGrid = (session: DocumentSession, grid: BudgetGrid, language: GridLanguage) => {
  const [wanted, setCursor] = useState<GridCursor>(() => firstCursor(grid));
  const [problems, setProblems] = useState<CellProblems>(new Map());
  const [history, setHistory] = useState<GridHistory>(noHistory);
  // A key that ends the typing and takes a step back meets the step that the typing has just become.
  const newest = useRef<GridHistory>(noHistory);
  const [notice, setNotice] = useState<GridNotice | null>(null);
  const typing = useRef<CellTyping | null>(null);
  const cursor = cursorWithin(grid, wanted);
  const values = (): FieldMap => session.getSnapshot().values;

  const placeOf = (cell: CellKey) => {
    const row = grid.rows.find(
      (candidate): candidate is LineRow => candidate.kind === 'line' && candidate.key === cell.row,
    );
    const content = row && cellAt(grid, row, cell.column);
    return row && content && isEditable(content) ? { row, content } : null;
  };
  const keep = (next: GridHistory) => {
    newest.current = next;
    setHistory(next);
  };
  // Steps are in minor units: of another currency they would be other figures.
  const { currency } = language;
  const stepsIn = useRef(currency);
  useEffect(() => {
    if (stepsIn.current === currency) return;
    stepsIn.current = currency;
    newest.current = noHistory;
    setHistory(noHistory);
  }, [currency]);
  const setWords = (words: Words) =>
    setProblems((before) => {
      const after = new Map(before);
      for (const [path, problem] of words) {
        after.delete(path);
        if (problem !== undefined) after.set(path, problem);
      }
      return after;
    });
  const perform = (changes: Changes): boolean => {
    const words: Words = new Map(endedBy(problems, changes).map((path) => [path, undefined]));
    const step = stepOf(values(), changes, problems, words);
    if (isNothing(step) || !session.setAll(changes)) return false;
    setWords(words);
    keep(record(newest.current, step));
    setNotice(null);
    return true;
  };

  /** Ends the typing: what it changed is one step. */
  const commit = () => {
    const done = typing.current;
    typing.current = null;
    if (done === null) return;
    const now = values();
    const changes = new Map([...done.before.keys()].map((path) => [path, now[path]]));
    const words: Words = new Map([[done.path, problems.get(done.path)]]);
    keep(record(newest.current, stepOf(Object.fromEntries(done.before), changes, done.problems, words)));
    setNotice(null);
  };
  /** The typing in the cell at `path`; begins where another cell was typed in last. */
  const typingIn = (path: FieldPath): CellTyping => {
    if (typing.current?.path !== path) commit();
    typing.current ??= openCell(path, values(), problems);
    return typing.current;
  };
  /**
   * What is typed in the active cell so far; kept at once where it can be read. An amount that cannot be read
   * leaves what stood before, not the part of it that could ("12" of "12x", the dash of "-5").
   */
  const type = (text: string) => {
    const place = placeOf(cursor.active);
    if (place === null) return;
    const { row, content } = place;
    const typed = typingIn(content.path);
    if (cursor.mode === 'move') setCursor({ ...cursor, mode: 'type', extent: cursor.active });
    const read =
      content.kind === 'text'
        ? ({ ok: true, value: text } as const)
        : readAmount(text, language.currency, language.locale);
    const changes = read.ok ? cellChanges(grid, row, content, read.value) : typed.before;
    const stood = values();
    const isWritten = session.setAll(changes, new Map([[content.path, typed.shown]]));
    const isKept = read.ok && isWritten;
    const left = isKept ? typedInto(typed, stood, changes) : read.ok ? typed : unreadIn(typed);
    typing.current = left;
    const code = read.ok ? 'text-not-kept' : read.error;
    const problem: CellProblem | undefined = isKept
      ? undefined
      : { text, code, over: left.shown, ...cursor.active };
    setWords(new Map([[content.path, problem]]));
  };
  /** What stood in the cell before the typing stands there again. */
  const cancel = () => {
    const undone = typing.current;
    typing.current = null;
    if (undone !== null) {
      setWords(new Map([[undone.path, undone.problems.get(undone.path)]]));
      session.setAll(undone.before);
    }
    setCursor(cursorAt(cursor.active));
  };
  const go = (next: GridCursor) => {
    commit();
    setCursor(next);
  };
  const takeBack = (take: typeof undo) => {
    commit();
    const taken = take(newest.current, values());
    if (taken === null || !session.setAll(taken.changes)) return;
    setWords(taken.words);
    keep(taken.history);
    setNotice(null);
  };
  const rowOf = (key: string): GridRow | undefined => grid.rows.find((row) => row.key === key);

  return {
    cursor,
    problems,
    notice,
    canUndo: history.done.length > 0,
    canRedo: history.undone.length > 0,
    type,
    commit,
    cancel,
    go,
    edit: () => {
      const place = placeOf(cursor.active);
      if (place === null) return;
      typingIn(place.content.path);
      setCursor({ ...cursorAt(cursor.active), mode: 'caret' });
    },
    perform,
    clear: () => perform(clearArea(grid, areaOf(grid, cursor))),
    fill: () => perform(fillDown(grid, areaOf(grid, cursor))),
    paste: (block: Block) => {
      const pasted = pasteBlock(grid, areaOf(grid, cursor), block, language, () => session.makeItem());
      if (!pasted.ok) return setNotice({ kind: 'not-pasted', problem: pasted.error });
      const { changes, area, corners }: Pasted = pasted.value;
      perform(changes);
      setNotice({ kind: 'pasted', rows: area.bottom - area.top + 1, columns: area.end - area.start + 1 });
      const [from, to] = corners;
      setCursor({ ...cursorAt(from), extent: to });
    },
    undo: () => takeBack(undo),
    redo: () => takeBack(redo),
    addRow: () => {
      commit();
      const row = rowOf(cursor.active.row);
      if (row === undefined || row.kind === 'sum') return;
      const hasWords = [...problems.values()].some((problem) => problem.row === row.key);
      const { line, changes } = addLine(grid, row, hasWords, () => session.makeItem());
      if (perform(changes)) setCursor(cursorAt({ row: line, column: 'label' }));
    },
    moveRow: (by: -1 | 1) => {
      commit();
      const row = rowOf(cursor.active.row);
      if (row?.kind === 'line') perform(moveLine(grid, row, by));
    },
    removeRows: (name: string) => {
      commit();
      const { top, bottom } = areaOf(grid, cursor);
      const lines = grid.rows
        .slice(top, bottom + 1)
        .flatMap((row): readonly ItemId[] => (row.kind === 'line' && row.isBegun ? [row.line] : []));
      if (!perform(removeLines(grid, lines))) return;
      setNotice({ kind: 'removed', count: lines.length, name });
      setCursor(
        cursorAt(
          keyAt(grid, { row: Math.max(0, top - 1), column: grid.columns.indexOf(cursor.active.column) }),
        ),
      );
    },
  };
};
