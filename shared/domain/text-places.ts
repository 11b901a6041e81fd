import { isAsked } from './condition.ts';
import { type FieldPath, subPath } from './field-path.ts';
import type { FieldMap } from './field-value.ts';
import { listItems } from './list-items.ts';
import { isGroup, markerReasonId, type Template, type TemplateField } from './template.ts';

/** A text that a person wrote, with the field that asked for it. */
export type TextPlace = {
  readonly path: FieldPath;
  readonly text: string;
  readonly field: TemplateField;
  /** The list around it; undefined at the top of the form. */
  readonly list: TemplateField | undefined;
};

const placesIn = (
  fields: readonly TemplateField[],
  values: FieldMap,
  before: (id: string) => FieldPath,
  list: TemplateField | undefined,
): readonly TextPlace[] =>
  fields.flatMap((field): readonly TextPlace[] => {
    const path = before(field.id);
    if (isGroup(field)) {
      return listItems(values, path).flatMap((item) =>
        placesIn(field.fields, values, (id) => subPath(path, item, id), field),
      );
    }
    const isText =
      field.kind === 'longText' ||
      (field.kind === 'shortText' && field.format === undefined && field.personal !== true);
    const at = field.kind === 'marker' ? markerReasonId(path) : isText ? path : undefined;
    const text = at === undefined ? undefined : values[at];
    return at === undefined || typeof text !== 'string' || text === ''
      ? []
      : [{ path: at, text, field, list }];
  });

/**
 * The texts of a document in the order in which the form asks for them: not addresses, not the data of
 * contact persons, not what the form does not ask now.
 */
export const textPlaces = (template: Template, values: FieldMap): readonly TextPlace[] =>
  template.sections.flatMap((section) =>
    placesIn(
      section.fields.filter((field) => isAsked(field, values)),
      values,
      (id) => id,
      undefined,
    ),
  );
