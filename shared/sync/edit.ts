import { withValues } from '#shared/domain/field-parts.ts';
import type { FieldPath } from '#shared/domain/field-path.ts';
import { type FieldMap, type FieldValue, sameValue } from '#shared/domain/field-value.ts';
import { liveValue } from './base.ts';
import type { DocumentState } from './document-state.ts';
import { theirsOf, withOpenHanded, withoutHanded } from './handed.ts';
import { isPosition, restoreItems, settle } from './merge.ts';
import { commonText, mergedText } from './text-merge.ts';

/** One person's edit of a field. undefined: nothing there. */
export type FieldEdit = {
  readonly value: FieldValue | undefined;
  /** What stood there when the person began to change it. */
  readonly seen: FieldValue | undefined;
};

/** Values as edits leave them. */
export const withEdits = (values: FieldMap, edits: ReadonlyMap<FieldPath, FieldEdit>): FieldMap => {
  if (edits.size === 0) return values;
  return withValues(values, new Map([...edits].map(([path, { value }]) => [path, value])));
};

/** What an edit leaves where the value was changed by others after the person had begun to change it. */
const overtake = (
  state: DocumentState,
  path: FieldPath,
  { value, seen }: FieldEdit,
): { readonly value: FieldValue | undefined; readonly isOpen: boolean } => {
  const current = state.local[path];
  const settled = settle(path, seen, current, value);
  if (settled.take === 'merged') return { value: settled.value, isOpen: false };
  if (settled.take === 'theirs') return { value: current, isOpen: false };
  // What the person had seen is the Network's still: only another window of theirs wrote meanwhile.
  const isOpen = settled.take === 'both' && !sameValue(liveValue(state.base[path]), seen);
  return { value, isOpen };
};

/**
 * What mine and the Network's began with, where an edit of a text as it stood before opens a conflict. What the
 * person saw, unless words of their own stood in it that the Network has never had: those it cannot have taken
 * out (MG5).
 */
const originOf = (
  state: DocumentState,
  path: FieldPath,
  seen: FieldValue | undefined,
): FieldValue | undefined => {
  const theirs = liveValue(state.base[path]);
  const local = state.local[path];
  if (sameValue(local, theirs)) return seen;
  if (typeof seen !== 'string' || typeof theirs !== 'string' || typeof local !== 'string') return seen;
  // What stands here is theirs with the unsent words; what was seen is the same without what came in. Both taken
  // back, it is what the Network had before.
  return mergedText(local, theirs, seen) ?? commonText(seen, theirs);
};

/**
 * A person's edits, as they become durable. Where the Network's version came in after the person had
 * begun to change a field, the two are merged as any two versions are (MG3, MG6, MG7); where they cannot be,
 * neither is lost: theirs is in the base, mine on the screen, and the field becomes a conflict. Wakes a
 * document that waited for the person.
 */
export const applyEdits = (
  state: DocumentState,
  edits: ReadonlyMap<FieldPath, FieldEdit>,
  now: number,
): DocumentState => {
  const overtaken = new Map(
    [...edits].flatMap(([path, edit]) =>
      sameValue(state.local[path], edit.seen) ? [] : [[path, overtake(state, path, edit)] as const],
    ),
  );
  const settled = [...edits].map(
    ([path, edit]) => [path, { ...edit, value: (overtaken.get(path) ?? edit).value }] as const,
  );
  const edited = withEdits(state.local, new Map(settled));
  const kept = [...overtaken.keys()].filter((path) => edited[path] !== undefined && !isPosition(path));
  const local = restoreItems(edited, kept, () => state.local);
  const opened = [...overtaken].flatMap(([path, { isOpen }]) => (isOpen ? [path] : []));
  const open = new Set([...state.conflicts, ...opened]);
  const conflicts = [...open].filter((path) => !sameValue(local[path], theirsOf(state, path)));
  const begun = { ...state.origins };
  for (const path of opened) {
    const origin = originOf(state, path, edits.get(path)?.seen);
    if (begun[path] === undefined && origin !== undefined) begun[path] = origin;
  }
  const origins = Object.fromEntries(Object.entries(begun).filter(([path]) => conflicts.includes(path)));
  return withOpenHanded({
    ...state,
    local,
    conflicts: conflicts.sort(),
    origins,
    savedAt: now,
    attention: null,
  });
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
  const settled = withoutHanded({ ...state, conflicts, origins, attention: null }, path);
  if (keep === 'mine') return { ...settled, savedAt: now };
  const value = keep === 'theirs' ? theirsOf(state, path) : keep.value;
  return edit(settled, new Map([[path, value]]), now);
};
