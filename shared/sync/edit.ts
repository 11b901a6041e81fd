import { withValues } from '#shared/domain/field-parts.ts';
import type { FieldPath } from '#shared/domain/field-path.ts';
import { type FieldMap, type FieldValue, sameValue } from '#shared/domain/field-value.ts';
import { liveValue } from './base.ts';
import type { DocumentState } from './document-state.ts';
import { theirsOf, withOpenHanded, withoutHanded } from './handed.ts';
import { isPosition, restoreItems, settle, textOfField } from './merge.ts';
import { bothTexts, commonText, mergedText, mergedWindows } from './text-merge.ts';
import { wordsOf } from './text-tokens.ts';

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

/** What an edit leaves of a field; `opens`: the conflict that waits for the person, where there is one to open. */
type Overtaken = {
  readonly value: FieldValue | undefined;
  readonly opens: { readonly origin: FieldValue | undefined; readonly handed?: FieldValue } | null;
};

/** Whether a version says something that none of the others says. */
const saysMore = (version: FieldValue, others: readonly (FieldValue | undefined)[]): boolean => {
  if (typeof version !== 'string') return !others.some((other) => sameValue(other, version));
  const known = new Set(others.flatMap((other) => (typeof other === 'string' ? wordsIn(other) : [])));
  return wordsIn(version).some((word) => !known.has(word));
};

const wordsIn = (text: string): readonly string[] => wordsOf(text).map((word) => word.trimEnd());

/** Whether what stands here would be gone with this edit: another window saved it, and it is nowhere else. */
const isOnlyHere = (state: DocumentState, path: FieldPath, { value, seen }: FieldEdit): boolean => {
  const [current, theirs] = [state.local[path], liveValue(state.base[path])];
  if (current === undefined || sameValue(current, theirs)) return false;
  const hasComeIn = theirs !== undefined && !sameValue(theirs, seen);
  return !hasComeIn || saysMore(current, [theirs, seen, value]);
};

/**
 * Two windows of this laptop changed a field in different ways. Both are merged, also in a short text: they are of one
 * person. Where they cannot be, what the other window saved is the second version of a conflict.
 */
const overtakeWindow = (state: DocumentState, path: FieldPath, { value, seen }: FieldEdit): Overtaken => {
  const current = state.local[path];
  const areTexts = typeof current === 'string' && typeof value === 'string';
  // Where there was nothing, it is not known whether two words are a text: they may be two dates.
  const merged =
    areTexts && typeof seen === 'string' && seen !== ''
      ? textOfField(mergedWindows(seen, current, value))
      : undefined;
  if (merged !== undefined) return { value: merged, opens: null };
  // A conflict has two versions: where one is open, both windows' words are on its one side.
  if (state.conflicts.includes(path))
    return { value: (areTexts && textOfField(bothTexts(current, value))) || value, opens: null };
  return { value, opens: { origin: seen, ...(current !== undefined && { handed: current }) } };
};

/** What an edit leaves where the value was changed by others after the person had begun to change it. */
const overtake = (state: DocumentState, path: FieldPath, edit: FieldEdit): Overtaken => {
  const { value, seen } = edit;
  const current = state.local[path];
  const settled = settle(path, seen, current, value);
  if (settled.take === 'merged') return { value: settled.value, opens: null };
  if (settled.take === 'theirs') return { value: current, opens: null };
  if (settled.take === 'mine') return { value, opens: null };
  if (isOnlyHere(state, path, edit)) return overtakeWindow(state, path, edit);
  return { value, opens: { origin: originOf(state, path, seen) } };
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
 * A person's edits, as they become durable. Where the Network's version, or another window's, came in after the person
 * had begun to change a field, the two are merged as any two versions are (MG3, MG6, MG7); where they cannot be,
 * neither is lost: theirs is in the base, or handed over, mine on the screen, and the field becomes a conflict. Wakes a
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
  const opened = [...overtaken].flatMap(([path, { opens }]) => (opens ? [[path, opens] as const] : []));
  const handed = Object.fromEntries(
    opened.flatMap(([path, opens]) => (opens.handed === undefined ? [] : [[path, opens.handed] as const])),
  );
  const known =
    Object.keys(handed).length === 0 ? state : { ...state, handed: { ...handed, ...state.handed } };
  const open = new Set([...state.conflicts, ...opened.map(([path]) => path)]);
  const conflicts = [...open].filter((path) => !sameValue(local[path], theirsOf(known, path)));
  const begun = { ...state.origins };
  for (const [path, { origin }] of opened) {
    if (begun[path] === undefined && origin !== undefined) begun[path] = origin;
  }
  const origins = Object.fromEntries(Object.entries(begun).filter(([path]) => conflicts.includes(path)));
  return withOpenHanded({
    ...known,
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
