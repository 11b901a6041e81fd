import type { FieldPath } from '#shared/domain/field-path.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import { type Base, liveValue } from './base.ts';
import type { DocumentState } from './document-state.ts';
import { withOpenHanded } from './handed.ts';
import { mergeFields, settle, textOfField } from './merge.ts';
import type { FieldState } from './protocol.ts';
import { bothTexts } from './text-merge.ts';

/**
 * What the Network changed of fields with a handed version goes into that version: a conflict has two, and who chooses
 * has seen the words of all three (MG5).
 */
const withNews = (handed: FieldMap, oldBase: Base, newBase: Base): FieldMap =>
  Object.fromEntries(
    Object.entries(handed).map(([path, value]) => {
      const theirs = liveValue(newBase[path]);
      const settled = settle(path, liveValue(oldBase[path]), theirs, value);
      if (settled.take === 'merged') return [path, settled.value];
      if (settled.take === 'theirs') return [path, theirs ?? value];
      const areTexts = settled.take === 'both' && typeof theirs === 'string' && typeof value === 'string';
      return [path, (areTexts && textOfField(bothTexts(theirs, value))) || value];
    }),
  );

/** Puts a document on a new base: what is on the screen is merged with what the Network changed. */
export const rebase = (state: DocumentState, newBase: Base): DocumentState =>
  withOpenHanded({
    ...state,
    base: newBase,
    ...mergeFields(state.base, newBase, state.local, state, state.outgoing?.values),
    ...(state.handed && { handed: withNews(state.handed, state.base, newBase) }),
  });

/** Takes fields as the Network has them; older revisions than the known ones change nothing. */
export const withNewer = (base: Base, fields: Readonly<Record<FieldPath, FieldState>>): Base => ({
  ...base,
  ...Object.fromEntries(Object.entries(fields).filter(([path, field]) => field.fr > (base[path]?.fr ?? 0))),
});
