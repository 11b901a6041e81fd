import type { FieldPath } from '#shared/domain/field-path.ts';
import { type FieldMap, type FieldValue, sameValue } from '#shared/domain/field-value.ts';
import { liveValue } from './base.ts';

import type { DocumentState } from './document-state.ts';

/** One person's edit of a field. undefined: nothing there. */
export type FieldEdit = {
  readonly value: FieldValue | undefined;
  /** What stood there when the person began to change it. */
  readonly seen: FieldValue | undefined;
};

/** Values as edits leave them. */
export const withEdits = (values: FieldMap, edits: ReadonlyMap<FieldPath, FieldEdit>): FieldMap => {
  const next: Record<FieldPath, FieldValue> = { ...values };
  for (const [path, { value }] of edits) {
    if (value === undefined) delete next[path];
    else next[path] = value;
  }
  return next;
};

/**
 * A person's edits, as they become durable. Where the Network's version came in after the person had
 * begun to change a field, neither is lost: theirs is in the base, mine on the screen, and the field
 * becomes a conflict. Wakes a document that waited for the person.
 */
export const applyEdits = (
  state: DocumentState,
  edits: ReadonlyMap<FieldPath, FieldEdit>,
  now: number,
): DocumentState => {
  const local = withEdits(state.local, edits);
  const overtaken = [...edits].flatMap(([path, { seen }]) =>
    sameValue(state.local[path], seen) || !sameValue(state.local[path], liveValue(state.base[path]))
      ? []
      : [path],
  );
  const open = new Set([...state.conflicts, ...overtaken]);
  const conflicts = [...open].filter((path) => !sameValue(local[path], liveValue(state.base[path])));
  return { ...state, local, conflicts: conflicts.sort(), savedAt: now, attention: null };
};

/** Edits of what is on the screen now: each path to its new value. */
export const edit = (
  state: DocumentState,
  changes: ReadonlyMap<FieldPath, FieldValue | undefined>,
  now: number,
): DocumentState => {
  const edits = [...changes].map(([path, value]): readonly [FieldPath, FieldEdit] => [
    path,
    { value, seen: state.local[path] },
  ]);
  return applyEdits(state, new Map(edits), now);
};

/** The person chose between the two versions of one field. */
export const settleConflict = (
  state: DocumentState,
  path: FieldPath,
  keep: 'mine' | 'theirs',
  now: number,
): DocumentState => {
  const conflicts = state.conflicts.filter((open) => open !== path);
  const settled = { ...state, conflicts };
  return keep === 'mine'
    ? { ...settled, savedAt: now }
    : edit(settled, new Map([[path, liveValue(state.base[path])]]), now);
};
