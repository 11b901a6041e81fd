import type { FieldPath } from '#shared/domain/field-path.ts';
import { type FieldMap, type FieldValue, sameValue } from '#shared/domain/field-value.ts';
import type { Changes } from './grid-edits.ts';

type Change = { readonly before: FieldValue | undefined; readonly after: FieldValue | undefined };

/** One thing that was done, to be taken back as one. */
export type Done = ReadonlyMap<FieldPath, Change>;

export type GridHistory = { readonly done: readonly Done[]; readonly undone: readonly Done[] };

export const noHistory: GridHistory = { done: [], undone: [] };

const mostSteps = 200;

/** What `changes` would really change in `values`. */
export const stepOf = (values: FieldMap, changes: Changes): Done =>
  new Map(
    [...changes].flatMap(([path, after]) =>
      sameValue(values[path], after) ? [] : [[path, { before: values[path], after }] as const],
    ),
  );

/** Remembers a step; what was undone before it can no longer be done again. */
export const record = (history: GridHistory, step: Done): GridHistory =>
  step.size === 0 ? history : { done: [...history.done, step].slice(-mostSteps), undone: [] };

type Taken = { readonly history: GridHistory; readonly changes: Changes };

/**
 * Takes the last step back; null when there is none. Places that somebody else changed since keep what stands
 * there; a step of which nothing is left is passed over.
 */
export const undo = (history: GridHistory, values: FieldMap): Taken | null => {
  const step = history.done.at(-1);
  if (step === undefined) return null;
  const rest = { done: history.done.slice(0, -1), undone: [...history.undone, step] };
  const changes = new Map(
    [...step].flatMap(([path, { before, after }]) =>
      sameValue(values[path], after) ? [[path, before] as const] : [],
    ),
  );
  return changes.size > 0 ? { history: rest, changes } : undo({ ...rest, undone: history.undone }, values);
};

/** Does the step that was undone last again, under the same care. */
export const redo = (history: GridHistory, values: FieldMap): Taken | null => {
  const step = history.undone.at(-1);
  if (step === undefined) return null;
  const rest = { done: [...history.done, step], undone: history.undone.slice(0, -1) };
  const changes = new Map(
    [...step].flatMap(([path, { before, after }]) =>
      sameValue(values[path], before) ? [[path, after] as const] : [],
    ),
  );
  return changes.size > 0 ? { history: rest, changes } : redo({ ...rest, done: history.done }, values);
};
