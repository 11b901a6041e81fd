import { type FieldPath, isWithin } from '#shared/domain/field-path.ts';
import type { FieldValue } from '#shared/domain/field-value.ts';
import type { AmountProblem } from '#shared/domain/pasted-amount.ts';
import type { Changes } from './grid-edits.ts';

/** A cell whose words are not kept as a value; they stay on the screen until they are mended. */
export type CellProblem = {
  readonly text: string;
  readonly code: AmountProblem | 'text-not-kept';
  /** What the cell showed before them; a colleague may have written another value since. */
  readonly over: FieldValue | undefined;
  readonly row: string;
  readonly column: string;
};

export type CellProblems = ReadonlyMap<FieldPath, CellProblem>;

/** The problems that `changes` end: cells that are written anew, be it with what they hold, and lines taken out. */
export const endedBy = (problems: CellProblems, changes: Changes): readonly FieldPath[] =>
  [...problems.keys()].filter((path) =>
    [...changes].some(([at, value]) => path === at || (value === undefined && isWithin(path, at))),
  );
