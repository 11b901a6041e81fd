import { type FieldPath, rootOf } from '#shared/domain/field-path.ts';
import { type FieldMap, sameValue } from '#shared/domain/field-value.ts';
import type { Submitted } from '#shared/sync/document-state.ts';
import { type WordMark, wordMarks } from '#shared/sync/word-marks.ts';

/** A field that is not what was received last. `marks`: by words, where it is a text on both sides. */
export type FieldSince = { readonly field: FieldPath; readonly marks: readonly WordMark[] | null };

/** What changed since the last submission. */
export type SinceSubmitted = { readonly round: number; readonly fields: readonly FieldSince[] };

/** What is on the screen beside what was received last; null where nothing was, or it is not known here. */
export const sinceSubmitted = (submitted: Submitted | null, values: FieldMap): SinceSubmitted | null => {
  if (submitted === null) return null;
  const before = submitted.fields;
  const paths = [...new Set([...Object.keys(before), ...Object.keys(values)])].filter(
    (path) => !sameValue(before[path], values[path]),
  );
  const fields = [...new Set(paths.map(rootOf))].map((field): FieldSince => {
    const [was, is] = [before[field] ?? '', values[field] ?? ''];
    const isText = typeof was === 'string' && typeof is === 'string' && paths.includes(field);
    return { field, marks: isText ? wordMarks(was, is) : null };
  });
  return { round: submitted.round, fields };
};
