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
  const begun = { ...state.origins };
  for (const path of overtaken) {
    const seen = edits.get(path)?.seen;
    if (begun[path] === undefined && seen !== undefined) begun[path] = seen;
  }
  const origins = Object.fromEntries(Object.entries(begun).filter(([path]) => conflicts.includes(path)));
  return { ...state, local, conflicts: conflicts.sort(), origins, savedAt: now, attention: null };
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

/** What a person makes of two versions: one of them, or something of their own making. */
export type Choice = 'mine' | 'theirs' | { readonly value: FieldValue | undefined };

/** The person chose between the two versions of one field. */
export const settleConflict = (
  state: DocumentState,
  path: FieldPath,
  keep: Choice,
  now: number,
): DocumentState => {
  const conflicts = state.conflicts.filter((open) => open !== path);
  const { [path]: _, ...origins } = state.origins;
  const settled = { ...state, conflicts, origins };
  if (keep === 'mine') return { ...settled, savedAt: now };
  const value = keep === 'theirs' ? liveValue(state.base[path]) : keep.value;
  return edit(settled, new Map([[path, value]]), now);
};
