import { withValues } from '#shared/domain/field-parts.ts';
import type { FieldPath } from '#shared/domain/field-path.ts';
import { type FieldMap, type FieldValue, sameValue } from '#shared/domain/field-value.ts';
import type { CellProblem, CellProblems } from './cell-problem.ts';
import type { Changes } from './grid-edits.ts';

type Change<T> = { readonly before: T | undefined; readonly after: T | undefined };

/** Each cell to the words that stand in it unread; undefined where none do. */
export type Words = ReadonlyMap<FieldPath, CellProblem | undefined>;

/** One thing that was done, to be taken back as one: values of the document, and words that could not be read. */
export type Done = {
  readonly values: ReadonlyMap<FieldPath, Change<FieldValue>>;
  readonly words: ReadonlyMap<FieldPath, Change<CellProblem>>;
};

export type GridHistory = { readonly done: readonly Done[]; readonly undone: readonly Done[] };

export const noHistory: GridHistory = { done: [], undone: [] };

const mostSteps = 200;

/** What `changes` and `words` would really change in `values` and `problems`. */
export const stepOf = (
  values: Readonly<Record<FieldPath, FieldValue | undefined>>,
  changes: Changes,
  problems: CellProblems = new Map(),
  words: Words = new Map(),
): Done => ({
  values: new Map(
    [...changes].flatMap(([path, after]) =>
      sameValue(values[path], after) ? [] : [[path, { before: values[path], after }] as const],
    ),
  ),
  words: new Map(
    [...words].flatMap(([path, after]) => {
      const before = problems.get(path);
      return before?.text === after?.text ? [] : [[path, { before, after }] as const];
    }),
  ),
});

export const isNothing = ({ values, words }: Done): boolean => values.size + words.size === 0;

/** Remembers a step; what was undone before it can no longer be done again. */
export const record = (history: GridHistory, step: Done): GridHistory =>
  isNothing(step) ? history : { done: [...history.done, step].slice(-mostSteps), undone: [] };

type Restored = { readonly changes: Changes; readonly words: Words };
type Taken = Restored & { readonly history: GridHistory };

const lineOf = (path: FieldPath): FieldPath => path.split('/').slice(0, 2).join('/');

const isAmount = (path: FieldPath): boolean => path.split('/')[2] === 'amount';

/** The lines that `changes` would leave in parts, without the line itself: kept but never shown. */
const brokenBy = (changes: Changes, values: FieldMap): ReadonlySet<FieldPath> => {
  const lines = new Set([...changes.keys()].map(lineOf));
  const after = withValues(values, changes);
  return new Set(
    Object.keys(after)
      .map(lineOf)
      .filter((line) => lines.has(line) && after[line] === undefined),
  );
};

/** `changes` without those that would leave a part of a line behind, or bring one back of a line that is gone. */
const wholeLines = (changes: Changes, values: FieldMap): Changes => {
  // A line in which somebody wrote meanwhile stays a row, with what it is called; the step's own amounts go.
  const removed = brokenBy(changes, values);
  const kept = new Map([...changes].filter(([path]) => isAmount(path) || !removed.has(lineOf(path))));
  const gone = brokenBy(kept, values);
  return new Map([...kept].filter(([path]) => !gone.has(lineOf(path))));
};

/**
 * One side of a step again, but for the values that are no longer as its other side left them, and for the lines
 * that it would break.
 */
const restored = (step: Done, side: 'before' | 'after', values: FieldMap): Restored => ({
  changes: wholeLines(
    new Map(
      [...step.values].flatMap(([path, change]) =>
        sameValue(values[path], change[side === 'before' ? 'after' : 'before'])
          ? [[path, change[side]] as const]
          : [],
      ),
    ),
    values,
  ),
  words: new Map([...step.words].map(([path, change]) => [path, change[side]])),
});

const isLeft = ({ changes, words }: Restored): boolean => changes.size + words.size > 0;

/**
 * Takes the last step back; null when there is none. Places that somebody else changed since keep what stands
 * there; a step of which nothing is left is passed over.
 */
export const undo = (history: GridHistory, values: FieldMap): Taken | null => {
  const step = history.done.at(-1);
  if (step === undefined) return null;
  const done = history.done.slice(0, -1);
  const back = restored(step, 'before', values);
  return isLeft(back)
    ? { ...back, history: { done, undone: [...history.undone, step] } }
    : undo({ ...history, done }, values);
};

/** Does the step that was undone last again, under the same care. */
export const redo = (history: GridHistory, values: FieldMap): Taken | null => {
  const step = history.undone.at(-1);
  if (step === undefined) return null;
  const undone = history.undone.slice(0, -1);
  const again = restored(step, 'after', values);
  return isLeft(again)
    ? { ...again, history: { done: [...history.done, step], undone } }
    : redo({ ...history, undone }, values);
};
