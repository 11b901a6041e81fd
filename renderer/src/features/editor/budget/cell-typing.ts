import type { FieldPath } from '#shared/domain/field-path.ts';
import type { FieldMap, FieldValue } from '#shared/domain/field-value.ts';
import type { CellProblems } from './cell-problem.ts';
import type { Changes } from './grid-edits.ts';

/** What is typed in one cell, from when it was opened until it is left. */
export type CellTyping = {
  readonly path: FieldPath;
  /** What the cell showed when it was opened. */
  readonly opened: FieldValue | undefined;
  /** What the cell shows now, as the document would keep it; a colleague's newer value is not seen in it. */
  readonly shown: FieldValue | undefined;
  /** What stood at every place that the typing touched. */
  readonly before: Changes;
  /** Words that could not be read when the cell was opened. */
  readonly problems: CellProblems;
};

/** The cell at `path` is opened. Words in it that could not be read were typed over what it showed before them. */
export const openCell = (path: FieldPath, values: FieldMap, problems: CellProblems): CellTyping => {
  const unread = problems.get(path);
  const opened = unread === undefined ? values[path] : unread.over;
  return { path, opened, shown: opened, before: new Map(), problems };
};

/** What was typed so far stands in the document: `changes`, over `values`. */
export const typedInto = (typing: CellTyping, values: FieldMap, changes: Changes): CellTyping => ({
  ...typing,
  shown: changes.get(typing.path),
  before: new Map([...[...changes.keys()].map((path) => [path, values[path]] as const), ...typing.before]),
});

/** What was typed so far cannot be read: what stood before stands there again, and the cell shows none of it. */
export const unreadIn = (typing: CellTyping): CellTyping => ({ ...typing, shown: typing.opened });
