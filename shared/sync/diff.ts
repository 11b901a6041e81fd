import { fieldParts, perField } from '#shared/domain/field-parts.ts';
import type { FieldPath } from '#shared/domain/field-path.ts';
import { type FieldMap, type FieldValue, normalValue, sameValue } from '#shared/domain/field-value.ts';
import { type Base, liveValue } from './base.ts';
import type { FieldState, Op } from './protocol.ts';
import { baseHash, diffText } from './splice.ts';

/** The wire type is mutable because its schema is; nobody writes to it. */
type OpValue = Extract<Op, { op: 'set' }>['v'];

const setOrSplice = (path: FieldPath, before: FieldState | undefined, value: FieldValue): Op => {
  const set: Op = { f: path, fr: before?.fr ?? 0, op: 'set', v: normalValue(value) as OpValue };
  const base = liveValue(before);
  if (before === undefined || typeof base !== 'string' || typeof value !== 'string') return set;
  const splice: Op = {
    f: path,
    fr: before.fr,
    op: 'splice',
    s: [...diffText(base, value)],
    h: baseHash(base),
  };
  return JSON.stringify(splice).length < JSON.stringify(set).length ? splice : set;
};

const changedIn = perField((part, _field, base: Base): readonly FieldPath[] =>
  Object.keys(part).filter((path) => !sameValue(part[path], liveValue(base[path]))),
);

/**
 * Paths whose value on the screen is not the Network's. Those in conflict are left out: they wait for the
 * person. Cheap enough to ask at every key.
 */
export const changedPaths = (
  base: Base,
  local: FieldMap,
  conflicts: readonly FieldPath[],
): readonly FieldPath[] => {
  const waiting = new Set(conflicts);
  const changed = [...fieldParts(local).keys()].flatMap((field) => changedIn(local, field, base));
  const removed = Object.keys(base).filter(
    (path) => local[path] === undefined && liveValue(base[path]) !== undefined,
  );
  return [...changed, ...removed].filter((path) => !waiting.has(path));
};

/** The ops that turn what the Network has into what is on the screen, in the order of their paths. Ten thousand keystrokes are one op. */
export const diffFields = (base: Base, local: FieldMap, conflicts: readonly FieldPath[]): readonly Op[] =>
  [...changedPaths(base, local, conflicts)].sort().flatMap((path): readonly Op[] => {
    const value = local[path];
    const before = base[path];
    if (value !== undefined) return [setOrSplice(path, before, value)];
    return before === undefined ? [] : [{ f: path, fr: before.fr, op: 'del' }];
  });
