import type { FieldPath } from '#shared/domain/field-path.ts';
import { type FieldMap, type FieldValue, sameValue } from '#shared/domain/field-value.ts';
import { liveValue } from './base.ts';
import type { DocumentState } from './document-state.ts';

/** The other version of a field in conflict: what a bundle or another window brought, or what the Network has. */
export const theirsOf = (
  { base, handed }: Pick<DocumentState, 'base' | 'handed'>,
  path: FieldPath,
): FieldValue | undefined => handed?.[path] ?? liveValue(base[path]);

/** Without what is settled: a handed version is open as long as the screen says something else. */
export const withOpenHanded = (state: DocumentState): DocumentState => {
  if (state.handed === undefined) return state;
  const { handed, ...rest } = state;
  const open: FieldMap = Object.fromEntries(
    Object.entries(handed).filter(
      ([path, value]) =>
        !sameValue(state.local[path], value) && !sameValue(liveValue(state.base[path]), value),
    ),
  );
  const conflicts = [...new Set([...state.conflicts, ...Object.keys(open)])].sort();
  return Object.keys(open).length === 0 ? rest : { ...rest, conflicts, handed: open };
};

/** Without the handed version of a field that the person has settled. */
export const withoutHanded = (state: DocumentState, path: FieldPath): DocumentState => {
  const { handed = {}, ...rest } = state;
  const { [path]: _, ...open } = handed;
  return Object.keys(open).length === 0 ? rest : { ...rest, handed: open };
};
