import type { FieldPath } from '#shared/domain/field-path.ts';
import { type FieldValue, sameValue } from '#shared/domain/field-value.ts';
import { liveValue } from './diff.ts';
import type { DocumentState } from './document-state.ts';

/** A person's edits: each path to its new value; undefined clears it. Wakes a document that waited. */
export const edit = (
  state: DocumentState,
  changes: ReadonlyMap<FieldPath, FieldValue | undefined>,
  now: number,
): DocumentState => {
  const local: Record<FieldPath, FieldValue> = { ...state.local };
  for (const [path, value] of changes) {
    if (value === undefined) delete local[path];
    else local[path] = value;
  }
  const conflicts = state.conflicts.filter((path) => !sameValue(local[path], liveValue(state.base[path])));
  return { ...state, local, conflicts, savedAt: now, attention: null };
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
