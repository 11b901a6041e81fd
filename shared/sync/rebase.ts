import type { FieldPath } from '#shared/domain/field-path.ts';
import type { Base } from './base.ts';
import type { DocumentState } from './document-state.ts';
import { withOpenHanded } from './handed.ts';
import { mergeFields } from './merge.ts';
import type { FieldState } from './protocol.ts';

/** Puts a document on a new base: what is on the screen is merged with what the Network changed. */
export const rebase = (state: DocumentState, newBase: Base): DocumentState =>
  withOpenHanded({
    ...state,
    base: newBase,
    ...mergeFields(state.base, newBase, state.local, state, state.outgoing?.values),
  });

/** Takes fields as the Network has them; older revisions than the known ones change nothing. */
export const withNewer = (base: Base, fields: Readonly<Record<FieldPath, FieldState>>): Base => ({
  ...base,
  ...Object.fromEntries(Object.entries(fields).filter(([path, field]) => field.fr > (base[path]?.fr ?? 0))),
});
