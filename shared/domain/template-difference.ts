import { isAnswered } from './answered.ts';
import type { FieldMap } from './field-value.ts';
import { type NumberedField, numberedFields, type Template, type TemplateField } from './template.ts';

/** What a later version of a form has otherwise than an earlier one, as somebody who filled it in sees it. */
export type TemplateDifference = {
  /** Asked now and not before. */
  readonly added: readonly NumberedField[];
  /** Asked in another section than before. */
  readonly moved: readonly NumberedField[];
  /** Asked as before, but with another requirement, limit, choice or label. */
  readonly changed: readonly NumberedField[];
  /** No longer asked; `isAnswered`: something is written there, which stays in the document. */
  readonly gone: readonly (NumberedField & { readonly isAnswered: boolean })[];
};

/** Help and examples may be worded anew without anybody having to look. */
const asked = (field: TemplateField): string =>
  JSON.stringify(field, (key, value: unknown) => (key === 'help' || key === 'example' ? undefined : value));

/** Compares two versions of one form by the ids of their fields. */
export const templateDifference = (from: Template, to: Template, values: FieldMap): TemplateDifference => {
  const before = new Map(numberedFields(from).map((entry) => [entry.field.id, entry]));
  const after = numberedFields(to);
  const stays = new Set(after.map(({ field }) => field.id));
  const isMoved = ({ field, section }: NumberedField) => {
    const earlier = before.get(field.id);
    return earlier !== undefined && earlier.section.id !== section.id;
  };
  return {
    added: after.filter(({ field }) => !before.has(field.id)),
    moved: after.filter(isMoved),
    changed: after.filter((entry) => {
      const earlier = before.get(entry.field.id);
      return earlier !== undefined && !isMoved(entry) && asked(earlier.field) !== asked(entry.field);
    }),
    gone: [...before.values()]
      .filter(({ field }) => !stays.has(field.id))
      .map((entry) => ({ ...entry, isAnswered: isAnswered(entry.field, values) })),
  };
};
