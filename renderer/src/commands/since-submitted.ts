import { fieldParts, partAt, perField } from '#shared/domain/field-parts.ts';
import type { FieldPath } from '#shared/domain/field-path.ts';
import { type FieldMap, sameValue } from '#shared/domain/field-value.ts';
import type { Submitted } from '#shared/sync/document-state.ts';
import { type WordMark, wordMarks } from '#shared/sync/word-marks.ts';

/** A field that is not what was received last. `marks`: by words, where it is a text on both sides. */
export type FieldSince = { readonly field: FieldPath; readonly marks: readonly WordMark[] | null };

/** What changed since the last submission. */
export type SinceSubmitted = { readonly round: number; readonly fields: readonly FieldSince[] };

const fieldSince = perField((is, field, submitted: FieldMap): FieldSince | null => {
  const was = partAt(submitted, field);
  const isSame = (path: FieldPath) => sameValue(was[path], is[path]);
  if ([...Object.keys(was), ...Object.keys(is)].every(isSame)) return null;
  const [before, after] = [was[field] ?? '', is[field] ?? ''];
  const isText = typeof before === 'string' && typeof after === 'string' && !isSame(field);
  return { field, marks: isText ? wordMarks(before, after) : null };
});

/** What is on the screen beside what was received last; null where nothing was, or it is not known here. */
export const sinceSubmitted = (submitted: Submitted | null, values: FieldMap): SinceSubmitted | null => {
  if (submitted === null) return null;
  const { fields: before, round } = submitted;
  const fields = new Set([...fieldParts(before).keys(), ...fieldParts(values).keys()]);
  return { round, fields: [...fields].flatMap((field) => fieldSince(values, field, before) ?? []) };
};
